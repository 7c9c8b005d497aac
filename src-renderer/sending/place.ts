import { z } from 'zod';
import type { Destination, SendingProtocol } from '#shared/contract/index.ts';

/** Where programs listen unless they are told otherwise. */
export const USUAL_PORTS: Readonly<Record<SendingProtocol, number>> = {
  live_link_face: 11_111,
  vmc: 39_539,
};

const placeSchema = z.object({ address: z.ipv4(), port: z.coerce.number().int().min(1).max(65_535) });

/** What the user has typed. */
export interface TypedPlace {
  readonly address: string;
  /** Empty for the usual one. */
  readonly port: string;
}

/** Reads a place to send to; undefined for what is none. */
export function readPlace(
  { address, port }: TypedPlace,
  protocol: SendingProtocol,
): Pick<Destination, 'address' | 'port'> | undefined {
  return placeSchema.safeParse({ address: address.trim(), port: port.trim() || USUAL_PORTS[protocol] }).data;
}

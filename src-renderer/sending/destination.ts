import { z } from 'zod';
import type { Destination, SendingProtocol } from '#shared/contract/index.ts';
import { words } from './words.ts';

/** Where programs listen unless they are told otherwise. */
const USUAL_PORTS: Readonly<Record<SendingProtocol, number>> = { live_link_face: 11_111, vmc: 39_539 };
const THIS_COMPUTER = '127.0.0.1';

/** A program on this computer that listens at its usual port. It is off until the user has said where it is. */
export const newDestination = (): Destination => ({
  id: crypto.randomUUID(),
  isOn: false,
  protocol: 'live_link_face',
  address: THIS_COMPUTER,
  port: USUAL_PORTS.live_link_face,
  what: 'performance',
  subject: words.defaultSubject,
  framesPerSecond: 60,
});

/** The destination with another protocol; a port that was the usual one is the usual one again. */
export function withProtocol(destination: Destination, protocol: SendingProtocol): Destination {
  const isUsual = destination.port === USUAL_PORTS[destination.protocol];
  return { ...destination, protocol, port: isUsual ? USUAL_PORTS[protocol] : destination.port };
}

/** Whether a program there hears the performance under a name; phones have their own, and VMC has none. */
export const isNamed = ({ protocol, what }: Destination): boolean =>
  protocol === 'live_link_face' && what === 'performance';

/** Reads an IPv4 address; undefined for what is none. */
export const readAddress = (text: string): string | undefined => z.ipv4().safeParse(text.trim()).data;

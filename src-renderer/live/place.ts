import { z } from 'zod';

const placeSchema = z.object({ address: z.ipv4(), port: z.int().min(1).max(65_535).optional() });
export type Place = z.infer<typeof placeSchema>;

/** Reads `192.168.1.20` or `192.168.1.20:21412`; undefined for what is no such place. */
export function readPlace(text: string): Place | undefined {
  const [address, port, ...rest] = text.split(':');
  if (rest.length > 0) return undefined;
  return placeSchema.safeParse({ address, ...(port !== undefined && { port: Number(port || Number.NaN) }) })
    .data;
}

export function isSamePlace(a: Required<Place>, b: Required<Place>): boolean {
  return a.address === b.address && a.port === b.port;
}

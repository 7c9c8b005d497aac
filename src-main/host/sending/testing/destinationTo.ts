import { randomUUID } from 'node:crypto';
import type { Destination } from '#shared/contract/index.ts';

/** A destination on this computer that is on and takes every frame. */
export const destinationTo = (port: number, about: Partial<Destination> = {}): Destination => ({
  id: randomUUID(),
  isOn: true,
  protocol: 'live_link_face',
  address: '127.0.0.1',
  port,
  what: 'subjects',
  subject: 'Mimesis',
  framesPerSecond: 240,
  ...about,
});

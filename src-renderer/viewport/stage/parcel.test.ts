import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CHANNEL_NAMES,
  channelOf,
  createLandmarkFrame,
  type LandmarkFrame,
  PRESENCES,
  type Presence,
} from '#shared/body/index.ts';
import { createParcel, pack, unpack } from './parcel.ts';

const number = fc.float({ noNaN: true, noDefaultInfinity: true });

/** A frame whose every number is its own. */
function frameFrom(seed: number, presence: Presence): LandmarkFrame {
  const frame = createLandmarkFrame();
  let next = 0;
  for (const name of CHANNEL_NAMES) {
    const channel = channelOf(frame, name);
    channel.presence = presence;
    for (const signal of Object.values(channel.signals)) {
      for (let i = 0; i < signal.length; i++) signal[i] = seed + next++;
    }
  }
  return frame;
}

describe('a frame in a parcel', () => {
  it('comes out as it went in', () => {
    fc.assert(
      fc.property(number, fc.constantFrom(...PRESENCES), (seed, presence) => {
        const frame = frameFrom(seed, presence);
        const parcel = createParcel();
        pack(frame, parcel);
        const arrived = createLandmarkFrame();
        unpack(parcel, arrived);
        expect(arrived).toEqual(frame);
      }),
      { numRuns: 50 },
    );
  });

  it('fills the parcel to its end', () => {
    const parcel = createParcel().fill(Number.NaN);
    pack(frameFrom(1, 'tracked'), parcel);
    expect(parcel.some(Number.isNaN)).toBe(false);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { onTakeClock } from './deviceClock.ts';
import { FRAME_FLAGS } from './frameLayout.ts';
import { placeFrames } from './placeFrames.ts';

interface Arrival {
  readonly device: number;
  readonly arrival: number;
}

function place(frames: readonly Arrival[], flags: number = FRAME_FLAGS.isTimed) {
  return placeFrames({
    deviceTimes: Float64Array.from(frames, ({ device }) => device),
    arrivalTimes: Float64Array.from(frames, ({ arrival }) => arrival),
    flags: new Uint8Array(frames.length).fill(flags),
  });
}

/** Frames at 60 a second, each underway for its delay. */
const sent = (count: number, delayOf: (i: number) => number, skew = 0, deviceZero = 47_000): Arrival[] =>
  Array.from({ length: count }, (_, i) => ({
    device: deviceZero + (i / 60) * (1 - skew),
    arrival: i / 60 + delayOf(i),
  }));

/** Delays of a network: 3 ms at least, often more, the same in each run. */
const jitter = (i: number): number => 0.003 + 0.02 * ((i * 0.618_034) % 1) ** 2;

describe('frames in their places', () => {
  it('keep the rhythm in which they were sent, whatever the network did to it', () => {
    const { times } = place(sent(600, jitter));
    for (const [i, time] of times.entries()) expect(time).toBeCloseTo(i / 60 + 0.003, 4);
  });

  it('stay with the host over an hour, though the device runs 50 millionths slow', () => {
    const { times } = place(sent(216_000, jitter, 50e-6));
    const worst = times.reduce((most, time, i) => Math.max(most, Math.abs(time - i / 60 - 0.003)), 0);
    expect(worst).toBeLessThan(0.001);
  });

  it('go on over midnight, and when the clock of the device is set', () => {
    const midnight = sent(120, jitter).map(({ arrival }, i) => ({
      device: (86_399 + i / 60) % 86_400,
      arrival,
    }));
    const set = sent(120, jitter).map(({ arrival, device }, i) => ({
      device: i < 60 ? device : device + 500,
      arrival,
    }));
    for (const frames of [midnight, set]) {
      const { times, order, dropped, gaps } = place(frames);
      expect([...order]).toEqual(frames.map((_, i) => i));
      expect({ dropped, gaps }).toEqual({ dropped: 0, gaps: [] });
      for (const [i, time] of times.entries()) expect(time).toBeCloseTo(i / 60 + 0.003, 2);
    }
  });

  it('that a stalled network gives all at once are spread again', () => {
    const { times, gaps } = place(sent(600, (i) => (i > 100 && i < 220 ? (220 - i) / 60 : 0.003)));
    expect(gaps).toEqual([]);
    for (const [i, time] of times.entries()) expect(time).toBeCloseTo(i / 60 + 0.003, 4);
  });

  it('without a time of their own lie where they arrived', () => {
    const frames = sent(10, jitter);
    expect([...place(frames, 0).times]).toEqual(frames.map(({ arrival }) => arrival));
  });

  it('tell short losses from gaps', () => {
    const frames = sent(300, jitter).filter((_, i) => i !== 20 && i !== 21 && (i < 100 || i >= 160));
    const { dropped, gaps } = place(frames);
    expect(dropped).toBe(2);
    expect(gaps).toEqual([
      { fromSeconds: expect.closeTo(99 / 60 + 0.003, 3), toSeconds: expect.closeTo(160 / 60 + 0.003, 3) },
    ]);
  });

  it('come once each and in order, however they were shuffled, lost and repeated', () => {
    const network = fc.array(
      fc.record({
        lost: fc.boolean(),
        copies: fc.nat(2),
        delay: fc.double({ min: 0, max: 0.4, noNaN: true }),
      }),
      {
        minLength: 1,
        maxLength: 200,
      },
    );
    fc.assert(
      fc.property(network, (conditions) => {
        const arrivals = conditions
          .flatMap(({ lost, copies, delay }, i) =>
            lost
              ? []
              : Array.from({ length: 1 + copies }, () => ({ device: i / 60, arrival: i / 60 + delay })),
          )
          .sort((a, b) => a.arrival - b.arrival);
        const { order, times, duplicates } = place(arrivals);
        const devices = [...order].map((frame) => arrivals[frame]?.device ?? -1);
        expect(devices).toEqual([...new Set(arrivals.map(({ device }) => device))].sort((a, b) => a - b));
        expect(duplicates).toBe(arrivals.length - order.length);
        for (const [i, frame] of order.entries()) {
          expect(times[i]).toBeLessThanOrEqual((arrivals[frame]?.arrival ?? 0) + 1e-9);
          if (i > 0) expect(times[i]).toBeGreaterThanOrEqual(times[i - 1] ?? 0);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('may be none', () => {
    expect(place([])).toMatchObject({ times: new Float64Array(), gaps: [], dropped: 0, periodSeconds: 0 });
    expect(onTakeClock(new Float64Array(), new Float64Array())).toEqual(new Float64Array());
  });
});

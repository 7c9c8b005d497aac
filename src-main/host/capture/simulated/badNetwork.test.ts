import { describe, expect, it } from 'vitest';
import { ManualClock } from '../testing/manualClock.ts';
import { BadNetwork, GOOD_NETWORK, type NetworkFaults } from './badNetwork.ts';

const PACKETS = 5000;

/** Sends numbered packets, one a hundredth of a second; what arrives, and how late. */
function send(faults: Partial<NetworkFaults>, seed = 1) {
  const clock = new ManualClock();
  const begun = clock.nowSeconds();
  const arrived: { packet: number; late: number }[] = [];
  const network = new BadNetwork({ ...GOOD_NETWORK, ...faults }, seed, clock, (bytes) => {
    const packet = new DataView(bytes.buffer).getUint32(0);
    arrived.push({ packet, late: clock.nowSeconds() - begun - packet / 100 });
  });
  for (let i = 0; i < PACKETS; i++) {
    const bytes = new Uint8Array(4);
    new DataView(bytes.buffer).setUint32(0, i);
    network.send(bytes);
    for (let step = 0; step < 10; step++) clock.advance(0.001);
  }
  network.flush();
  return arrived;
}

const overtakings = (arrived: readonly { packet: number }[]) =>
  arrived.filter(({ packet }, i) => packet < (arrived[i - 1]?.packet ?? 0)).length;

describe('a bad network', () => {
  it('may be a good one', () => {
    expect(send({}).map(({ packet }) => packet)).toEqual(Array.from({ length: PACKETS }, (_, i) => i));
  });

  it('loses its share, the same packets for the same seed', () => {
    const arrived = send({ loss: 0.05 });
    expect(arrived.length / PACKETS).toBeCloseTo(0.95, 2);
    expect(send({ loss: 0.05 })).toEqual(arrived);
    expect(send({ loss: 0.05 }, 2)).not.toEqual(arrived);
  });

  it('lets its share be overtaken, and loses none of it', () => {
    const arrived = send({ reorder: 0.02 });
    expect(arrived.length).toBe(PACKETS);
    expect(overtakings(arrived) / PACKETS).toBeCloseTo(0.02, 2);
  });

  it('holds packets up for no longer than it says', () => {
    const arrived = send({ jitterSeconds: 0.02 });
    expect(arrived.length).toBe(PACKETS);
    const late = arrived.map((each) => each.late);
    expect(Math.min(...late)).toBeGreaterThanOrEqual(-1e-9);
    expect(Math.max(...late)).toBeLessThan(0.0211);
    expect(late.reduce((sum, each) => sum + each, 0) / PACKETS).toBeCloseTo(0.01, 2);
  });
});

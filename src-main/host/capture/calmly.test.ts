import { describe, expect, it } from 'vitest';
import { Calmly } from './calmly.ts';
import { ManualClock } from './testing/manualClock.ts';

function counted() {
  const clock = new ManualClock();
  const times: number[] = [];
  const calmly = new Calmly(clock, 0.1, () => times.push(clock.nowSeconds()));
  return { clock, times, calmly };
}

describe('calls made calmly', () => {
  it('come at once after a silence', () => {
    const { clock, times, calmly } = counted();
    calmly.call();
    clock.advance(0.5);
    calmly.call();
    expect(times).toHaveLength(2);
  });

  it('come once for a burst, and once more at its end', () => {
    const { clock, times, calmly } = counted();
    for (let i = 0; i < 1000; i++) calmly.call();
    expect(times).toHaveLength(1);
    clock.advance(0.1);
    expect(times).toHaveLength(2);
    clock.advance(1);
    expect(times).toHaveLength(2);
  });
});

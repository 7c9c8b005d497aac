import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rulerTicks } from './ruler.ts';

const labels = (endSeconds: number, most: number): string[] =>
  rulerTicks({ fromSeconds: 0, toSeconds: endSeconds }, most).flatMap(({ label }) => label ?? []);

describe('a ruler', () => {
  it('counts in steps that are easily read', () => {
    expect(labels(2, 4)).toEqual(['0:00.0', '0:00.5', '0:01.0', '0:01.5', '0:02.0']);
    expect(labels(13, 10)).toEqual(['0:00', '0:02', '0:04', '0:06', '0:08', '0:10', '0:12']);
    expect(labels(3600, 4)).toEqual(['0:00', '15:00', '30:00', '45:00', '60:00']);
  });

  it('never has more labels than there is room for, nor ticks beyond the end', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 20_000, noNaN: true }),
        fc.double({ min: 0.1, max: 20_000, noNaN: true }),
        fc.integer({ min: 3, max: 40 }),
        (fromSeconds, length, most) => {
          const toSeconds = fromSeconds + length;
          const ticks = rulerTicks({ fromSeconds, toSeconds }, most);
          expect(ticks.filter(({ label }) => label !== undefined).length).toBeLessThanOrEqual(most + 1);
          expect(ticks.at(0)?.seconds ?? fromSeconds).toBeGreaterThanOrEqual(fromSeconds - 0.001);
          expect(ticks.at(-1)?.seconds ?? toSeconds).toBeLessThanOrEqual(toSeconds + 0.001);
        },
      ),
    );
  });

  it('counts hundredths where little is seen', () => {
    const ticks = rulerTicks({ fromSeconds: 61.005, toSeconds: 61.045 }, 4);
    expect(ticks.flatMap(({ label }) => label ?? [])).toEqual(['1:01.01', '1:01.02', '1:01.03', '1:01.04']);
  });

  it('begins at nought', () => {
    expect(rulerTicks({ fromSeconds: 0, toSeconds: 0 }, 5)).toEqual([{ seconds: 0, label: '0:00.00' }]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Seeker } from './seeker.ts';

describe('seeking', () => {
  it('does one at a time, and the newest wish next', () => {
    const begun: number[] = [];
    const seeker = new Seeker((seconds) => begun.push(seconds));
    for (const seconds of [1, 2, 3]) seeker.to(seconds);
    expect(begun).toEqual([1]);
    seeker.ended();
    expect(begun).toEqual([1, 3]);
    seeker.ended();
    expect(begun).toEqual([1, 3]);
    seeker.to(4);
    expect(begun).toEqual([1, 3, 4]);
  });

  it('always arrives at the last wish, with never more than one under way', () => {
    const moves = fc.array(fc.oneof(fc.nat(100), fc.constant('ended' as const)), { minLength: 1 });
    fc.assert(
      fc.property(moves, (given) => {
        let underWay = 0;
        let last: number | undefined;
        const seeker = new Seeker((seconds) => {
          underWay++;
          last = seconds;
          expect(underWay).toBe(1);
        });
        const end = (): void => {
          if (underWay === 0) return;
          underWay--;
          seeker.ended();
        };
        for (const move of given) {
          if (move === 'ended') end();
          else seeker.to(move);
        }
        while (underWay > 0) end();
        expect(last).toBe(given.findLast((move) => move !== 'ended'));
      }),
    );
  });
});

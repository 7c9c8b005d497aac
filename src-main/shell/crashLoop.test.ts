import { describe, expect, it } from 'vitest';
import { CrashLoop } from './crashLoop.ts';

const deaths = (loop: CrashLoop, ...seconds: number[]) =>
  seconds.map((second) => loop.noteDeath(second * 1000));

describe('a loop of deaths', () => {
  it('is three within a minute', () => {
    expect(deaths(new CrashLoop(), 0, 20, 59)).toEqual([false, false, true]);
  });

  it('is not three over a longer time', () => {
    expect(deaths(new CrashLoop(), 0, 31, 62, 93)).toEqual([false, false, false, false]);
  });

  it('is counted anew once it was noticed', () => {
    expect(deaths(new CrashLoop(), 0, 1, 2, 3, 4, 5)).toEqual([false, false, true, false, false, true]);
  });
});

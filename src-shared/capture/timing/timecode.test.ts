import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TIMECODE_RATES } from '../../contract/index.ts';
import { timecodeAt } from './timecode.ts';

describe('a timecode', () => {
  it('counts frames from midnight', () => {
    expect(timecodeAt(0, '24')).toBe('00:00:00:00');
    expect(timecodeAt(3600 + 2 * 60 + 3 + 4 / 25, '25')).toBe('01:02:03:04');
    expect(timecodeAt(86_399 + 59.5 / 60, '60')).toBe('23:59:59:59');
    expect(timecodeAt(86_400, '60')).toBe('00:00:00:00');
    expect(timecodeAt(-1, '30')).toBe('23:59:59:00');
  });

  it('drops numbers at full minutes, but not at every tenth', () => {
    const at = (frame: number) => timecodeAt((frame * 1001) / 30_000, '29.97 drop');
    expect([at(1799), at(1800), at(1801)]).toEqual(['00:00:59;29', '00:01:00;02', '00:01:00;03']);
    expect([at(17_981), at(17_982)]).toEqual(['00:09:59;29', '00:10:00;00']);
    const fast = (frame: number) => timecodeAt((frame * 1001) / 60_000, '59.94 drop');
    expect([fast(3599), fast(3600)]).toEqual(['00:00:59;59', '00:01:00;04']);
  });

  it('is the time of day, within two frames over the whole day, and grows with it', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 86_000, noNaN: true }),
        fc.constantFrom(...TIMECODE_RATES),
        (seconds, rate) => {
          const [clock = '', frame = ''] = timecodeAt(seconds, rate).split(/[:;](?=\d\d$)/);
          const [hours = 0, minutes = 0, whole = 0] = clock.split(':').map(Number);
          const told = hours * 3600 + minutes * 60 + whole + Number(frame) / Number.parseFloat(rate);
          expect(Math.abs(told - seconds)).toBeLessThan(0.17);
          expect(timecodeAt(seconds + 1.01, rate) > timecodeAt(seconds, rate)).toBe(true);
        },
      ),
    );
  });
});

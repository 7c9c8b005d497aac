import { describe, expect, it } from 'vitest';
import { duration } from './duration.ts';

describe('a duration', () => {
  it('is minutes, seconds and tenths, which never round up to 60', () => {
    expect([0, 0.09, 9.95, 59.99, 60, 754.26].map(duration)).toEqual([
      '0:00.0',
      '0:00.0',
      '0:09.9',
      '0:59.9',
      '1:00.0',
      '12:34.2',
    ]);
  });
});

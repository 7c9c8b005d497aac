import { describe, expect, it } from 'vitest';
import { CAPTURE_CHANNELS } from '#shared/capture/index.ts';
import { nameParts } from './nameParts.ts';

describe('the name of a channel in two parts', () => {
  it('ends with its last two words', () => {
    expect(nameParts('eyeLookDownLeft')).toEqual(['eyeLook', 'DownLeft']);
    expect(nameParts('mouthSmileRight')).toEqual(['mouth', 'SmileRight']);
    expect(nameParts('jawOpen')).toEqual(['', 'jawOpen']);
  });

  it('is told from all others by its end and its first two letters', () => {
    const short = CAPTURE_CHANNELS.map((name) => name.slice(0, 2) + nameParts(name)[1]);
    expect(new Set(short).size).toBe(CAPTURE_CHANNELS.length);
  });
});

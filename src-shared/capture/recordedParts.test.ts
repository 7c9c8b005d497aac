import { describe, expect, it } from 'vitest';
import { RECORDED_PARTS } from '../contract/index.ts';
import { CAPTURE_CHANNELS } from './captureFrame.ts';
import { channelsOfParts } from './recordedParts.ts';

describe('the parts of a performer', () => {
  it('are all channels together, each once', () => {
    expect(channelsOfParts(RECORDED_PARTS)).toEqual([...CAPTURE_CHANNELS]);
    const sum = RECORDED_PARTS.reduce((count, part) => count + channelsOfParts([part]).length, 0);
    expect(sum).toBe(CAPTURE_CHANNELS.length);
  });

  it.each([
    ['brows', 5],
    ['eyelids', 6],
    ['gaze', 14],
    ['jaw', 4],
    ['mouth', 24],
    ['cheeks', 5],
    ['head', 3],
    ['body', 0],
  ] as const)('%s has %i channels', (part, count) => {
    expect(channelsOfParts([part])).toHaveLength(count);
  });
});

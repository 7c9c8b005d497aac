import { describe, expect, it } from 'vitest';
import { CAPTURE_CHANNEL_COUNT } from '../captureFrame.ts';
import { decodeRawFaceMessage, encodeRawFaceMessage } from './rawFaceMessage.ts';

describe('a raw face on its way to a studio', () => {
  it('arrives as it was sent, with the id of its subject', () => {
    const channels = Float32Array.from({ length: CAPTURE_CHANNEL_COUNT }, (_, i) => i / 50);
    const read = new Float32Array(CAPTURE_CHANNEL_COUNT);
    const message = encodeRawFaceMessage(channels, 40_000);
    expect(decodeRawFaceMessage(message, read)).toBe(40_000);
    expect(read).toEqual(channels);
  });

  it('is told from messages of other kinds', () => {
    const message = encodeRawFaceMessage(new Float32Array(CAPTURE_CHANNEL_COUNT), 1);
    const other = message.slice();
    other[1] = 1;
    for (const bytes of [other, message.slice(1)])
      expect(decodeRawFaceMessage(bytes, new Float32Array(1))).toBeUndefined();
  });
});

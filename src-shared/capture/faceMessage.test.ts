import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CAPTURE_CHANNEL_COUNT } from './captureFrame.ts';
import { decodeFaceMessage, encodeFaceMessage } from './faceMessage.ts';

const channels = fc.float32Array({
  minLength: CAPTURE_CHANNEL_COUNT,
  maxLength: CAPTURE_CHANNEL_COUNT,
  noNaN: true,
});

describe('a live face message', () => {
  it('has its fields where the layout says', () => {
    const values = new Float32Array(CAPTURE_CHANNEL_COUNT).fill(0.5);
    const message = encodeFaceMessage(values, 2, 0x0102);
    expect(message).toHaveLength(256);
    expect([...message.subarray(0, 12)]).toEqual([1, 1, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0x40]);
    expect([...message.subarray(12, 16)]).toEqual([0, 0, 0, 0x3f]);
    expect([...message.subarray(-4)]).toEqual([0, 0, 0, 0x3f]);
  });

  it('comes back as it was sent', () => {
    fc.assert(
      fc.property(channels, fc.nat(0xffff), (sent, id) => {
        const read = new Float32Array(CAPTURE_CHANNEL_COUNT);
        const message = encodeFaceMessage(sent, 1.5, id);
        expect(decodeFaceMessage(message.slice().buffer, read)).toBe(id);
        expect(read).toEqual(sent);
      }),
    );
  });

  it('is refused in any other length, version or kind', () => {
    const read = new Float32Array(CAPTURE_CHANNEL_COUNT);
    const message = encodeFaceMessage(read, 1.5, 7);
    for (const [at, value] of [
      [0, 2],
      [1, 2],
    ] as const) {
      expect(decodeFaceMessage(message.with(at, value).slice().buffer, read)).toBeUndefined();
    }
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
        const isFace = bytes[0] === 1 && bytes[1] === 1 && bytes.length === 256;
        expect(decodeFaceMessage(bytes.slice().buffer, read) !== undefined).toBe(isFace);
      }),
    );
  });
});

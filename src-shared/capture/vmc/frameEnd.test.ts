import { describe, expect, it } from 'vitest';
import { createCaptureFrame } from '../captureFrame.ts';
import { encodeOscBundle } from '../osc/encode.ts';
import { createVmcDecoder } from './decodePacket.ts';
import { apply, blend, bone, ok, root, time, turn } from './testing/messages.ts';

/** A sender's packets of frame i. */
type SenderStyle = (i: number) => Uint8Array[];
const bundle = (...elements: Uint8Array[]): Uint8Array => encodeOscBundle(elements);

/** For each packet of some frames: the yaw of the head in the frame that it ended, or nothing. */
function ends(style: SenderStyle, frames: number): (number | undefined)[] {
  const decode = createVmcDecoder();
  const frame = createCaptureFrame();
  return Array.from({ length: frames }, (_, i) => style(i))
    .flat()
    .map((packet) =>
      decode(packet, frame) === 'frame' ? Math.round(100 * (frame.head[0] ?? 0)) : undefined,
    );
}

/** The head's yaw tells which frame a bone is of: i hundredths of a radian. */
const head = (i: number): Uint8Array => bone('Head', turn('y', i / 100));
const weights = [blend('jawOpen', 0.5), blend('mouthClose', 0.5)];

describe('where a frame of VMC ends', () => {
  it('is the time at the end of the last of several packets: Virtual Motion Capture', () => {
    const style: SenderStyle = (i) => [
      bundle(bone('Hips'), bone('Spine')),
      bundle(...weights, apply),
      bundle(root(), bundle(head(i)), ok(1, 3, 0), time(i / 60)),
    ];
    expect(ends(style, 3)).toEqual([
      undefined,
      undefined,
      0,
      undefined,
      undefined,
      1,
      undefined,
      undefined,
      2,
    ]);
  });

  it('is the time in a packet of its own: the protocol’s own examples', () => {
    const style: SenderStyle = (i) => [root(), bone('Hips'), head(i), ...weights, apply, ok(1), time(i / 60)];
    expect(ends(style, 2)).toEqual([...Array(7), 0, ...Array(7), 1]);
  });

  it('is Apply, of a sender without a time from its third frame on', () => {
    const together: SenderStyle = (i) => [bundle(head(i), ...weights, apply)];
    expect(ends(together, 5)).toEqual([undefined, undefined, 2, 3, 4]);
    const inTwo: SenderStyle = (i) => [bundle(bone('Hips'), head(i)), bundle(...weights, apply)];
    expect(ends(inTwo, 5).slice(-4)).toEqual([undefined, 3, undefined, 4]);
  });

  it('is Apply where the time comes first', () => {
    const style: SenderStyle = (i) => [
      bundle(ok(1), time(i / 60), root(), bone('Hips'), head(i)),
      bundle(...weights, apply),
    ];
    expect(ends(style, 5).slice(-4)).toEqual([undefined, 3, undefined, 4]);
  });

  it('is the end of a packet that tells all bones: SlimeVR', () => {
    const style: SenderStyle = (i) => [bundle(time(i / 60), ok(1), root(), bone('Hips'), head(i))];
    expect(ends(style, 5)).toEqual([undefined, undefined, 2, 3, 4]);
  });

  it('is where a bone comes again, of a sender that gives no other sign', () => {
    const style: SenderStyle = (i) => [bone('Hips'), bone('Spine'), head(i)];
    expect(ends(style, 6).slice(-6)).toEqual([3, undefined, undefined, 4, undefined, undefined]);
  });

  it('stays the time when a packet with it was lost', () => {
    const style: SenderStyle = (i) => [
      bundle(bone('Hips'), head(i)),
      bundle(...weights, apply),
      ...(i === 1 ? [] : [time(i / 60)]),
    ];
    expect(ends(style, 4).filter((yaw) => yaw !== undefined)).toEqual([0, 2, 3]);
  });

  it('is found anew when another sender takes over', () => {
    const style: SenderStyle = (i) =>
      i < 4 ? [bundle(head(i), ...weights, apply), time(i / 60)] : [bundle(head(i), ...weights, apply)];
    expect(ends(style, 9).filter((yaw) => yaw !== undefined)).toEqual([0, 1, 2, 3, 6, 7, 8]);
  });
});

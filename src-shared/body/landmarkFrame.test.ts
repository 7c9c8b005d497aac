import { describe, expect, it } from 'vitest';
import { CHANNEL_NAMES, channelOf, copyLandmarkFrame, createLandmarkFrame } from './landmarkFrame.ts';
import { copyOf, flatFrame } from './testing/frames.ts';

describe('a new frame', () => {
  it('holds nothing yet, in arrays of the landmarks it will hold', () => {
    const frame = createLandmarkFrame();
    for (const name of CHANNEL_NAMES) {
      expect(channelOf(frame, name)).toMatchObject({ presence: 'absent', gated: false, clamped: false });
    }
    const lengths = (name: (typeof CHANNEL_NAMES)[number]) =>
      Object.fromEntries(
        Object.entries(channelOf(frame, name).signals).map(([key, { length }]) => [key, length]),
      );
    expect(lengths('pose')).toEqual({ image: 33 * 4, world: 33 * 3 });
    expect(lengths('left_hand')).toEqual({ image: 21 * 3, world: 21 * 3 });
    expect(lengths('right_hand')).toEqual({ image: 21 * 3, world: 21 * 3 });
    expect(lengths('face')).toEqual({ blendshapes: 52, head: 7 });
  });
});

describe('a copied frame', () => {
  it('is equal in every channel, mark and number', () => {
    const frame = flatFrame(1.5, 0.25);
    frame.hands.left.presence = 'filled';
    frame.pose.gated = true;
    frame.face.clamped = true;
    frame.hands.right.confidence = 0.4;
    const copy = createLandmarkFrame();
    copyLandmarkFrame(frame, copy);
    expect(copy).toEqual(frame);
  });

  it('shares no memory with its source', () => {
    const frame = flatFrame(0, 0.25);
    const copy = copyOf(frame);
    for (const name of CHANNEL_NAMES) {
      for (const signal of Object.values(channelOf(frame, name).signals)) signal.fill(9);
    }
    expect(copy).toEqual(flatFrame(0, 0.25));
  });
});

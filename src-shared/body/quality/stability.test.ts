import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HAND_IMAGE_STRIDE, type LandmarkFrame, POSE_IMAGE_STRIDE } from '../landmarkFrame.ts';
import { POSE } from '../landmarks.ts';
import { lose, personFrame, SHOULDERS } from '../testing/frames.ts';
import { JitterMeter } from './stability.ts';

function jitterOf(frames: readonly LandmarkFrame[], aspect = 1): number | undefined {
  const meter = new JitterMeter(aspect);
  for (const frame of frames) meter.observe(frame);
  return meter.median();
}

const person = (frames: number): LandmarkFrame[] =>
  Array.from({ length: frames }, (_, i) => personFrame(i / 25));

/** Moves what is measured up and down by turns, except the shoulders. */
function shake(frames: readonly LandmarkFrame[], amplitude: number): readonly LandmarkFrame[] {
  for (const [i, { pose, hands }] of frames.entries()) {
    const dy = i % 2 === 0 ? amplitude : -amplitude;
    const shakePoint = (image: Float32Array, at: number): void => {
      image[at + 1] = (image[at + 1] ?? 0) + dy;
    };
    for (const joint of [POSE.nose, ...Object.values(POSE.elbow), ...Object.values(POSE.wrist)]) {
      shakePoint(pose.signals.image, joint * POSE_IMAGE_STRIDE);
    }
    for (const { signals } of [hands.left, hands.right]) {
      for (let at = 0; at < signals.image.length; at += HAND_IMAGE_STRIDE) shakePoint(signals.image, at);
    }
  }
  return frames;
}

describe('jitter', () => {
  it('is nothing on a parabola, however fast', () => {
    const coefficient = fc.double({ min: -0.02, max: 0.02, noNaN: true });
    fc.assert(
      fc.property(coefficient, coefficient, (velocity, acceleration) => {
        const frames = Array.from({ length: 9 }, (_, i) =>
          personFrame(i / 25, velocity * i + acceleration * i * i),
        );
        expect(jitterOf(frames)).toBeLessThan(1e-4);
      }),
    );
  });

  it('grows in proportion to the shake', () => {
    const still = jitterOf(shake(person(15), 0.01)) ?? 0;
    expect(still).toBeGreaterThan(0);
    for (const factor of [0.1, 0.5, 2]) {
      expect(jitterOf(shake(person(15), 0.01 * factor))).toBeCloseTo(still * factor, 4);
    }
  });

  it('is measured in shoulder widths: the distance from the fitted parabola', () => {
    // For +a, -a, +a ... the parabola through five points leaves 48/35 a at the middle one, 0 at the two shoulders.
    const points = 7 + 2 * 21;
    const expected = ((48 / 35) * 0.01 * (points - 2)) / points / SHOULDERS;
    expect(jitterOf(shake(person(9), 0.01))).toBeCloseTo(expected, 5);
  });

  it('is the median over the video: one jump does not count', () => {
    const frames = person(41);
    frames[20]?.pose.signals.image.fill(0.9);
    expect(jitterOf(frames)).toBeLessThan(1e-5);
  });

  it('needs a person in five frames in a row', () => {
    expect(jitterOf([])).toBeUndefined();
    expect(jitterOf(person(4))).toBeUndefined();
    expect(jitterOf(person(5))).toBeDefined();
    expect(
      jitterOf(person(20).map((frame, i) => (i % 5 === 0 ? lose(frame, 'pose') : frame))),
    ).toBeUndefined();
  });

  it('leaves out points that are not visible, and hands that are not seen in all five frames', () => {
    const frames = shake(person(9), 0.01).map((frame, i) =>
      i % 4 === 0 ? lose(frame, 'left_hand', 'right_hand') : frame,
    );
    const hidden = [POSE.nose, ...Object.values(POSE.elbow), ...Object.values(POSE.wrist)];
    for (const frame of frames) {
      for (const joint of hidden) frame.pose.signals.image[joint * POSE_IMAGE_STRIDE + 3] = 0.4;
    }
    expect(jitterOf(frames)).toBeLessThan(1e-5);
  });
});

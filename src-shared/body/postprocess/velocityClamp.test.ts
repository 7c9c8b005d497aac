import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HAND_IMAGE_STRIDE, type LandmarkFrame, POSE_IMAGE_STRIDE } from '../landmarkFrame.ts';
import { POSE } from '../landmarks.ts';
import { copyOf, lose, personFrame, SHOULDERS } from '../testing/frames.ts';
import { quaternionAngle } from './quaternion.ts';
import { clampVelocity, shoulderWidth } from './velocityClamp.ts';

const DEGREES = 18;
/** What the end of an arm of 1.9 shoulder widths travels in 18 degrees. */
const LIMIT = ((DEGREES * Math.PI) / 180) * 1.9 * SHOULDERS;
const wrist = POSE.wrist.left * POSE_IMAGE_STRIDE;

function clamp(last: LandmarkFrame, next: LandmarkFrame, aspect = 1): LandmarkFrame {
  clampVelocity(last, next, DEGREES, aspect);
  return next;
}

function travel(before: Float32Array, after: Float32Array, at: number, aspect = 1): number {
  const moved = (axis: number): number => (after[at + axis] ?? 0) - (before[at + axis] ?? 0);
  return Math.hypot(moved(0) * aspect, moved(1));
}

describe('the velocity clamp', () => {
  const jump = fc.double({ min: -1, max: 1, noNaN: true });
  const interval = fc.double({ min: 0.005, max: 0.08, noNaN: true });

  it('lets no point travel further than an arm swings, in the direction it went, and marks what it held back', () => {
    fc.assert(
      fc.property(jump, jump, interval, (dx, dy, seconds) => {
        const last = personFrame(0);
        const next = personFrame(seconds);
        const raw = next.pose.signals.image;
        raw[wrist] = 0.5 + dx;
        raw[wrist + 1] = 0.6 + dy;
        clamp(last, next);
        const limit = LIMIT * seconds * 25;
        const moved = travel(last.pose.signals.image, raw, wrist);
        expect(moved).toBeCloseTo(Math.min(limit, Math.hypot(dx, dy)), 5);
        if (Math.abs(Math.hypot(dx, dy) - limit) > 1e-4) {
          expect(next.pose.clamped).toBe(Math.hypot(dx, dy) > limit);
        }
        const across = ((raw[wrist] ?? 0) - 0.5) * dy - ((raw[wrist + 1] ?? 0) - 0.6) * dx;
        expect(across).toBeCloseTo(0, 5);
      }),
    );
  });

  it('measures in the picture as it is shown, whatever its shape', () => {
    const [last, next] = [personFrame(0), personFrame(0.04)];
    for (const frame of [last, next]) {
      const { image } = frame.pose.signals;
      for (let i = 0; i < image.length; i += POSE_IMAGE_STRIDE) image[i] = (image[i] ?? 0) / 2;
    }
    next.pose.signals.image[wrist] = 1;
    clamp(last, next, 2);
    expect(travel(last.pose.signals.image, next.pose.signals.image, wrist, 2)).toBeCloseTo(LIMIT, 5);
  });

  it('holds hands back as well, each for itself', () => {
    const [last, next] = [personFrame(0), personFrame(0.04)];
    const { image } = next.hands.left.signals;
    for (let i = 0; i < image.length; i += HAND_IMAGE_STRIDE) image[i] = 0.9;
    clamp(last, next);
    expect(travel(last.hands.left.signals.image, image, 0)).toBeCloseTo(LIMIT, 5);
    expect([next.hands.left.clamped, next.hands.right.clamped]).toEqual([true, false]);
  });

  it('takes what was lost afresh, wherever it comes back', () => {
    const next = personFrame(0.04, 0.4);
    const expected = copyOf(next);
    expect(clamp(lose(personFrame(0), 'pose', 'left_hand', 'right_hand'), next)).toEqual(expected);
  });

  it('does not hold somebody back whose shoulders vanish because they stand sideways', () => {
    const sideways = (timeSeconds: number, x: number): LandmarkFrame => {
      const frame = personFrame(timeSeconds, x);
      for (const shoulder of [POSE.shoulder.left, POSE.shoulder.right]) {
        frame.pose.signals.image[shoulder * POSE_IMAGE_STRIDE] = 0.5 + x;
      }
      return frame;
    };
    const next = clamp(sideways(0, 0), sideways(0.04, 0.8 * LIMIT));
    expect([next.pose.clamped, next.hands.left.clamped]).toEqual([false, false]);
  });

  it('measures a hand by its own size where the body is not seen or far too small', () => {
    const closeUp = (timeSeconds: number, x: number): LandmarkFrame => {
      const frame = lose(personFrame(timeSeconds, x), 'right_hand');
      const { image } = frame.pose.signals;
      for (let i = 0; i < image.length; i += POSE_IMAGE_STRIDE) image.set([0.5, 0.5], i);
      return frame;
    };
    expect(clamp(closeUp(0, 0), closeUp(0.04, 0.3 * LIMIT)).hands.left.clamped).toBe(false);
    const alone = clamp(lose(closeUp(0, 0), 'pose'), lose(closeUp(0.04, 0.9), 'pose'));
    expect(alone.hands.left.clamped).toBe(true);
  });

  it('lets the head turn by 18 degrees per 1/25 s at most', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 3, noNaN: true }), interval, (angle, seconds) => {
        const [last, next] = [personFrame(0), personFrame(seconds)];
        next.face.signals.head.set([0, Math.sin(angle / 2), 0, Math.cos(angle / 2)]);
        clamp(last, next);
        const limit = (DEGREES * Math.PI * seconds * 25) / 180;
        const turned = quaternionAngle(last.face.signals.head, next.face.signals.head);
        expect(turned).toBeLessThanOrEqual(limit * 1.02 + 0.002);
        if (Math.abs(angle - limit) > 0.01) expect(next.face.clamped).toBe(angle > limit);
        if (!next.face.clamped) expect(turned).toBeCloseTo(angle, 2);
        expect(Math.hypot(...next.face.signals.head.subarray(0, 4))).toBeCloseTo(1, 5);
      }),
    );
  });
});

describe('the shoulder width', () => {
  it('is in frame heights, whatever the shape of the picture', () => {
    expect(shoulderWidth(personFrame(0).pose, 1)).toBeCloseTo(SHOULDERS, 6);
    expect(shoulderWidth(personFrame(0).pose, 16 / 9)).toBeCloseTo((SHOULDERS * 16) / 9, 6);
  });
});

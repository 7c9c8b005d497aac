import { describe, expect, it } from 'vitest';
import { NO_CALIBRATION, RANGE_STEPS } from '#shared/capture/index.ts';
import {
  back,
  forward,
  isAtEnd,
  RANGE_START,
  reachedBefore,
  resultOf,
  stepOf,
  withPose,
  withReach,
} from './rangeWizard.ts';

const pose = {
  neutral: { jawOpen: 0.1 },
  neutralHeadPosition: [0, 0, 0] as [number, number, number],
  noise: {},
};
const atJaw = withPose(RANGE_START, pose);

describe('a range of motion, step by step', () => {
  it('begins with the neutral pose, and goes no further without it', () => {
    expect(stepOf(RANGE_START)).toBeUndefined();
    expect(forward(RANGE_START)).toEqual(RANGE_START);
    expect(back(RANGE_START)).toEqual(RANGE_START);
    expect(resultOf(RANGE_START, NO_CALIBRATION)).toBeUndefined();
    expect(stepOf(atJaw)?.name).toBe('jaw_open');
  });

  it('takes of each measurement what the step asked for, and goes on', () => {
    const afterJaw = withReach(atJaw, { jawOpen: 0.7, mouthSmileLeft: 0.4 });
    expect(stepOf(afterJaw)?.name).toBe('jaw_left');
    expect(reachedBefore(afterJaw)).toEqual([['jawOpen', 0.7]]);
    const { calibration } = resultOf(afterJaw, NO_CALIBRATION) ?? {};
    expect(calibration?.neutral).toEqual(pose.neutral);
    expect(Object.keys(calibration?.gain ?? {})).toEqual(['jawOpen']);
  });

  it('can be gone back to, measured again, and skipped to its end', () => {
    const again = withReach(back(withReach(atJaw, { jawOpen: 0.2 })), { jawOpen: 0.9 });
    expect(again.reached).toEqual({ jawOpen: 0.9 });
    const end = RANGE_STEPS.reduce(forward, again);
    expect(isAtEnd(end)).toBe(true);
    expect(forward(end)).toEqual(end);
    expect(stepOf(back(end))?.name).toBe('look_down');
  });
});

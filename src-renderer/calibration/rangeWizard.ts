import { calibrateRange, RANGE_STEPS, type RangeCalibration, type Reached } from '#shared/capture/index.ts';
import type { Calibration, NeutralPose } from '#shared/contract/index.ts';

/** How far a range of motion has come: the neutral pose first, then each step, then the end. */
export interface RangeWizard {
  /** 0 is the neutral pose, 1 the first of `RANGE_STEPS`, one past the last the end. */
  readonly place: number;
  readonly pose: NeutralPose | undefined;
  /** Per channel that was asked for, how far it went, raw. */
  readonly reached: Reached;
}

export const RANGE_START: RangeWizard = { place: 0, pose: undefined, reached: {} };
const RANGE_END = RANGE_STEPS.length + 1;
/** Steps in all, the neutral pose with them. */
export const RANGE_STEP_COUNT = RANGE_STEPS.length + 1;

export const isAtEnd = ({ place }: RangeWizard): boolean => place === RANGE_END;

/** What is asked for now; undefined for the neutral pose, and at the end. */
export const stepOf = ({ place }: RangeWizard): (typeof RANGE_STEPS)[number] | undefined =>
  RANGE_STEPS[place - 1];

export function withPose(wizard: RangeWizard, pose: NeutralPose): RangeWizard {
  return { ...wizard, pose, place: 1 };
}

/** Of a measurement, what the step has asked for counts; then the next step. */
export function withReach(wizard: RangeWizard, reach: Reached): RangeWizard {
  const asked = stepOf(wizard)?.channels ?? [];
  const reached = Object.fromEntries(asked.map((channel) => [channel, reach[channel] ?? 0]));
  return forward({ ...wizard, reached: { ...wizard.reached, ...reached } });
}

/** What the step before this one reached; nothing where it was skipped. */
export function reachedBefore({ place, reached }: RangeWizard): readonly (readonly [string, number])[] {
  return Object.entries(reached).filter(([name]) =>
    RANGE_STEPS[place - 2]?.channels.some((channel) => channel === name),
  );
}

/** The step before; the neutral pose is the first. */
export function back(wizard: RangeWizard): RangeWizard {
  return { ...wizard, place: Math.max(0, wizard.place - 1) };
}

/** The next step. Without a neutral pose there is none. */
export function forward(wizard: RangeWizard): RangeWizard {
  return wizard.pose ? { ...wizard, place: Math.min(RANGE_END, wizard.place + 1) } : wizard;
}

/** What was measured, as a calibration; undefined before the neutral pose. */
export function resultOf({ pose, reached }: RangeWizard, before: Calibration): RangeCalibration | undefined {
  return pose && calibrateRange(before, pose, reached);
}

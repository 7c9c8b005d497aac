/** Steps are counted in microseconds, so that equal frames have equal steps whatever a clock's last bits say. */
const STEPS_PER_SECOND = 1e6;
/** A longer pause is taken as this long: everything has come to rest by then. */
const LONGEST_STEP = 60;

/** The time between evaluations. Time that stands still or goes back is a step of 0. */
export interface RigClock {
  readonly timeSeconds: number;
  readonly started: boolean;
  /** @returns seconds since the last step; a time that is no finite number is the last one again */
  step(timeSeconds: number): number;
  reset(): void;
}

export function createRigClock(): RigClock {
  const clock = {
    timeSeconds: 0,
    started: false,
    step(timeSeconds: number): number {
      if (!Number.isFinite(timeSeconds)) return 0;
      const passed = clock.started ? timeSeconds - clock.timeSeconds : 0;
      clock.timeSeconds = timeSeconds;
      clock.started = true;
      if (!(passed > 0)) return 0;
      return Math.round(Math.min(LONGEST_STEP, passed) * STEPS_PER_SECOND) / STEPS_PER_SECOND;
    },
    reset(): void {
      clock.timeSeconds = 0;
      clock.started = false;
    },
  };
  return clock;
}

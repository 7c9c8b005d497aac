import type { Timing } from '../../playback/index.ts';

/** What of a subject tells when its frames are. */
export interface SubjectTimes {
  readonly times: Float64Array;
  readonly periodSeconds: number;
}

/** For a take without frames. */
const USUAL_PERIOD_SECONDS = 1 / 60;
/** However close two frames come together, a step is not shorter. */
const SHORTEST_PERIOD_SECONDS = 1 / 240;

/**
 * The steps of a take: a subject's own frames and, where there are none, as many steps as its rhythm has there.
 *
 * @param subject undefined for a take without subjects
 */
export function takeTiming(subject: SubjectTimes | undefined, durationSeconds: number): Timing {
  const known = subject !== undefined && subject.periodSeconds > 0;
  const period = known ? Math.max(subject.periodSeconds, SHORTEST_PERIOD_SECONDS) : USUAL_PERIOD_SECONDS;
  const steps = [0];
  const stepTo = (time: number): void => {
    const from = steps.at(-1) ?? 0;
    const count = Math.round((time - from) / period);
    for (let i = 1; i < count; i++) steps.push(from + ((time - from) * i) / count);
  };
  for (const time of subject?.times ?? []) {
    stepTo(time);
    if (time > (steps.at(-1) ?? 0)) steps.push(time);
  }
  const endSeconds = Math.max(durationSeconds, (steps.at(-1) ?? 0) + period);
  stepTo(endSeconds);
  return { times: Float64Array.from(steps), endSeconds };
}

/** A sample stands for a still face when its successor is this many intervals late. */
const LATE = 1.5;
/** After a longer gap the rate is learnt anew. */
const LONGEST_INTERVAL = 0.15;
const LEARNING = 0.2;
/** A frame that ends this much of itself before the next sample is due goes all the way. */
const SLACK = 0.25;

/**
 * Tells samples from the frames that are drawn between them. A camera of 25 or 30 samples a second is drawn at 60: what is
 * held in between is no new measurement, and the way to each sample is taken in even steps until the next is due.
 */
export interface SampleEase {
  /** Seconds that a filter is to be stepped by: since it was last, and 0 while a sample is merely held. */
  readonly filterSeconds: number;
  /** Share of the way from what is shown to the filtered sample that this frame goes. */
  readonly share: number;
  step(isNew: boolean, seconds: number): void;
  reset(): void;
}

export function createSampleEase(): SampleEase {
  const state = { interval: 0, sinceNew: 0, sinceStep: 0 };

  function learn(gap: number): void {
    if (gap > LONGEST_INTERVAL) state.interval = 0;
    else state.interval += (gap - state.interval) * (state.interval === 0 ? 1 : LEARNING);
  }

  const ease = {
    filterSeconds: 0,
    share: 1,
    step(isNew: boolean, seconds: number): void {
      state.sinceNew += seconds;
      state.sinceStep += seconds;
      if (isNew) {
        learn(state.sinceNew);
        state.sinceNew = 0;
      }
      const isDue = isNew || state.sinceNew > LATE * state.interval;
      ease.filterSeconds = isDue ? state.sinceStep : 0;
      if (isDue) state.sinceStep = 0;
      const left = state.interval - state.sinceNew;
      ease.share = left > seconds * (1 + SLACK) ? seconds / left : 1;
    },
    reset(): void {
      state.interval = 0;
      state.sinceNew = 0;
      state.sinceStep = 0;
    },
  };
  return ease;
}

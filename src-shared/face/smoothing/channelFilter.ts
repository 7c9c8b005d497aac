import type { FilterSettings } from '../presets/index.ts';

/** A cutoff so high that the filter passes everything on. */
const OPEN_HZ = 1e9;
/** A channel that is not seen goes to rest within about three times this. */
const UNSEEN_SECONDS = 0.12;

/**
 * Low-pass filters of many channels in one loop. Each is a One Euro filter (Casiez, Roussel and Vogel, CHI 2012): a moving
 * average whose cutoff rises with the speed of what it filters; with `beta` 0 it is a plain moving average. A channel that
 * is not seen goes to rest, and is approached smoothly when it is seen again.
 */
export interface ChannelFilter {
  /** The filtered channels. */
  readonly values: Float64Array;
  configure(settingsOf: (channel: number) => FilterSettings, regainSeconds: number): void;
  /** Takes the next values of all channels; NaN is one that is not seen. */
  step(next: Float64Array, seconds: number): void;
  /** Starts afresh at values; NaN counts as 0. */
  restart(at: Float64Array): void;
  /** The values that come next are not those that went before: they are approached from where the channels are. */
  distrust(): void;
}

export function createChannelFilter(channels: number): ChannelFilter {
  const state = createState(channels);
  const { values, raw, speeds, trust } = state;
  const derivativeCutoff = new Float64Array(channels);
  const forStep = { seconds: -1, turns: 0, rate: 0, trust: 1, decay: 0, regainSeconds: 1 };

  function prepare(seconds: number): void {
    const turns = 2 * Math.PI * seconds;
    forStep.seconds = seconds;
    forStep.turns = turns;
    forStep.rate = seconds > 0 ? 1 / seconds : 0;
    forStep.trust = seconds / forStep.regainSeconds;
    forStep.decay = Math.exp(-seconds / UNSEEN_SECONDS);
    // Neighbours mostly have the same settings, and clocks never the same step twice.
    let last = -1;
    let share = 0;
    for (let i = 0; i < channels; i++) {
      const hertz = derivativeCutoff[i] ?? 0;
      if (hertz !== last) share = shareOf(turns * hertz);
      last = hertz;
      state.speedShare[i] = share;
    }
  }

  return {
    values,
    configure(settingsOf, regainSeconds) {
      for (let i = 0; i < channels; i++) {
        const settings = settingsOf(i);
        const euro = settings.filter === 'one_euro';
        state.cutoff[i] = euro
          ? settings.minCutoffHz
          : settings.filter === 'ema'
            ? settings.cutoffHz
            : OPEN_HZ;
        state.beta[i] = euro ? settings.beta : 0;
        derivativeCutoff[i] = euro ? settings.derivativeCutoffHz : 1;
      }
      forStep.regainSeconds = regainSeconds;
      forStep.seconds = -1;
    },
    step(next, seconds) {
      if (seconds !== forStep.seconds) prepare(seconds);
      follow(state, next, forStep);
    },
    restart(at) {
      for (let i = 0; i < channels; i++) {
        const value = at[i] ?? 0;
        values[i] = Number.isNaN(value) ? 0 : value;
      }
      raw.set(values);
      speeds.fill(0);
      trust.fill(1);
    },
    distrust() {
      trust.fill(0);
    },
  };
}

type FilterState = ReturnType<typeof createState>;

function createState(channels: number) {
  return {
    values: new Float64Array(channels),
    raw: new Float64Array(channels),
    speeds: new Float64Array(channels),
    /** 0..1 on the way from a channel's return to when it is followed as usual. */
    trust: new Float64Array(channels).fill(1),
    cutoff: new Float64Array(channels),
    beta: new Float64Array(channels),
    /** Depends on the settings and the time step alone. */
    speedShare: new Float64Array(channels),
  };
}

interface ForStep {
  readonly turns: number;
  readonly rate: number;
  readonly trust: number;
  readonly decay: number;
}

/**
 * One step of all channels. It stands by itself and is handed its arrays: an engine that has met several filters compiles
 * such a loop as well as that of a single one, and a loop over variables from outside far worse.
 */
function follow(state: FilterState, next: Float64Array, forStep: ForStep): void {
  const { values, raw, speeds, trust, cutoff, beta, speedShare } = state;
  const { turns, rate, trust: trustStep, decay } = forStep;
  for (let i = 0; i < values.length; i++) {
    const value = next[i] ?? 0;
    const smoothed = values[i] ?? 0;
    if (Number.isNaN(value)) {
      values[i] = smoothed * decay;
      raw[i] = smoothed * decay;
      speeds[i] = 0;
      trust[i] = 0;
      continue;
    }
    const oldSpeed = speeds[i] ?? 0;
    const change = (value - (raw[i] ?? 0)) * rate;
    const speed = oldSpeed + (change - oldSpeed) * (speedShare[i] ?? 0);
    raw[i] = value;
    speeds[i] = speed;
    let share = shareOf(turns * ((cutoff[i] ?? 0) + (beta[i] ?? 0) * Math.abs(speed)));
    const believed = trust[i] ?? 0;
    if (believed < 1) {
      const now = Math.min(1, believed + trustStep);
      trust[i] = now;
      share = Math.min(share, shareOfWay(believed, now));
    }
    values[i] = smoothed + (value - smoothed) * share;
  }
}

/** Share of the new value in a moving average of cutoff f over a step t, of 2 pi f t. */
const shareOf = (turns: number): number => turns / (turns + 1);

/** Share of what is left of a smooth way from 0 to 1, in a step from one place of it to another. */
function shareOfWay(from: number, to: number): number {
  if (to >= 1) return 1;
  const left = 1 - from * from * (3 - 2 * from);
  return 1 - (1 - to * to * (3 - 2 * to)) / left;
}

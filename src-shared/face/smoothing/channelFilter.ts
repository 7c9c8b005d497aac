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
  let runs: Run[] = [];
  const forStep = { seconds: 0, trust: 1, decay: 0 };
  let regain = 1;

  return {
    values,
    configure(settingsOf, regainSeconds) {
      runs = runsOf(Array.from({ length: channels }, (_, i) => settingsOf(i)));
      regain = regainSeconds;
    },
    step(next, seconds) {
      if (seconds <= 0) return;
      forStep.seconds = seconds;
      forStep.trust = seconds / regain;
      forStep.decay = Math.exp(-seconds / UNSEEN_SECONDS);
      let isTrusted = true;
      for (let run = 0; run < runs.length; run++) {
        const settings = runs[run];
        if (settings) isTrusted = follow(state, settings, next, forStep) && isTrusted;
      }
      state.isTrusted = isTrusted;
    },
    restart(at) {
      for (let i = 0; i < channels; i++) {
        const value = at[i] ?? 0;
        values[i] = Number.isNaN(value) ? 0 : value;
      }
      raw.set(values);
      speeds.fill(0);
      trust.fill(1);
      state.isTrusted = true;
    },
    distrust() {
      trust.fill(0);
      state.isTrusted = false;
    },
  };
}

/** Neighbouring channels with the same settings. */
interface Run {
  readonly first: number;
  readonly end: number;
  readonly cutoff: number;
  readonly beta: number;
  readonly derivativeCutoff: number;
}

function runsOf(settings: readonly FilterSettings[]): Run[] {
  const runs: Run[] = [];
  for (const [i, ofChannel] of settings.entries()) {
    const own = coefficientsOf(ofChannel);
    const last = runs.at(-1);
    const isSame =
      last?.cutoff === own.cutoff && last.beta === own.beta && last.derivativeCutoff === own.derivativeCutoff;
    if (isSame) runs[runs.length - 1] = { ...last, end: i + 1 };
    else runs.push({ first: i, end: i + 1, ...own });
  }
  return runs;
}

function coefficientsOf(settings: FilterSettings) {
  switch (settings.filter) {
    case 'one_euro': {
      const { minCutoffHz, beta, derivativeCutoffHz } = settings;
      return { cutoff: minCutoffHz, beta, derivativeCutoff: derivativeCutoffHz };
    }
    case 'ema':
      return { cutoff: settings.cutoffHz, beta: 0, derivativeCutoff: 1 };
    case 'none':
      return { cutoff: OPEN_HZ, beta: 0, derivativeCutoff: 1 };
  }
}

type FilterState = ReturnType<typeof createState>;

function createState(channels: number) {
  return {
    values: new Float64Array(channels),
    raw: new Float64Array(channels),
    speeds: new Float64Array(channels),
    /** 0..1 on the way from a channel's return to when it is followed as usual. */
    trust: new Float64Array(channels).fill(1),
    /** Whether all channels are followed as usual. */
    isTrusted: true,
  };
}

interface ForStep {
  readonly seconds: number;
  readonly trust: number;
  readonly decay: number;
}

/**
 * One step of the channels of a run. It stands by itself and is handed its arrays: an engine that has met several filters
 * compiles such a loop as well as that of a single one, and a loop over variables from outside far worse.
 * @returns whether all of them are followed as usual
 */
function follow(state: FilterState, run: Run, next: Float64Array, forStep: ForStep): boolean {
  const { values, raw, speeds, trust, isTrusted } = state;
  const { first, end, cutoff, beta, derivativeCutoff } = run;
  const { seconds, trust: trustStep, decay } = forStep;
  const turns = 2 * Math.PI * seconds;
  const rate = 1 / seconds;
  const speedShare = shareOf(turns * derivativeCutoff);
  let areTrusted = true;
  for (let i = first; i < end; i++) {
    const value = next[i] ?? 0;
    const smoothed = values[i] ?? 0;
    if (Number.isNaN(value)) {
      values[i] = smoothed * decay;
      raw[i] = smoothed * decay;
      speeds[i] = 0;
      trust[i] = 0;
      areTrusted = false;
      continue;
    }
    const oldSpeed = speeds[i] ?? 0;
    const change = (value - (raw[i] ?? 0)) * rate;
    const speed = oldSpeed + (change - oldSpeed) * speedShare;
    raw[i] = value;
    speeds[i] = speed;
    let share = shareOf(turns * (cutoff + beta * Math.abs(speed)));
    const believed = isTrusted ? 1 : (trust[i] ?? 0);
    if (believed < 1) {
      const now = Math.min(1, believed + trustStep);
      trust[i] = now;
      share = Math.min(share, shareOfWay(believed, now));
      if (now < 1) areTrusted = false;
    }
    values[i] = smoothed + (value - smoothed) * share;
  }
  return areTrusted;
}

/** Share of the new value in a moving average of cutoff f over a step t, of 2 pi f t. */
const shareOf = (turns: number): number => turns / (turns + 1);

/** Share of what is left of a smooth way from 0 to 1, in a step from one place of it to another. */
function shareOfWay(from: number, to: number): number {
  if (to >= 1) return 1;
  const left = 1 - from * from * (3 - 2 * from);
  return 1 - (1 - to * to * (3 - 2 * to)) / left;
}

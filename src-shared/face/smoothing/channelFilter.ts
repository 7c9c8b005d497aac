import type { FilterSettings } from '../presets/index.ts';

/** A cutoff so high that the filter passes everything on. */
const OPEN_HZ = 1e9;
/** A channel that is not seen goes to rest within about three times this. */
const UNSEEN_SECONDS = 0.12;

/** Places of what is known of a channel: its last value and speed; 0..1 on the way from its return to usual; settings. */
const RAW = 0;
const SPEED = 1;
const TRUST = 2;
const CUTOFF = 3;
const BETA = 4;
/** Of the settings and the time step. */
const SPEED_SHARE = 5;
const WIDTH = 6;

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
  const values = new Float64Array(channels);
  /** What is known of each channel, side by side: one array to reach for in the loop, not seven. */
  const known = new Float64Array(channels * WIDTH);
  const derivativeCutoff = new Float64Array(channels);
  for (let i = 0; i < channels; i++) known[i * WIDTH + TRUST] = 1;
  const forStep = { seconds: -1, turns: 0, rate: 0, trust: 1, decay: 0, regainSeconds: 1 };

  function prepare(seconds: number): void {
    const turns = 2 * Math.PI * seconds;
    forStep.seconds = seconds;
    forStep.turns = turns;
    forStep.rate = seconds > 0 ? 1 / seconds : 0;
    forStep.trust = seconds / forStep.regainSeconds;
    forStep.decay = Math.exp(-seconds / UNSEEN_SECONDS);
    for (let i = 0; i < channels; i++) {
      known[i * WIDTH + SPEED_SHARE] = shareOf(turns * (derivativeCutoff[i] ?? 0));
    }
  }

  return {
    values,
    configure(settingsOf, regainSeconds) {
      for (let i = 0; i < channels; i++) {
        const settings = settingsOf(i);
        const euro = settings.filter === 'one_euro';
        known[i * WIDTH + CUTOFF] = euro
          ? settings.minCutoffHz
          : settings.filter === 'ema'
            ? settings.cutoffHz
            : OPEN_HZ;
        known[i * WIDTH + BETA] = euro ? settings.beta : 0;
        derivativeCutoff[i] = euro ? settings.derivativeCutoffHz : 1;
      }
      forStep.regainSeconds = regainSeconds;
      forStep.seconds = -1;
    },
    step(next, seconds) {
      if (seconds !== forStep.seconds) prepare(seconds);
      const { turns, rate, trust: trustStep, decay } = forStep;
      for (let i = 0; i < channels; i++) {
        const value = next[i] ?? 0;
        const smoothed = values[i] ?? 0;
        const at = i * WIDTH;
        if (Number.isNaN(value)) {
          values[i] = smoothed * decay;
          known[at + RAW] = smoothed * decay;
          known[at + SPEED] = 0;
          known[at + TRUST] = 0;
          continue;
        }
        const oldSpeed = known[at + SPEED] ?? 0;
        const change = (value - (known[at + RAW] ?? 0)) * rate;
        const speed = oldSpeed + (change - oldSpeed) * (known[at + SPEED_SHARE] ?? 0);
        known[at + RAW] = value;
        known[at + SPEED] = speed;
        let share = shareOf(turns * ((known[at + CUTOFF] ?? 0) + (known[at + BETA] ?? 0) * Math.abs(speed)));
        const believed = known[at + TRUST] ?? 0;
        if (believed < 1) {
          const now = Math.min(1, believed + trustStep);
          known[at + TRUST] = now;
          share = Math.min(share, shareOfWay(believed, now));
        }
        values[i] = smoothed + (value - smoothed) * share;
      }
    },
    restart(at) {
      for (let i = 0; i < channels; i++) {
        const value = at[i] ?? 0;
        const start = Number.isNaN(value) ? 0 : value;
        values[i] = start;
        known[i * WIDTH + RAW] = start;
        known[i * WIDTH + SPEED] = 0;
        known[i * WIDTH + TRUST] = 1;
      }
    },
    distrust() {
      for (let i = 0; i < channels; i++) known[i * WIDTH + TRUST] = 0;
    },
  };
}

/** Share of the new value in a moving average of cutoff f over a step t, of 2 pi f t. */
const shareOf = (turns: number): number => turns / (turns + 1);

/** Share of what is left of a smooth way from 0 to 1, in a step from one place of it to another. */
function shareOfWay(from: number, to: number): number {
  if (to >= 1) return 1;
  const left = 1 - from * from * (3 - 2 * from);
  return 1 - (1 - to * to * (3 - 2 * to)) / left;
}

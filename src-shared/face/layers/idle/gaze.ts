import type { Random } from '../../random/index.ts';
import { smoothstep } from '../ease.ts';

/** Main sequence of saccades: 21 ms and 2.2 ms more per degree (Carpenter, Movements of the Eyes, 1988). */
const SACCADE_SECONDS = 0.021;
const SACCADE_SECONDS_PER_RADIAN = (0.0022 * 180) / Math.PI;
/** Time from a new point of attention to the saccade towards it (Carpenter 1988: about 200 ms). */
const LATENCY = 0.18;
/** Below this the eyes follow smoothly instead of jumping. */
const PURSUIT_LIMIT = 0.03;
const PURSUIT_SECONDS = 0.08;
/** Fixational jumps: about one a second, under half a degree (Martinez-Conde et al., Nat. Rev. Neurosci. 5, 2004). */
const MICRO_PER_SECOND = 1;
const MICRO_RADIANS = 0.005;
const SHORTEST_FIXATION = 0.2;
/** Eyes turn no further than this; the limit of our morphs upwards and downwards is nearer. */
const MOST_YAW = 0.6;
const MOST_PITCH = 0.35;

export interface GazeSettings {
  readonly saccadesPerMinute: number;
  readonly gazeSpreadRadians: number;
}

/** Eyes that rest on a point of attention and look around it in jumps. Yaw to the subject's left, pitch down. */
export interface Gaze {
  readonly yaw: number;
  readonly pitch: number;
  /** Size of the saccade that began in this step, in radians; 0 in most steps. */
  readonly jumped: number;
  /** Where the attention is, before eyes get there. */
  readonly attention: { readonly yaw: number; readonly pitch: number };
  lookAt(yaw: number, pitch: number): void;
  step(seconds: number): void;
  reset(): void;
}

export function createGaze(random: Random, settings: () => GazeSettings): Gaze {
  const attention = { yaw: 0, pitch: 0 };
  const gaze = { yaw: 0, pitch: 0, jumped: 0, attention, lookAt, step, reset };
  // The point that the eyes look around: the attention, a moment later.
  const centre = { yaw: 0, pitch: 0 };
  const offset = { yaw: 0, pitch: 0 };
  const from = { yaw: 0, pitch: 0 };
  const state = { progress: 1, duration: 1, wait: 1, microWait: 1, latency: LATENCY };

  function lookAt(yaw: number, pitch: number): void {
    if (!Number.isFinite(yaw) || !Number.isFinite(pitch)) return;
    attention.yaw = clamp(yaw, MOST_YAW);
    attention.pitch = clamp(pitch, MOST_PITCH);
  }

  function reset(): void {
    for (const point of [gaze, attention, centre, offset, from]) {
      point.yaw = 0;
      point.pitch = 0;
    }
    state.progress = 1;
    planFixation();
    state.microWait = random.waiting(1 / MICRO_PER_SECOND);
    state.latency = LATENCY;
  }

  function planFixation(): void {
    const { saccadesPerMinute } = settings();
    state.wait =
      saccadesPerMinute > 0
        ? SHORTEST_FIXATION + random.waiting(Math.max(0.01, 60 / saccadesPerMinute - SHORTEST_FIXATION))
        : 10;
  }

  function jump(): void {
    from.yaw = gaze.yaw;
    from.pitch = gaze.pitch;
    const size = Math.hypot(centre.yaw + offset.yaw - from.yaw, centre.pitch + offset.pitch - from.pitch);
    state.duration = SACCADE_SECONDS + SACCADE_SECONDS_PER_RADIAN * size;
    state.progress = 0;
    gaze.jumped = size;
  }

  function followAttention(seconds: number): void {
    const yaw = attention.yaw - centre.yaw;
    const pitch = attention.pitch - centre.pitch;
    const away = Math.abs(yaw) + Math.abs(pitch);
    if (away === 0) return;
    if (away < PURSUIT_LIMIT) {
      const share = Math.min(1, seconds / PURSUIT_SECONDS);
      centre.yaw += yaw * share;
      centre.pitch += pitch * share;
      return;
    }
    state.latency -= seconds;
    if (state.latency > 0) return;
    state.latency = LATENCY;
    centre.yaw = attention.yaw;
    centre.pitch = attention.pitch;
    offset.yaw = 0;
    offset.pitch = 0;
    jump();
  }

  function lookAround(seconds: number): void {
    state.wait -= seconds;
    state.microWait -= seconds;
    const { gazeSpreadRadians, saccadesPerMinute } = settings();
    if (state.wait <= 0) {
      planFixation();
      if (saccadesPerMinute <= 0) return;
      // Sizes are exponential, more to the sides than up and down (Lee, Badler and Badler, Eyes Alive, 2002).
      const size = Math.min(3 * gazeSpreadRadians, random.waiting(gazeSpreadRadians));
      const angle = 2 * Math.PI * random.next();
      offset.yaw = Math.cos(angle) * size;
      offset.pitch = Math.sin(angle) * size * 0.5;
      jump();
    } else if (state.microWait <= 0) {
      state.microWait = random.waiting(1 / MICRO_PER_SECOND);
      if (gazeSpreadRadians <= 0) return;
      offset.yaw += MICRO_RADIANS * random.normal();
      offset.pitch += MICRO_RADIANS * random.normal();
      offset.yaw = clamp(offset.yaw, 3 * gazeSpreadRadians);
      offset.pitch = clamp(offset.pitch, 3 * gazeSpreadRadians);
      jump();
      gaze.jumped = 0;
    }
  }

  function step(seconds: number): void {
    gaze.jumped = 0;
    followAttention(seconds);
    if (state.progress >= 1) lookAround(seconds);
    state.progress = Math.min(1, state.progress + seconds / state.duration);
    const share = smoothstep(state.progress);
    const aimYaw = clamp(centre.yaw + offset.yaw, MOST_YAW);
    const aimPitch = clamp(centre.pitch + offset.pitch, MOST_PITCH);
    gaze.yaw = from.yaw + (aimYaw - from.yaw) * share;
    gaze.pitch = from.pitch + (aimPitch - from.pitch) * share;
  }

  reset();
  return gaze;
}

const clamp = (value: number, limit: number): number => Math.min(limit, Math.max(-limit, value));

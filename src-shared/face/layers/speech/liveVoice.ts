import { unit } from '../../unit.ts';
import type { VisemeShapes } from './shapes.ts';

/** Lips shut faster than mouths open, and open faster than they rest. */
const SHUT_SECONDS = 0.012;
const ATTACK_SECONDS = 0.035;
const RELEASE_SECONDS = 0.06;
/** Without new weights for this long the voice is over; a late packet is not its end. */
const SILENCE_SECONDS = 0.25;
const IMPULSES = 16;
const SHORTEST_IMPULSE = 0.04;
const UNSEEN = 0.001;

/** A mouth that follows visemes as they come: weights per frame, or single impulses with a duration. */
export interface LiveVoice {
  readonly weights: Float32Array;
  readonly seal: number;
  readonly speaking: boolean;
  /** Weights 0..1 of all visemes, in the order of their preset; they hold until the next ones, a quarter of a second at most. */
  setVisemes(weights: ArrayLike<number>): void;
  /** One viseme for a while. The oldest of 16 gives way. */
  impulse(viseme: number, weight: number, durationSeconds: number): void;
  stop(): void;
  step(seconds: number): void;
  reset(): void;
}

export function createLiveVoice(shapes: VisemeShapes): LiveVoice {
  const visemes = shapes.names.length;
  const width = shapes.targets.length;
  const wanted = new Float64Array(visemes);
  const shown = new Float64Array(visemes);
  const held = new Float64Array(visemes);
  const impulseViseme = new Uint8Array(IMPULSES);
  const impulseWeight = new Float64Array(IMPULSES);
  const impulseLeft = new Float64Array(IMPULSES);
  const voice = {
    weights: new Float32Array(width),
    seal: 0,
    speaking: false,
    setVisemes,
    impulse,
    stop,
    step,
    reset,
  };
  const state = { silence: SILENCE_SECONDS, nextImpulse: 0, impulses: false };

  function setVisemes(weights: ArrayLike<number>): void {
    for (let i = 0; i < visemes; i++) held[i] = unit(weights[i] ?? 0);
    state.silence = 0;
  }

  function impulse(viseme: number, weight: number, durationSeconds: number): void {
    if (!(viseme >= 0 && viseme < visemes)) return;
    impulseViseme[state.nextImpulse] = viseme;
    impulseWeight[state.nextImpulse] = unit(weight);
    impulseLeft[state.nextImpulse] =
      durationSeconds > 0 ? Math.min(10, Math.max(SHORTEST_IMPULSE, durationSeconds)) : 0;
    state.nextImpulse = (state.nextImpulse + 1) % IMPULSES;
    state.impulses = true;
  }

  function stop(): void {
    state.silence = SILENCE_SECONDS;
    impulseLeft.fill(0);
  }

  function step(seconds: number): void {
    state.silence += seconds;
    const alive = state.silence < SILENCE_SECONDS;
    if (!alive && !state.impulses && !voice.speaking) return;
    for (let i = 0; i < visemes; i++) wanted[i] = alive ? (held[i] ?? 0) : 0;
    takeImpulses(seconds);
    const most = follow(seconds);
    voice.speaking = alive || state.impulses || most > UNSEEN;
    if (!voice.speaking) shown.fill(0);
    shape();
  }

  function takeImpulses(seconds: number): void {
    state.impulses = false;
    for (let i = 0; i < IMPULSES; i++) {
      const left = impulseLeft[i] ?? 0;
      if (left <= 0) continue;
      state.impulses = true;
      impulseLeft[i] = left - seconds;
      const viseme = impulseViseme[i] ?? 0;
      wanted[viseme] = Math.max(wanted[viseme] ?? 0, impulseWeight[i] ?? 0);
    }
  }

  /** Moves what is shown towards what is wanted; returns how much is shown. */
  function follow(seconds: number): number {
    const shut = 1 - Math.exp(-seconds / SHUT_SECONDS);
    const attack = 1 - Math.exp(-seconds / ATTACK_SECONDS);
    const release = 1 - Math.exp(-seconds / RELEASE_SECONDS);
    let most = 0;
    for (let i = 0; i < visemes; i++) {
      const away = (wanted[i] ?? 0) - (shown[i] ?? 0);
      const rise = (shapes.closure[i] ?? 0) > 0 ? shut : attack;
      const now = (shown[i] ?? 0) + away * (away > 0 ? rise : release);
      shown[i] = now;
      most = Math.max(most, now);
    }
    return most;
  }

  /** The visemes' shapes: what shuts the lips comes first, the others share what it leaves. */
  function shape(): void {
    let shut = 0;
    let open = 0;
    for (let i = 0; i < visemes; i++) {
      if ((shapes.closure[i] ?? 0) > 0) shut += shown[i] ?? 0;
      else open += shown[i] ?? 0;
    }
    const shutShare = shut > 1 ? 1 / shut : 1;
    const openShare = Math.min(1, (1 - shut * shutShare) / Math.max(open, 1e-9));
    voice.weights.fill(0);
    voice.seal = 0;
    for (let viseme = 0; viseme < visemes; viseme++) {
      const closure = shapes.closure[viseme] ?? 0;
      const weight = (shown[viseme] ?? 0) * (closure > 0 ? shutShare : openShare);
      if (weight === 0) continue;
      voice.seal += weight * closure;
      for (let i = 0; i < width; i++) {
        voice.weights[i] = (voice.weights[i] ?? 0) + weight * (shapes.rows[viseme * width + i] ?? 0);
      }
    }
  }

  function reset(): void {
    shown.fill(0);
    state.impulses = false;
    impulseLeft.fill(0);
    voice.weights.fill(0);
    voice.seal = 0;
    voice.speaking = false;
    state.silence = SILENCE_SECONDS;
    state.nextImpulse = 0;
  }

  return voice;
}

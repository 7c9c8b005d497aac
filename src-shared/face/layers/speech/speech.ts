import type { Translator } from '../../mapping/index.ts';
import type { RigPreset, VisemesPreset } from '../../presets/index.ts';
import { approach, smoothstep } from '../ease.ts';
import { unusable, type VisemeCue } from './keys.ts';
import { createSpokenLine } from './line.ts';
import { createLiveVoice } from './liveVoice.ts';
import { compileVisemes } from './shapes.ts';

/** Lips that shut take the mouth from others in this time; a stop consonant lasts about as long. */
const CLAIM_SECONDS = 0.08;

/** The talking mouth: a line with its times (text), or visemes as they come (audio). */
export interface SpeechLayer {
  /** Names of the visemes, in the order of the weights that `setVisemes` takes. */
  readonly visemes: readonly string[];
  /** The avatar's targets that the two rows of weights below belong to. */
  readonly targets: Uint16Array;
  /** The avatar's targets that seal the lips. */
  readonly closing: ReadonlySet<number>;
  readonly text: Float32Array;
  readonly audio: Float32Array;
  /** Shares, 0..1, of the two in what they may own; lips that shut claim theirs within 80 ms. */
  readonly textPresence: number;
  readonly audioPresence: number;
  /** How far each holds the lips shut, 0..1. */
  readonly textSeal: number;
  readonly audioSeal: number;
  speak(cues: readonly VisemeCue[], startSeconds: number, nowSeconds: number): void;
  /** Names of the cues that are left out: they are no visemes, or have no times. */
  unusable(cues: readonly VisemeCue[]): string[];
  stop(nowSeconds: number): void;
  setVisemes(weights: ArrayLike<number>): void;
  /** @returns false where the name is no viseme */
  impulse(viseme: string, weight: number, durationSeconds: number): boolean;
  step(timeSeconds: number, seconds: number): void;
  reset(): void;
}

export function createSpeechLayer(
  visemes: VisemesPreset,
  translator: Translator,
  fade: () => RigPreset['fade'],
): SpeechLayer {
  const shapes = compileVisemes(visemes, translator);
  const line = createSpokenLine(shapes);
  const voice = createLiveVoice(shapes);
  const state = { textRamp: 0, audioRamp: 0, textClaim: 0, audioClaim: 0 };

  const layer = {
    visemes: shapes.names,
    targets: shapes.targets,
    closing: shapes.closing,
    text: line.weights,
    audio: voice.weights,
    textPresence: 0,
    audioPresence: 0,
    textSeal: 0,
    audioSeal: 0,
    speak: line.speak,
    unusable: (cues: readonly VisemeCue[]) => unusable(cues, shapes),
    setVisemes: voice.setVisemes,
    stop(nowSeconds: number): void {
      line.stop(nowSeconds);
      voice.stop();
    },
    impulse(viseme: string, weight: number, durationSeconds: number): boolean {
      const at = shapes.index.get(viseme);
      if (at !== undefined) voice.impulse(at, weight, durationSeconds);
      return at !== undefined;
    },
    step(timeSeconds: number, seconds: number): void {
      const { speechInSeconds, speechOutSeconds } = fade();
      line.step(timeSeconds);
      voice.step(seconds);
      state.textRamp = approach(
        state.textRamp,
        line.speaking ? 1 : 0,
        seconds / (line.speaking ? speechInSeconds : speechOutSeconds),
      );
      state.audioRamp = approach(
        state.audioRamp,
        voice.speaking ? 1 : 0,
        seconds / (voice.speaking ? speechInSeconds : speechOutSeconds),
      );
      layer.textSeal = line.seal;
      layer.audioSeal = voice.seal;
      state.textClaim = Math.min(line.seal, state.textClaim + seconds / CLAIM_SECONDS);
      state.audioClaim = Math.min(1, voice.seal, state.audioClaim + seconds / CLAIM_SECONDS);
      layer.textPresence = Math.max(smoothstep(state.textRamp), state.textClaim);
      layer.audioPresence = Math.max(smoothstep(state.audioRamp), state.audioClaim);
    },
    reset(): void {
      line.reset();
      voice.reset();
      state.textRamp = 0;
      state.audioRamp = 0;
      state.textClaim = 0;
      state.audioClaim = 0;
      layer.textPresence = 0;
      layer.audioPresence = 0;
      layer.textSeal = 0;
      layer.audioSeal = 0;
    },
  };
  return layer;
}

import {
  ARKIT_BLENDSHAPES,
  createFaceRig,
  createRandom,
  type FaceProfile,
  type FaceRig,
  type VisemeCue,
} from '../../src-shared/face/index.ts';
import type { SeedFrame } from './seedPipeline.ts';
import { FRAMES_PER_SECOND, type FramedTake, trackingFrames } from './take.ts';

/** A spoken line of 11 visemes a second, said again when it is over. */
const LINE = ['B_M_P', 'Ah', 'T_L_D_N', 'EE', 'F_V', 'Oh', 'S_Z', 'W_OO', 'K_G_H_NG', 'AE'] as const;
const CUE_SECONDS = 1 / 11;
const LINE_SECONDS = 10;
const MICRO_SECONDS = 2;
const EMOTIONS = [
  ['happy', 0.5],
  ['surprised', 0.3],
] as const;

function visemeAt(cue: number): string {
  return LINE[cue % LINE.length] ?? 'None';
}

const line: readonly VisemeCue[] = Array.from({ length: LINE_SECONDS / CUE_SECONDS }, (_, i) => ({
  viseme: visemeAt(i),
  startSeconds: i * CUE_SECONDS,
  durationSeconds: CUE_SECONDS,
}));

/** A display's clock: each frame comes up to a hundredth of a frame early or late. */
const CLOCK_JITTER = 0.01;
const jitter = createRandom(7);
const jitters = Float64Array.from({ length: 4099 }, () => CLOCK_JITTER * (2 * jitter.next() - 1));
const timeOf = (frame: number): number =>
  (frame + (jitters[frame % jitters.length] ?? 0)) / FRAMES_PER_SECOND;

/** A rig with every layer at work: tracked, speaking, feeling two things, twitching, blinking, and held by hand in two places. */
export function createBusyRig(
  take: FramedTake,
  profile: FaceProfile = 'cc4_extended',
): { rig: FaceRig; frame(at: number): void } {
  const rig = createFaceRig({ profile, seed: 1 });
  for (const [name, intensity] of EMOTIONS) rig.emotion.set(name, intensity);
  rig.manual.set('Ear_Up_L', 0.3);
  rig.manual.set('Eye_Pupil_Dilate', 0.4);
  const tracked = trackingFrames(take);
  return {
    rig,
    frame(at) {
      if (at % (LINE_SECONDS * FRAMES_PER_SECOND) === 0) rig.speech.speak(line);
      if (at % (MICRO_SECONDS * FRAMES_PER_SECOND) === 0) rig.micro.trigger('eye_flash');
      rig.evaluate(timeOf(at), tracked[at % tracked.length]);
    },
  };
}

/** The same take, line, emotions and micro-expressions for the avatar engine's algorithm. Made beforehand. */
export function seedFrames({ frames, blendshapes }: FramedTake): SeedFrame[] {
  return Array.from({ length: frames }, (_, frame) => {
    const row = blendshapes.subarray(frame * ARKIT_BLENDSHAPES.length);
    const cue = frame / FRAMES_PER_SECOND / CUE_SECONDS;
    return {
      arkit: Object.fromEntries(ARKIT_BLENDSHAPES.map((name, i) => [name, row[i] ?? 0])),
      emotions: EMOTIONS,
      microExpression: ['eye_flash', (frame / FRAMES_PER_SECOND / MICRO_SECONDS) % 1],
      visemes: [visemeAt(Math.floor(cue)), visemeAt(Math.floor(cue) + 1), cue % 1],
    };
  });
}

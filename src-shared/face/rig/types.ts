import type { TrackingInput, VisemeCue } from '../layers/index.ts';
import type {
  ConstraintsPreset,
  DetailLevel,
  EmotionPreset,
  FaceDriver,
  MappingPreset,
  MicroExpressionPreset,
  RigLayer,
  RigPreset,
  VisemesPreset,
} from '../presets/index.ts';
import type { FaceProfile } from '../profiles/index.ts';
import type { AvatarFrame } from './avatarFrame.ts';

/** What a rig is made of. What is left out is built in. */
export interface FaceRigOptions {
  /** The naming of the avatar's targets; CC4 Extended where it is left out. */
  readonly profile?: FaceProfile;
  /** The avatar's targets in its own order, by the profile's names; all of the profile where they are left out. */
  readonly targets?: readonly string[];
  /**
   * From ARKit's coefficients to the profile, or to a vocabulary that leads there, as the avatar engine's does:
   * `mappingFits`.
   */
  readonly mapping?: MappingPreset;
  readonly settings?: RigPreset;
  readonly emotions?: readonly EmotionPreset[];
  readonly microExpressions?: readonly MicroExpressionPreset[];
  readonly visemes?: VisemesPreset;
  readonly constraints?: ConstraintsPreset;
  /** Of all that comes by chance. */
  readonly seed?: number;
}

/** A mouth that speaks. */
export interface SpeechControls {
  /** Names in the order of the weights that `setVisemes` takes. */
  readonly visemes: readonly string[];
  /**
   * Speaks a line from a moment on the rig's clock; 60 ms from now where it is left out. A line that goes on gives way
   * smoothly, also to one without visemes. Give it ahead of the sound: a viseme due within 60 ms is left out, or late
   * where it shuts the lips. Before the first frame it waits for that.
   * @returns names of the cues that are left out: they are no visemes, or their times no numbers
   */
  speak(cues: readonly VisemeCue[], startSeconds?: number): string[];
  /** Weights 0..1 of all visemes, as an audio analysis gives them per frame; after 250 ms without new ones the voice ends. */
  setVisemes(weights: ArrayLike<number>): void;
  /** One viseme for a while. @returns false where the name is none */
  impulse(viseme: string, weight: number, durationSeconds: number): boolean;
  /** Shuts the mouth smoothly, whatever speaks. */
  stop(): void;
}

export interface EmotionControls {
  readonly names: readonly string[];
  /** As shown now, 0..1, in the order of the names. */
  readonly intensities: Float64Array;
  /** Sets one emotion beside the others; `neutral` takes them back. @returns false where there is none of that name */
  set(name: string, intensity: number, transitionSeconds?: number): boolean;
  clear(): void;
}

export interface MicroExpressionControls {
  readonly names: readonly string[];
  /** @returns false where there is none of that name, or six go on already */
  trigger(name: string, strength?: number): boolean;
}

/** Targets held by hand, by the avatar's own names. */
export interface ManualControls {
  /** @returns false where the avatar has no such target */
  set(target: string, value: number): boolean;
  release(target: string): void;
  releaseAll(): void;
}

export interface IdleControls {
  blink(): void;
  /** Where the eyes rest: yaw to the subject's left, pitch down, in radians. */
  lookAt(yaw: number, pitch: number): void;
}

export interface RigStats {
  /** Of the frames with a tracked face, the share in which it had not changed and was not mapped again, 0..1. */
  readonly cacheHitRate: number;
  /** Targets that are not at rest. */
  readonly activeTargets: number;
  readonly detail: DetailLevel;
}

/** One avatar's face: sources in, weights of its targets out, frame by frame. Allocates nothing per frame. */
export interface FaceRig {
  readonly targets: readonly string[];
  /** The last frame; the same object each time. */
  readonly frame: AvatarFrame;
  /**
   * Evaluates the face at a moment. The same calls with the same seed give the same bits on the same JavaScript engine.
   * At the time of the last call the last frame is given again.
   * @param timeSeconds on any clock that runs on; a jump back holds the face for one frame
   * @param tracking the face that is seen now; undefined where none is
   */
  evaluate(timeSeconds: number, tracking: TrackingInput | undefined): AvatarFrame;
  readonly speech: SpeechControls;
  readonly emotion: EmotionControls;
  readonly micro: MicroExpressionControls;
  readonly manual: ManualControls;
  readonly idle: IdleControls;
  /** Fades a layer to a weight 0..1. */
  setLayerWeight(layer: RigLayer, weight: number): void;
  /** How much a layer does now, 0..1: for meters. */
  levelOf(layer: RigLayer): number;
  /** Share of each region, in the order of `FACE_REGIONS`, that each driver owns now. */
  readonly shares: Readonly<Record<FaceDriver, Float32Array>>;
  /** Changes settings while the rig runs; the face gets there without a jump. */
  setSettings(settings: RigPreset): void;
  /** Tells how long the last frame took from picture to picture, by which detail is lowered where settings allow it. */
  feedFrameTime(frameSeconds: number): void;
  readonly stats: RigStats;
  /** Back to the beginning; everything that was set is forgotten, settings apart. */
  reset(seed?: number): void;
}

import {
  clearLandmarkFrame,
  createLandmarkFrame,
  type EyeTurns,
  type LandmarkSource,
} from '#shared/body/index.ts';
import type { CaptureFrame } from '#shared/capture/index.ts';
import {
  ARKIT_BLENDSHAPE_COUNT,
  createFaceRig,
  type FaceRig,
  type FaceRigOptions,
  type RigPreset,
  type TrackingInput,
} from '#shared/face/index.ts';
import {
  type AvatarPose,
  type AvatarSource,
  createAvatarPose,
  createPerformanceFrame,
  writeSamplePerformance,
} from '#shared/performance/index.ts';
import { Poser, skeletonOf } from '../poser/index.ts';
import { CapturedBody } from './capturedBody.ts';
import { Crossfade } from './crossfade.ts';
import { ToldFace } from './toldFace.ts';
import { breathe, readHead, turnHead } from './upperBody.ts';
import { WeightFade } from './weightFade.ts';

/** What the avatar performs. */
export type Performance =
  /** A clip, a take or a phone. `isAlive`: what it does not give, idle motion does; a clip is shown as it is, and rests. */
  | { readonly kind: 'landmarks'; readonly source: LandmarkSource; readonly isAlive: boolean }
  /** The app's own performance, over and over. */
  | { readonly kind: 'sample' }
  | { readonly kind: 'idle' };

/** Changes of weights and rotations below this are not to be seen. */
const STILL = 1e-5;
/** A fade does not leap after a pause. */
const MAX_STEP_SECONDS = 0.1;

/** Turns what is performed into the pose of an avatar: the body as it is tracked, the face by the rig. */
export class Performer implements AvatarSource {
  readonly #fade = new Crossfade();
  readonly #captured = new CapturedBody();
  readonly #weightFade = new WeightFade();
  readonly #pose = createAvatarPose();
  readonly #poser = new Poser();
  readonly #landmarks = createLandmarkFrame();
  readonly #sample = createPerformanceFrame();
  readonly #faceHead = new Float32Array(3);
  /** The head of the body that is shown, in the signs of Live Link Face. */
  readonly #head = new Float32Array(3);
  readonly #face = {
    blendshapes: this.#fade.blendshapes,
    head: this.#head,
    leftEye: new Float32Array(2),
    rightEye: new Float32Array(2),
  };
  readonly #headAlone: TrackingInput = {
    blendshapes: new Float32Array(ARKIT_BLENDSHAPE_COUNT).fill(Number.NaN),
    head: this.#head,
  };
  #rig: FaceRig = createFaceRig();
  #options: FaceRigOptions = {};
  #told: ToldFace | undefined;
  #idleWeight = 1;
  #performance: Performance = { kind: 'idle' };
  #solo: Uint8Array | undefined;
  #isPosing = true;
  /** When the performance that goes on was begun. */
  #begunSeconds: number | undefined;
  #lastSeconds = 0;
  readonly #watchers = new Set<() => void>();
  #unwatch = (): void => {};

  get rig(): FaceRig {
    return this.#rig;
  }

  /** Whether the avatar's targets carry the names that presets are written in. */
  get speaksCc4(): boolean {
    const { profile = 'cc4_extended' } = this.#options;
    return profile === 'cc4_extended';
  }

  /** The avatar's weights as they were shown last, in the order of the rig's targets. */
  get weights(): Float32Array {
    return this.#pose.weights;
  }

  /**
   * Speaks another avatar's names from now on, or the same avatar's with other presets; then its face fades there.
   * Everything that was set is forgotten.
   */
  speakTo(options: FaceRigOptions): void {
    const before = this.#rig.targets.join();
    this.#rig = this.#told?.createRig(options) ?? createFaceRig(options);
    if (this.#rig.targets.join() === before) this.#weightFade.begin(this.#pose.weights);
    this.#options = options;
    this.#pose.weights.fill(0);
    this.#solo = undefined;
    this.#setIdle();
  }

  /** Changes how the face is made from now on. */
  setSettings(settings: RigPreset): void {
    this.#rig.setSettings(settings);
    this.#idleWeight = settings.layers.idle;
    this.#setIdle();
  }

  /** Performs something else from now on; the face and the body fade there. */
  play(performance: Performance): void {
    this.#performance = performance;
    this.#unwatch();
    this.#unwatch = this.#source?.watch?.(() => this.#tell()) ?? (() => {});
    this.#isPosing = true;
    this.#begunSeconds = undefined;
    if (performance.kind === 'idle') clearLandmarkFrame(this.#landmarks);
    this.#fade.begin(this.#pose.body);
    this.#setIdle();
  }

  watch(onNews: () => void): () => void {
    this.#watchers.add(onNews);
    return () => this.#watchers.delete(onNews);
  }

  /** Shows these targets alone; all of them where the avatar has none of these. */
  showAlone(targets: ReadonlySet<string>): void {
    const solo = Uint8Array.from(this.#rig.targets, (name) => Number(targets.has(name)));
    this.#solo = solo.includes(1) ? solo : undefined;
  }

  /** Whether what is performed can be told; the face begins anew where that changes, as with `speakTo`. */
  set isTold(isTold: boolean) {
    if (isTold === (this.#told !== undefined)) return;
    this.#told = isTold ? new ToldFace() : undefined;
    this.speakTo(this.#options);
  }

  read(seconds: number, into: AvatarPose): boolean {
    this.#advance(seconds);
    return copyIfChanged(this.#pose.buffer, into.buffer);
  }

  /**
   * Tells what is performed as a phone and a body tracker would, while it `isTold`: the face in ARKit's coefficients,
   * whatever targets the avatar has, and the body. It takes no memory.
   */
  tell(seconds: number, into: CaptureFrame): void {
    this.#advance(seconds);
    into.faceFound = this.#told !== undefined;
    this.#told?.write(into);
    into.bodyFound = true;
    into.body.rotations.set(this.#pose.body.rotations);
    into.body.pelvis.set(this.#pose.body.pelvis);
  }

  /** Whoever reads and tells may have clocks that differ by part of a picture: time never goes back. */
  #advance(readSeconds: number): void {
    const seconds = Math.max(readSeconds, this.#lastSeconds);
    const passed = Math.min(MAX_STEP_SECONDS, seconds - this.#lastSeconds);
    this.#lastSeconds = seconds;
    const tracking = this.#perform(seconds, passed);
    const { weights, head, eyes, jaw, breath, sway } = this.#rig.evaluate(seconds, tracking);
    this.#told?.follow(passed);
    const pose = this.#pose;
    pose.weights.set(weights);
    this.#weightFade.apply(pose.weights, passed);
    if (this.#solo) for (let i = 0; i < this.#solo.length; i++) if (this.#solo[i] === 0) pose.weights[i] = 0;
    pose.eyes.set(eyes);
    pose.jaw[0] = jaw;
    breathe(pose.body, breath, sway);
    turnHead(pose.body, head);
  }

  #tell(): void {
    for (const watcher of this.#watchers) watcher();
  }

  #setIdle(): void {
    const isAlive = this.#performance.kind !== 'landmarks' || this.#performance.isAlive;
    this.#rig.setLayerWeight('idle', isAlive ? this.#idleWeight : 0);
  }

  /** Writes the body that is performed now, and gives the face that is seen; of a body without one, its head alone. */
  #perform(seconds: number, passed: number): TrackingInput | undefined {
    const { body } = this.#pose;
    this.#fade.advance(passed);
    if (this.#performance.kind === 'sample') {
      this.#begunSeconds ??= seconds;
      writeSamplePerformance(seconds - this.#begunSeconds, this.#sample);
      body.rotations.set(this.#sample.body.rotations);
      body.pelvis.set(this.#sample.body.pelvis);
      this.#fade.fadeBody(body);
      return this.#track(this.#sample.blendshapes);
    }
    const frame = this.#landmarks;
    if (this.#source?.read(frame)) this.#isPosing = true;
    // The same frame gives the same pose, once every fade has ended.
    if (this.#isPosing) this.#isPosing = this.#poser.pose(frame, passed);
    skeletonOf(this.#poser, body);
    this.#captured.follow(this.#source?.body, passed);
    const isFaceSeen = frame.face.presence !== 'absent';
    if (isFaceSeen) readHead(body, this.#faceHead);
    this.#captured.layOver(body);
    // A face tells how its head is turned better than a body does, and is calibrated.
    if (isFaceSeen) turnHead(body, this.#faceHead);
    this.#fade.fadeBody(body);
    if (isFaceSeen) return this.#track(frame.face.signals.blendshapes, this.#eyes);
    if (frame.pose.presence === 'absent' && !this.#captured.isShown) return undefined;
    this.#trackHead();
    return this.#headAlone;
  }

  #track(blendshapes: ArrayLike<number>, eyes?: EyeTurns): TrackingInput {
    this.#trackHead();
    this.#fade.fadeFace(blendshapes);
    for (let i = 0; i < 2; i++) {
      this.#face.leftEye[i] = eyes?.left[i] ?? Number.NaN;
      this.#face.rightEye[i] = eyes?.right[i] ?? Number.NaN;
    }
    return this.#face;
  }

  /** Eyes that are measured. Coefficients fade from one face to another; these come in after that. */
  get #eyes(): EyeTurns | undefined {
    return this.#fade.isRunning ? undefined : this.#source?.eyes;
  }

  get #source(): LandmarkSource | undefined {
    return this.#performance.kind === 'landmarks' ? this.#performance.source : undefined;
  }

  #trackHead(): void {
    const head = this.#head;
    readHead(this.#pose.body, head);
    head[0] = -(head[0] ?? 0);
    head[2] = -(head[2] ?? 0);
  }
}

/** @returns whether any number differs by more than can be seen */
function copyIfChanged(from: Float32Array, to: Float32Array): boolean {
  for (let i = 0; i < from.length; i++) {
    const way = (from[i] ?? 0) - (to[i] ?? 0);
    if (way > STILL || way < -STILL) {
      to.set(from);
      return true;
    }
  }
  return false;
}

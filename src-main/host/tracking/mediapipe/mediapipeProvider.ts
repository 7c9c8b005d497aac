import {
  copyFace,
  copyHands,
  copyPose,
  distanceInHeights,
  type FoundHand,
  type FoundPoint,
  HAND_LANDMARKS,
  type LandmarkFrame,
  readHands,
  SIDES,
  shoulderWidth,
  sideHands,
} from '#shared/body/index.ts';
import type { RgbaImage } from '../frame.ts';
import type { ProviderModel, TrackingProvider } from '../provider.ts';
import { HandRescue } from './handRescue.ts';
import { createLandmarkers, type Landmarkers, type ModelPaths } from './landmarkers.ts';

const MIDDLE_TIP = HAND_LANDMARKS.indexOf('middleTip');

/** Two finds are one hand when their points lie closer to each other than this part of the hand's length. */
const SAME_HAND = 0.8;

function isSameHand(a: FoundHand, b: FoundHand, aspect: number): boolean {
  const length = distanceInHeights(a.points[0], a.points[MIDDLE_TIP], aspect);
  const apart = a.points.map((point, i) => distanceInHeights(point, b.points[i], aspect));
  return apart.reduce((sum, each) => sum + each, 0) / apart.length < SAME_HAND * length;
}

/** The version of @mediapipe/tasks-vision that this code is made for. */
const TASKS_VISION_VERSION = '0.10.35';

/** The tasks' clock only runs forward, over all videos of a process; this much lies between two videos. */
const PAUSE_BETWEEN_VIDEOS_MS = 1000;
/**
 * The pose task's own filter lags behind fast hands. Its clock is run this many times faster, which all but turns the
 * filter off; smoothing happens later, in the open.
 */
const POSE_CLOCK_SPEED = 60;
/** Times from 2^31 ms on make the tasks throw, so they are made anew well before. */
const LATEST_TIME_MS = 2 ** 30 / POSE_CLOCK_SPEED;

/** Pose (full), hands and face with 52 blendshapes, by tasks-vision on the CPU. */
export class MediapipeProvider implements TrackingProvider {
  readonly name = 'mediapipe';
  readonly version = TASKS_VISION_VERSION;
  readonly models: readonly ProviderModel[];
  readonly timings = { pose: 0, hands: 0, face: 0 };
  readonly #paths: ModelPaths;
  #landmarkers: Landmarkers;
  #rescue: HandRescue;
  // Not 0: the tasks' own filters read time 0 as "no frame yet", and the first video would differ from later ones.
  #videoStartMs = PAUSE_BETWEEN_VIDEOS_MS;
  #lastTimeMs = 0;

  private constructor(paths: ModelPaths, models: readonly ProviderModel[], landmarkers: Landmarkers) {
    this.#paths = paths;
    this.models = models;
    this.#landmarkers = landmarkers;
    this.#rescue = new HandRescue(landmarkers.lostHand);
  }

  static async create(paths: ModelPaths, models: readonly ProviderModel[]): Promise<MediapipeProvider> {
    return new MediapipeProvider(paths, models, await createLandmarkers(paths));
  }

  get tracksFace(): boolean {
    return this.#landmarkers.face !== undefined;
  }

  async begin(): Promise<void> {
    if (this.#lastTimeMs === 0) return;
    if (this.#lastTimeMs > LATEST_TIME_MS) {
      this.close();
      this.#landmarkers = await createLandmarkers(this.#paths);
      this.#rescue = new HandRescue(this.#landmarkers.lostHand);
      this.#lastTimeMs = 0;
      this.#videoStartMs = PAUSE_BETWEEN_VIDEOS_MS;
      return;
    }
    // Setting an option restarts a task's graph, which drops its memory of the video before.
    const { pose, hands, face } = this.#landmarkers;
    for (const task of [pose, hands, face]) await task?.setOptions({ runningMode: 'VIDEO' });
    this.#rescue.begin();
    this.#videoStartMs = this.#lastTimeMs + PAUSE_BETWEEN_VIDEOS_MS;
  }

  track(image: RgbaImage, timeSeconds: number, result: LandmarkFrame): void {
    const timeMs = Math.max(this.#videoStartMs + Math.round(timeSeconds * 1000), this.#lastTimeMs + 1);
    this.#lastTimeMs = timeMs;
    const started = performance.now();
    const pose = copyPose(
      this.#landmarkers.pose.detectForVideo(image, timeMs * POSE_CLOCK_SPEED),
      result.pose,
    );
    const poseDone = performance.now();
    this.#trackHands(image, timeMs, pose, result);
    const handsDone = performance.now();
    copyFace(this.#landmarkers.face?.detectForVideo(image, timeMs), result.face);
    this.timings.pose += poseDone - started;
    this.timings.hands += handsDone - poseDone;
    this.timings.face += performance.now() - handsDone;
    result.timeSeconds = timeSeconds;
  }

  #trackHands(
    image: RgbaImage,
    timeMs: number,
    pose: readonly FoundPoint[] | undefined,
    result: LandmarkFrame,
  ): void {
    const hands = readHands(this.#landmarkers.hands.detectForVideo(image, timeMs));
    const aspect = image.width / image.height;
    const sided = sideHands(hands, pose, aspect);
    for (const side of SIDES) {
      if (sided.some((hand) => hand.side === side)) {
        this.#rescue.seen(side);
      } else if (pose && hands.length < SIDES.length) {
        const found = this.#rescue.find(image, side, pose, shoulderWidth(pose, aspect));
        if (!found) continue;
        // The same hand once more: the one that was looked for where the pose has its wrist is sided better.
        const twin = hands.findIndex((hand) => isSameHand(hand, found, aspect));
        if (twin >= 0) hands.splice(twin, 1);
        hands.push(found);
      }
    }
    copyHands(hands, sideHands(hands, pose, aspect), result);
  }

  close(): void {
    this.#landmarkers.pose.close();
    this.#landmarkers.hands.close();
    this.#landmarkers.lostHand.close();
    this.#landmarkers.face?.close();
  }
}

import {
  copyFace,
  copyHands,
  copyPose,
  DEFAULT_POSTPROCESS,
  type LandmarkFrame,
  readHands,
  SIDES,
  sideHands,
} from '#shared/body/index.ts';
import type { Landmarkers } from './landmarkers.ts';

/** The pose task's own filter lags: its clock is run so much faster that it hardly filters. Ours comes after it. */
const POSE_CLOCK_SPEED = 60;

/** Finds face, hands and body in one picture after another. */
export class PictureTracker {
  readonly #tasks: Landmarkers;
  #beganSeconds: number | undefined;
  #lastMs = 0;

  constructor(tasks: Landmarkers) {
    this.#tasks = tasks;
  }

  /** Writes what is in a picture. May throw what MediaPipe throws; then it is to be started anew. */
  find(picture: VideoFrame | ImageBitmap, timeSeconds: number, into: LandmarkFrame): void {
    this.#beganSeconds ??= timeSeconds;
    // The tasks take whole milliseconds that grow, and read 0 as "none yet".
    const timeMs = Math.max(Math.round((timeSeconds - this.#beganSeconds) * 1000), this.#lastMs) + 1;
    this.#lastMs = timeMs;
    const { face, hands, body } = this.#tasks;
    into.timeSeconds = timeSeconds;
    copyFace(face?.detectForVideo(picture, timeMs), into.face);
    into.pose.presence = 'absent';
    const pose = body && copyPose(body.detectForVideo(picture, timeMs * POSE_CLOCK_SPEED), into.pose);
    const found = hands ? readHands(hands.detectForVideo(picture, timeMs)) : [];
    copyHands(found, sideHands(found, pose, aspectOf(picture)), into);
    for (const side of SIDES) {
      const hand = into.hands[side];
      if (hand.confidence < DEFAULT_POSTPROCESS.minConfidence) hand.presence = 'absent';
    }
  }
}

function aspectOf(picture: VideoFrame | ImageBitmap): number {
  return 'displayWidth' in picture
    ? picture.displayWidth / picture.displayHeight
    : picture.width / picture.height;
}

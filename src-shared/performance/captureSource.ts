import {
  clearLandmarkFrame,
  type EyeTurns,
  type LandmarkFrame,
  type LandmarkSource,
  type SkeletonPose,
} from '../body/index.ts';
import { type CaptureFrame, createCaptureFrame, headQuaternionOfPhone } from '../capture/index.ts';

const EYE_TURN_LENGTH = 2;

/**
 * Captured frames as what moves an avatar: the face, and a body where one was captured. What a frame does not find fades
 * into idle motion.
 * @param next writes the frame to show now into one that is reused, and says whether it is another one than before; it
 * is called once for each picture that could be drawn
 * @param watch as of `LandmarkSource`
 */
export function createCaptureSource(
  next: (into: CaptureFrame) => boolean,
  watch?: LandmarkSource['watch'],
): LandmarkSource {
  const frame = createCaptureFrame();
  const eyes = { left: new Float32Array(EYE_TURN_LENGTH), right: new Float32Array(EYE_TURN_LENGTH) };
  let areMeasured = false;
  return {
    read(into) {
      if (!next(frame)) return false;
      writeFace(frame, into);
      areMeasured = frame.faceFound && writeEyes(frame, eyes);
      return true;
    },
    ...(watch && { watch }),
    get eyes(): EyeTurns | undefined {
      return areMeasured ? eyes : undefined;
    },
    get body(): SkeletonPose | undefined {
      return frame.bodyFound ? frame.body : undefined;
    },
  };
}

/** @returns whether the eyes are measured: apps that do not send them leave all of their channels at 0 */
function writeEyes(
  { leftEye, rightEye }: CaptureFrame,
  { left, right }: Record<'left' | 'right', Float32Array>,
): boolean {
  let areMeasured = false;
  for (let i = 0; i < EYE_TURN_LENGTH; i++) {
    left[i] = leftEye[i] ?? 0;
    right[i] = rightEye[i] ?? 0;
    areMeasured ||= left[i] !== 0 || right[i] !== 0;
  }
  return areMeasured;
}

function writeFace({ faceFound, blendshapes, head }: CaptureFrame, into: LandmarkFrame): void {
  clearLandmarkFrame(into);
  if (!faceFound) return;
  const { face } = into;
  face.presence = 'tracked';
  face.confidence = 1;
  // Real phones go a little past 1.
  for (let i = 0; i < blendshapes.length; i++) {
    face.signals.blendshapes[i] = Math.min(1, Math.max(0, blendshapes[i] ?? 0));
  }
  const [yaw = 0, pitch = 0, roll = 0] = head;
  headQuaternionOfPhone(yaw, pitch, roll, face.signals.head);
}

import {
  clearLandmarkFrame,
  type EyeTurns,
  type LandmarkFrame,
  type LandmarkSource,
} from '#shared/body/index.ts';
import { CAPTURE_CHANNELS, headQuaternionOfPhone } from '#shared/capture/index.ts';
import { ARKIT_BLENDSHAPE_COUNT } from '#shared/face/index.ts';
import { faceOf, faceVersion } from './liveFaces.ts';

const HEAD_YAW = CAPTURE_CHANNELS.indexOf('headYaw');
const HEAD_PITCH = CAPTURE_CHANNELS.indexOf('headPitch');
const HEAD_ROLL = CAPTURE_CHANNELS.indexOf('headRoll');
const LEFT_EYE = CAPTURE_CHANNELS.indexOf('leftEyeYaw');
const RIGHT_EYE = CAPTURE_CHANNELS.indexOf('rightEyeYaw');

/** A subject's face, as an avatar shows it: the face only, and nothing while the phone sees none. */
export function createPhoneSource(id: number): LandmarkSource {
  let shown = -1;
  const eyes = { left: new Float32Array(2), right: new Float32Array(2) };
  let areMeasured = false;
  return {
    read(into) {
      const version = faceVersion(id);
      if (version === shown) return false;
      shown = version;
      const channels = faceOf(id);
      writeFace(channels, into);
      areMeasured = channels !== undefined && writeEyes(channels, eyes);
      return true;
    },
    get eyes(): EyeTurns | undefined {
      return areMeasured ? eyes : undefined;
    },
  };
}

/** @returns whether the eyes are measured: apps that do not send them leave all of their channels at 0 */
function writeEyes(channels: Float32Array, { left, right }: Record<'left' | 'right', Float32Array>): boolean {
  let areMeasured = false;
  for (let i = 0; i < left.length; i++) {
    left[i] = channels[LEFT_EYE + i] ?? 0;
    right[i] = channels[RIGHT_EYE + i] ?? 0;
    areMeasured ||= left[i] !== 0 || right[i] !== 0;
  }
  return areMeasured;
}

function writeFace(channels: Float32Array | undefined, into: LandmarkFrame): void {
  clearLandmarkFrame(into);
  if (!channels) return;
  const { face } = into;
  face.presence = 'tracked';
  face.confidence = 1;
  // Real phones go a little past 1.
  for (let i = 0; i < ARKIT_BLENDSHAPE_COUNT; i++)
    face.signals.blendshapes[i] = Math.min(1, Math.max(0, channels[i] ?? 0));
  headQuaternionOfPhone(
    channels[HEAD_YAW] ?? 0,
    channels[HEAD_PITCH] ?? 0,
    channels[HEAD_ROLL] ?? 0,
    face.signals.head,
  );
}

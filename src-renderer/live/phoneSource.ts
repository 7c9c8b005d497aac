import { clearLandmarkFrame, type LandmarkFrame, type LandmarkSource } from '#shared/body/index.ts';
import { CAPTURE_CHANNELS, headQuaternionOfPhone } from '#shared/capture/index.ts';
import { ARKIT_BLENDSHAPE_COUNT } from '#shared/face/index.ts';
import { faceOf, faceVersion } from './liveFaces.ts';

const HEAD_YAW = CAPTURE_CHANNELS.indexOf('headYaw');
const HEAD_PITCH = CAPTURE_CHANNELS.indexOf('headPitch');
const HEAD_ROLL = CAPTURE_CHANNELS.indexOf('headRoll');

/** A subject's face, as an avatar shows it: the face only, and nothing while the phone sees none. */
export function createPhoneSource(id: number): LandmarkSource {
  let shown = -1;
  return {
    read(into) {
      const version = faceVersion(id);
      if (version === shown) return false;
      shown = version;
      writeFace(faceOf(id), into);
      return true;
    },
  };
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

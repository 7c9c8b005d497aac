import { ARKIT_BLENDSHAPES } from '../../face/index.ts';
import { arkitDegrees } from '../arkitAngles.ts';
import { capitalised } from '../blendshapeSpellings.ts';
import type { CaptureFrame } from '../captureFrame.ts';
import { encodeUtf8 } from '../utf8.ts';
import { MILLISECONDS, POSITION_UNITS } from './units.ts';

const NO_HOTKEY = -1;
const names = ARKIT_BLENDSHAPES.map(capitalised);

/**
 * A frame as VTube Studio on an iPhone would send it, keys in its order; without a face, without coefficients.
 * @param frame its time since 1970, channels and head position finite
 */
export function encodeVtubeStudio(frame: CaptureFrame): Uint8Array {
  const [x = 0, y = 0, z = 0] = frame.hasHeadPosition ? frame.headPosition : [];
  return encodeUtf8(
    JSON.stringify({
      Timestamp: Math.round(frame.timeSeconds * MILLISECONDS),
      Hotkey: NO_HOTKEY,
      FaceFound: frame.faceFound,
      Rotation: arkitDegrees(frame.head),
      Position: { x: x * POSITION_UNITS, y: y * POSITION_UNITS, z: z * POSITION_UNITS },
      EyeLeft: arkitDegrees(frame.leftEye),
      EyeRight: arkitDegrees(frame.rightEye),
      BlendShapes: frame.faceFound
        ? names.map((name, index) => ({ k: name, v: frame.blendshapes[index] ?? 0 }))
        : [],
    }),
  );
}

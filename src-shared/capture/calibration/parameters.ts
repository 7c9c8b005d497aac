import { type Calibration, MAX_NEUTRAL } from '../../contract/index.ts';
import { ARKIT_BLENDSHAPE_COUNT } from '../../face/index.ts';
import { CAPTURE_CHANNEL_COUNT, CAPTURE_CHANNELS } from '../captureFrame.ts';

/** A calibration as numbers, of which any two can be blended. All lie in one array. */
export interface CalibrationParameters {
  readonly all: Float32Array;
  /** Per channel, in the order of `CAPTURE_CHANNELS`. */
  readonly neutral: Float32Array;
  readonly gain: Float32Array;
  readonly deadZone: Float32Array;
  readonly headPosition: Float32Array;
  /** One number: how far left and right are exchanged, 0..1. */
  readonly mirroring: Float32Array;
}

const HEAD_POSITION = 3 * CAPTURE_CHANNEL_COUNT;
const MIRRORING = HEAD_POSITION + 3;

export function createParameters(calibration: Calibration): CalibrationParameters {
  const all = new Float32Array(MIRRORING + 1);
  const perChannel = (place: number): Float32Array =>
    all.subarray(place * CAPTURE_CHANNEL_COUNT, (place + 1) * CAPTURE_CHANNEL_COUNT);
  const parameters = {
    all,
    neutral: perChannel(0),
    gain: perChannel(1),
    deadZone: perChannel(2),
    headPosition: all.subarray(HEAD_POSITION, MIRRORING),
    mirroring: all.subarray(MIRRORING),
  };
  setParameters(parameters, calibration);
  return parameters;
}

export function setParameters(parameters: CalibrationParameters, calibration: Calibration): void {
  for (const [i, name] of CAPTURE_CHANNELS.entries()) {
    const neutral = calibration.neutral[name] ?? 0;
    const isRotation = i >= ARKIT_BLENDSHAPE_COUNT;
    parameters.neutral[i] = isRotation ? neutral : Math.min(MAX_NEUTRAL, Math.max(0, neutral));
    parameters.gain[i] = calibration.gain[name] ?? 1;
    parameters.deadZone[i] = calibration.deadZone[name] ?? 0;
  }
  parameters.headPosition.set(calibration.neutralHeadPosition);
  parameters.mirroring[0] = calibration.isMirrored ? 1 : 0;
}

/** Writes what lies between two calibrations: the first at 0, the second at 1. */
export function blendParameters(
  from: CalibrationParameters,
  to: CalibrationParameters,
  share: number,
  out: CalibrationParameters,
): void {
  for (let i = 0; i < out.all.length; i++)
    out.all[i] = (from.all[i] ?? 0) * (1 - share) + (to.all[i] ?? 0) * share;
}

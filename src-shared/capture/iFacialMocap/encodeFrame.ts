import { ARKIT_BLENDSHAPES, type ArkitBlendshape } from '../../face/index.ts';
import { arkitDegrees } from '../arkitAngles.ts';
import { shortSpelling } from '../blendshapeSpellings.ts';
import type { CaptureFrame } from '../captureFrame.ts';
import { encodeUtf8 } from '../utf8.ts';
import { TRACKING_STATUS } from './frameText.ts';

interface Dialect {
  readonly mark: '-' | '&';
  readonly least: number;
  readonly spell: (name: ArkitBlendshape) => string;
}

const PARTS_OF_ONE = 100;
const DIALECTS = {
  iFacialMocapV1: { mark: '-', least: 0, spell: shortSpelling },
  iFacialMocapV2: { mark: '&', least: -PARTS_OF_ONE, spell: shortSpelling },
  facemotion3d: { mark: '&', least: -PARTS_OF_ONE, spell: (name) => name },
} as const satisfies Record<string, Dialect>;

export type IFacialMocapDialect = keyof typeof DIALECTS;

/** Decimals of angles and places: about what single precision has. */
const DECIMALS = 6;

/**
 * A frame as the app would send it: coefficients as whole hundredths, 0..100 in version 1 and -100..100 in the others;
 * without a face, `trackingStatus` alone, 0.
 * @param frame channels and head position finite
 */
export function encodeIFacialMocap(frame: CaptureFrame, dialect: IFacialMocapDialect): Uint8Array {
  const { mark, least, spell }: Dialect = DIALECTS[dialect];
  if (!frame.faceFound) return encodeUtf8(`${TRACKING_STATUS}${mark}0|`);
  const coefficients = ARKIT_BLENDSHAPES.map((name, index) => {
    const parts = Math.round((frame.blendshapes[index] ?? 0) * PARTS_OF_ONE);
    return `${spell(name)}${mark}${Math.min(PARTS_OF_ONE, Math.max(least, parts))}|`;
  });
  const head = [...turn(frame.head), ...(frame.hasHeadPosition ? frame.headPosition : [0, 0, 0])];
  return encodeUtf8(
    `${TRACKING_STATUS}${mark}1|${coefficients.join('')}` +
      `=head#${list(head)}|rightEye#${list(turn(frame.rightEye))}|leftEye#${list(turn(frame.leftEye))}|`,
  );
}

function turn(rotation: Float32Array): number[] {
  const { x, y, z } = arkitDegrees(rotation);
  return [x, y, z];
}

function list(numbers: readonly number[]): string {
  return numbers.map((number) => number.toFixed(DECIMALS)).join(',');
}

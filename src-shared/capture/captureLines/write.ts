import { JOINTS } from '../../body/index.ts';
import { CAPTURE_CHANNELS, type CaptureFrame } from '../captureFrame.ts';
import {
  CAPTURE_LINES_FORMAT,
  CAPTURE_LINES_VERSION,
  type CaptureHeader,
  type CaptureLine,
} from './schema.ts';

/** So many digits tell any two single-precision numbers apart. */
const SINGLE_PRECISION_DIGITS = 9;

/** The first line of a file of captured frames, with its line feed. A file is of one device and one subject. */
export function captureHeaderLine({
  deviceId,
  subject,
  protocol,
}: Pick<CaptureHeader, 'deviceId' | 'subject' | 'protocol'>): string {
  const header: CaptureHeader = {
    format: CAPTURE_LINES_FORMAT,
    version: CAPTURE_LINES_VERSION,
    deviceId,
    subject,
    protocol,
    channels: [...CAPTURE_CHANNELS],
    joints: JOINTS.map(({ name }) => name),
  };
  return `${JSON.stringify(header)}\n`;
}

/**
 * A frame as a line, with its line feed. What the frame's flags say was not seen is left out.
 * @param frame whose numbers are finite
 */
export function captureFrameLine(frame: CaptureFrame): string {
  const line: CaptureLine = {
    time: frame.timeSeconds,
    isTimed: frame.isTimed,
    frameRate: frame.frameRate,
    ...(frame.faceFound && { face: numbersOf(frame.channels) }),
    ...(frame.hasHeadPosition && { headPosition: placeOf(frame.headPosition) }),
    ...(frame.bodyFound && {
      body: { pelvis: placeOf(frame.body.pelvis), rotations: numbersOf(frame.body.rotations) },
    }),
  };
  return `${JSON.stringify(line)}\n`;
}

const short = (value: number): number => Number(value.toPrecision(SINGLE_PRECISION_DIGITS));
const numbersOf = (values: Float32Array): number[] => Array.from(values, short);
const placeOf = ([x = 0, y = 0, z = 0]: Float32Array): [number, number, number] => [
  short(x),
  short(y),
  short(z),
];

import type { Calibration, NeutralPose } from '../../contract/index.ts';
import { MimesisError } from '../../contract/index.ts';
import { CAPTURE_CHANNELS, type CaptureChannel, createCaptureFrame } from '../captureFrame.ts';
import type { FaceSamples } from './faceSamples.ts';
import { FrameCalibrator } from './frameCalibrator.ts';
import { percentile } from './percentile.ts';

/** How long an expression is looked at: time to make it and to hold it. */
export const REACH_SECONDS = 3;

/** What was reached for a tenth of the time: a short peak, or a frame that is wrong, is not the range. */
const REACHED_SHARE = 0.9;
/** A gain beyond it would show noise, one below it would hide the face. */
const GAIN_LIMITS = { least: 0.5, most: 3 } as const;
/** Less than this share of a channel, and the face did not do what it was asked for. */
const LEAST_REACH = 0.15;
/** A wider dead zone would be seen. */
const WIDEST_DEAD_ZONE = 0.1;
const FEWEST_FACES = 10;

/** What a subject is asked to do, and the channels that it should fill. */
export interface RangeStep {
  readonly name: string;
  readonly channels: readonly CaptureChannel[];
}

/** Each expression on its own, those of the whole face last. */
export const RANGE_STEPS = [
  { name: 'jaw_open', channels: ['jawOpen'] },
  { name: 'jaw_left', channels: ['jawLeft'] },
  { name: 'jaw_right', channels: ['jawRight'] },
  { name: 'smile', channels: ['mouthSmileLeft', 'mouthSmileRight', 'cheekSquintLeft', 'cheekSquintRight'] },
  { name: 'frown', channels: ['mouthFrownLeft', 'mouthFrownRight'] },
  { name: 'pucker', channels: ['mouthPucker'] },
  { name: 'funnel', channels: ['mouthFunnel'] },
  { name: 'stretch', channels: ['mouthStretchLeft', 'mouthStretchRight'] },
  { name: 'roll_lips', channels: ['mouthRollLower', 'mouthRollUpper'] },
  { name: 'mouth_left', channels: ['mouthLeft'] },
  { name: 'mouth_right', channels: ['mouthRight'] },
  { name: 'puff', channels: ['cheekPuff'] },
  { name: 'tongue_out', channels: ['tongueOut'] },
  {
    name: 'sneer',
    channels: ['noseSneerLeft', 'noseSneerRight', 'mouthUpperUpLeft', 'mouthUpperUpRight'],
  },
  {
    name: 'brows_up',
    channels: ['browInnerUp', 'browOuterUpLeft', 'browOuterUpRight', 'eyeWideLeft', 'eyeWideRight'],
  },
  { name: 'brows_down', channels: ['browDownLeft', 'browDownRight'] },
  { name: 'eyes_shut', channels: ['eyeBlinkLeft', 'eyeBlinkRight', 'eyeSquintLeft', 'eyeSquintRight'] },
  { name: 'look_left', channels: ['eyeLookOutLeft', 'eyeLookInRight'] },
  { name: 'look_right', channels: ['eyeLookInLeft', 'eyeLookOutRight'] },
  { name: 'look_up', channels: ['eyeLookUpLeft', 'eyeLookUpRight'] },
  { name: 'look_down', channels: ['eyeLookDownLeft', 'eyeLookDownRight'] },
] as const satisfies readonly RangeStep[];
export type RangeStepName = (typeof RANGE_STEPS)[number]['name'];

/** Raw values by the names of their channels. */
export type Reached = Readonly<Record<string, number>>;

/**
 * How far each channel went, raw, of a face that was asked for an expression.
 * @throws MimesisError `not_measured` where hardly any face was seen
 */
export function measureReach({ channels }: FaceSamples): Reached {
  if (channels.length < FEWEST_FACES) {
    throw new MimesisError('not_measured', 'No face was seen.', {
      remedy: 'Come back into the picture of the phone, and try again.',
    });
  }
  return Object.fromEntries(
    CAPTURE_CHANNELS.map((name, i) => [
      name,
      percentile(
        channels.map((face) => face[i] ?? 0),
        REACHED_SHARE,
      ),
    ]),
  );
}

export interface RangeCalibration {
  readonly calibration: Calibration;
  /** Channels that were asked for and hardly moved: their gain is what it was. */
  readonly unmoved: readonly CaptureChannel[];
}

/**
 * A calibration in which the neutral pose is 0, its noise lies in dead zones, and each expression reaches 1, as far as a
 * gain may go. Channels that were not asked for keep their gain and dead zone.
 * @param reached per channel what it reached in the step that asked for it
 */
export function calibrateRange(before: Calibration, pose: NeutralPose, reached: Reached): RangeCalibration {
  const asked = CAPTURE_CHANNELS.filter((name) => reached[name] !== undefined);
  const { neutral, neutralHeadPosition, noise } = pose;
  const deadZone = { ...before.deadZone };
  for (const name of asked) {
    const wide = (noise[name] ?? 0) / (1 - (neutral[name] ?? 0));
    deadZone[name] = round(Math.min(WIDEST_DEAD_ZONE, wide));
  }
  const gain = { ...before.gain };
  const unmoved: CaptureChannel[] = [];
  const unscaled = { ...before, neutral, neutralHeadPosition, deadZone, gain: {} };
  for (const name of asked) {
    const level = levelOf({ ...unscaled, isMirrored: false }, name, reached[name] ?? 0);
    if (level < LEAST_REACH) unmoved.push(name);
    else gain[name] = round(Math.min(GAIN_LIMITS.most, Math.max(GAIN_LIMITS.least, 1 / level)));
  }
  return { calibration: { ...unscaled, gain }, unmoved };
}

/** What a calibration makes of one channel that alone shows something. */
function levelOf(calibration: Calibration, name: CaptureChannel, value: number): number {
  const frame = createCaptureFrame();
  const place = CAPTURE_CHANNELS.indexOf(name);
  frame.faceFound = true;
  frame.channels[place] = value;
  const calibrator = new FrameCalibrator();
  calibrator.begin(calibration);
  calibrator.apply(frame, 0);
  return frame.channels[place] ?? 0;
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

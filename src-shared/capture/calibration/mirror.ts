import { JOINT_COUNT, JOINTS, slerpQuaternions } from '../../body/index.ts';
import {
  CAPTURE_CHANNEL_COUNT,
  CAPTURE_CHANNELS,
  type CaptureFrame,
  createCaptureFrame,
} from '../captureFrame.ts';
import { mirroredX, mirrorRotation } from '../vmc/handedness.ts';

const SIDES: Readonly<Record<string, string>> = {
  left: 'right',
  right: 'left',
  Left: 'Right',
  Right: 'Left',
};

const NAMES: readonly string[] = CAPTURE_CHANNELS;
/** Each channel's counterpart on the other side, or itself. */
const CHANNEL = Int8Array.from(NAMES, (name) => NAMES.indexOf(otherSide(name)));
/** Turns to one side, which change their sign. */
const SIGN = Int8Array.from(CAPTURE_CHANNELS, (name) => (/(Yaw|Roll)$/.test(name) ? -1 : 1));
/** Each joint's counterpart on the other side, or itself. */
const JOINT = Int16Array.from(JOINTS, ({ name }) =>
  JOINTS.findIndex((other) => other.name === name.replace(/_[lr]$/, (end) => (end === '_l' ? '_r' : '_l'))),
);

const mirrored = createCaptureFrame();

/**
 * Exchanges left and right of face and body in place, as a mirror does.
 * @param share how far, 0..1: what lies between is blended, so that the change can be faded
 */
export function mirrorFrame(frame: CaptureFrame, share: number): void {
  if (share === 0) return;
  mirrorFace(frame, share);
  if (frame.bodyFound) mirrorBody(frame, share);
}

/** The channel of the other side; the same where it has none. */
function otherSide(channel: string): string {
  return channel.replace(/left|right/i, (side) => SIDES[side] ?? side);
}

function mirrorFace({ channels, headPosition }: CaptureFrame, share: number): void {
  for (let i = 0; i < CAPTURE_CHANNEL_COUNT; i++) {
    const other = channels[CHANNEL[i] ?? i] ?? 0;
    mirrored.channels[i] = SIGN[i] === -1 ? 0 - other : other;
  }
  for (let i = 0; i < CAPTURE_CHANNEL_COUNT; i++)
    channels[i] = mix(channels[i] ?? 0, mirrored.channels[i] ?? 0, share);
  const x = headPosition[0] ?? 0;
  headPosition[0] = mix(x, mirroredX(x), share);
}

function mirrorBody({ body: { rotations, pelvis } }: CaptureFrame, share: number): void {
  const to = mirrored.body.rotations;
  for (let joint = 0; joint < JOINT_COUNT; joint++)
    mirrorRotation(rotations, 4 * (JOINT[joint] ?? joint), to, 4 * joint);
  if (share === 1) rotations.set(to);
  else {
    for (let at = 0; at < rotations.length; at += 4)
      slerpQuaternions(rotations, at, to, at, share, rotations, at);
  }
  const x = pelvis[0] ?? 0;
  pelvis[0] = mix(x, mirroredX(x), share);
}

const mix = (a: number, b: number, share: number): number => a * (1 - share) + b * share;

import {
  CHANNEL_NAMES,
  type ChannelName,
  channelOf,
  type FaceChannel,
  HAND_LANDMARKS,
  type HandChannel,
  type LandmarkFrame,
  POSE_IMAGE_STRIDE,
  POSE_LANDMARKS,
  type PostprocessSettings,
} from '../../body/index.ts';
import { ARKIT_BLENDSHAPES, faceFeatures } from '../../face/index.ts';
import {
  type ChannelFlag,
  TRACKING_FORMAT,
  TRACKING_VERSION,
  type TrackingFrame,
  type TrackingHeader,
} from './schema.ts';

/** Decimals kept: 1e-5 of a frame is a hundredth of a pixel, 1e-5 m a hundredth of a millimetre. */
const POSITION_SCALE = 1e5;
const WEIGHT_SCALE = 1e4;

const round = (value: number, scale: number): number => Math.round(value * scale) / scale || 0;
const positions = (values: Float32Array): number[] =>
  Array.from(values, (value) => round(value, POSITION_SCALE));
const weight = (value: number): number => round(Math.min(1, Math.max(0, value)), WEIGHT_SCALE);

/** The header of a track: what the caller knows, and the fixed layout of the arrays. */
export function trackingHeader(
  about: Pick<TrackingHeader, 'video' | 'provider'>,
  settings: PostprocessSettings,
): TrackingHeader {
  return {
    format: TRACKING_FORMAT,
    version: TRACKING_VERSION,
    ...about,
    postprocess: {
      ema_alpha_wrist: settings.emaAlpha.wrist,
      ema_alpha_fingers: settings.emaAlpha.fingers,
      ema_alpha_face: settings.emaAlpha.face,
      velocity_clamp_deg: settings.velocityClampDegrees,
      min_confidence: settings.minConfidence,
      max_gap_frames: settings.maxGapFrames,
    },
    layout: {
      pose: [...POSE_LANDMARKS],
      pose_image: 'x y z visibility',
      pose_world: 'x y z',
      hand: [...HAND_LANDMARKS],
      hand_image: 'x y z',
      hand_world: 'x y z',
      blendshapes: [...ARKIT_BLENDSHAPES],
    },
  };
}

/** One finished frame as its line of the file, rounded. */
export function trackingFrame(frame: LandmarkFrame, index: number): TrackingFrame {
  const { pose, hands, face } = frame;
  return {
    index,
    t: round(frame.timeSeconds, 1e6),
    pose:
      pose.presence === 'absent'
        ? null
        : { image: positions(pose.signals.image), world: positions(pose.signals.world) },
    hands: { left: handLine(hands.left), right: handLine(hands.right) },
    face: faceLine(face),
    bbox_person: personBox(frame),
    confidence: {
      pose: weight(pose.confidence),
      left_hand: weight(hands.left.confidence),
      right_hand: weight(hands.right.confidence),
      face: weight(face.confidence),
    },
    flags: flagsOf(frame),
  };
}

function handLine(hand: HandChannel): TrackingFrame['hands']['left'] {
  if (hand.presence === 'absent') return null;
  return {
    image: positions(hand.signals.image),
    world: positions(hand.signals.world),
    score: weight(hand.confidence),
  };
}

function faceLine(face: FaceChannel): TrackingFrame['face'] {
  if (face.presence === 'absent') return null;
  const { blendshapes, head } = face.signals;
  const features = Object.entries(faceFeatures(blendshapes)).map(
    ([name, value]) => [name, weight(value)] as const,
  );
  return {
    blendshapes: Array.from(blendshapes, weight),
    head: { rotation: positions(head.subarray(0, 4)), translation: positions(head.subarray(4)) },
    features: Object.fromEntries(features),
  };
}

/** The box around the visible body points and the hands, clipped to the frame; null without a person. */
function personBox({ pose, hands }: LandmarkFrame): number[] | null {
  if (pose.presence === 'absent') return null;
  let [left, top, right, bottom] = [1, 1, 0, 0];
  const include = (x: number, y: number): void => {
    left = Math.min(left, Math.max(0, x));
    top = Math.min(top, Math.max(0, y));
    right = Math.max(right, Math.min(1, x));
    bottom = Math.max(bottom, Math.min(1, y));
  };
  const points = pose.signals.image;
  for (let i = 0; i < points.length; i += POSE_IMAGE_STRIDE) {
    if ((points[i + 3] ?? 0) >= 0.5) include(points[i] ?? 0, points[i + 1] ?? 0);
  }
  for (const hand of [hands.left, hands.right]) {
    if (hand.presence === 'absent') continue;
    const image = hand.signals.image;
    for (let i = 0; i < image.length; i += 3) include(image[i] ?? 0, image[i + 1] ?? 0);
  }
  if (right <= left || bottom <= top) return null;
  return [left, top, right - left, bottom - top].map((value) => round(value, POSITION_SCALE));
}

function flagsOf(frame: LandmarkFrame): TrackingFrame['flags'] {
  const flags: Partial<Record<ChannelName, ChannelFlag[]>> = {};
  for (const name of CHANNEL_NAMES) {
    const { presence, gated, clamped } = channelOf(frame, name);
    const set: ChannelFlag[] = [];
    if (presence === 'filled') set.push('filled');
    if (gated) set.push('gated');
    if (clamped) set.push('clamped');
    if (set.length > 0) flags[name] = set;
  }
  return flags;
}

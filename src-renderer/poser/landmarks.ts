import { type Finger, HAND_LANDMARKS, POSE_LANDMARKS, type Side } from '#shared/body/index.ts';

const pose = (name: (typeof POSE_LANDMARKS)[number]): number => POSE_LANDMARKS.indexOf(name);
const hand = (name: (typeof HAND_LANDMARKS)[number]): number => HAND_LANDMARKS.indexOf(name);

/** Positions of the pose's landmarks that the figure uses. */
export const POSE_AT = {
  leftEye: pose('leftEye'),
  rightEye: pose('rightEye'),
  leftEar: pose('leftEar'),
  rightEar: pose('rightEar'),
  mouthLeft: pose('mouthLeft'),
  mouthRight: pose('mouthRight'),
} as const;

const limbsOf = (side: Side) => ({
  shoulder: pose(`${side}Shoulder`),
  elbow: pose(`${side}Elbow`),
  wrist: pose(`${side}Wrist`),
  hip: pose(`${side}Hip`),
  knee: pose(`${side}Knee`),
  ankle: pose(`${side}Ankle`),
  heel: pose(`${side}Heel`),
  toe: pose(`${side}FootIndex`),
});

export const LIMBS_AT = { left: limbsOf('left'), right: limbsOf('right') } as const;

const WRIST = hand('wrist');

/** Positions of the hand's landmarks, each chain from its root outward. */
export const HAND_AT = {
  wrist: WRIST,
  thumb: [hand('thumbCmc'), hand('thumbMcp'), hand('thumbIp'), hand('thumbTip')],
  index: [hand('indexMcp'), hand('indexPip'), hand('indexDip'), hand('indexTip')],
  middle: [hand('middleMcp'), hand('middlePip'), hand('middleDip'), hand('middleTip')],
  ring: [hand('ringMcp'), hand('ringPip'), hand('ringDip'), hand('ringTip')],
  pinky: [hand('pinkyMcp'), hand('pinkyPip'), hand('pinkyDip'), hand('pinkyTip')],
} as const satisfies Record<Finger | 'thumb' | 'wrist', number | readonly number[]>;

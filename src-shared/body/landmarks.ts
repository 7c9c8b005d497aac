/** The 33 landmarks of MediaPipe Pose, in its order. Left is the subject's left. */
export const POSE_LANDMARKS = [
  'nose',
  'leftEyeInner',
  'leftEye',
  'leftEyeOuter',
  'rightEyeInner',
  'rightEye',
  'rightEyeOuter',
  'leftEar',
  'rightEar',
  'mouthLeft',
  'mouthRight',
  'leftShoulder',
  'rightShoulder',
  'leftElbow',
  'rightElbow',
  'leftWrist',
  'rightWrist',
  'leftPinky',
  'rightPinky',
  'leftIndex',
  'rightIndex',
  'leftThumb',
  'rightThumb',
  'leftHip',
  'rightHip',
  'leftKnee',
  'rightKnee',
  'leftAnkle',
  'rightAnkle',
  'leftHeel',
  'rightHeel',
  'leftFootIndex',
  'rightFootIndex',
] as const;

/** The 21 landmarks of MediaPipe Hands, in its order. */
export const HAND_LANDMARKS = [
  'wrist',
  'thumbCmc',
  'thumbMcp',
  'thumbIp',
  'thumbTip',
  'indexMcp',
  'indexPip',
  'indexDip',
  'indexTip',
  'middleMcp',
  'middlePip',
  'middleDip',
  'middleTip',
  'ringMcp',
  'ringPip',
  'ringDip',
  'ringTip',
  'pinkyMcp',
  'pinkyPip',
  'pinkyDip',
  'pinkyTip',
] as const;

export const SIDES = ['left', 'right'] as const;
/** The subject's own side. */
export type Side = (typeof SIDES)[number];

/** Positions in the lists above that the tracker itself works with. */
export const POSE = {
  nose: POSE_LANDMARKS.indexOf('nose'),
  shoulder: { left: POSE_LANDMARKS.indexOf('leftShoulder'), right: POSE_LANDMARKS.indexOf('rightShoulder') },
  elbow: { left: POSE_LANDMARKS.indexOf('leftElbow'), right: POSE_LANDMARKS.indexOf('rightElbow') },
  wrist: { left: POSE_LANDMARKS.indexOf('leftWrist'), right: POSE_LANDMARKS.indexOf('rightWrist') },
} as const;

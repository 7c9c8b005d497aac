import { HAND_LANDMARKS, POSE_LANDMARKS } from '#shared/body/index.ts';

/** Landmarks that lines join: from, to, from, to, … */
export type Bones = Uint8Array;

function bonesAlong<Name extends string>(
  names: readonly Name[],
  ...chains: readonly (readonly Name[])[]
): Bones {
  const pairs = chains.flatMap((landmarks) =>
    landmarks.slice(1).flatMap((to, i) => [names.indexOf(landmarks[i] ?? to), names.indexOf(to)]),
  );
  return Uint8Array.from(pairs);
}

/** MediaPipe's pose connections without those of the fingers, which the hands show, and of eyes and mouth. */
export const POSE_BONES = bonesAlong(
  POSE_LANDMARKS,
  ['leftEar', 'nose', 'rightEar'],
  ['leftWrist', 'leftElbow', 'leftShoulder', 'rightShoulder', 'rightElbow', 'rightWrist'],
  ['leftShoulder', 'leftHip', 'rightHip', 'rightShoulder'],
  ['leftHip', 'leftKnee', 'leftAnkle', 'leftHeel', 'leftFootIndex', 'leftAnkle'],
  ['rightHip', 'rightKnee', 'rightAnkle', 'rightHeel', 'rightFootIndex', 'rightAnkle'],
);

/** MediaPipe's hand connections. */
export const HAND_BONES = bonesAlong(
  HAND_LANDMARKS,
  ['wrist', 'thumbCmc', 'thumbMcp', 'thumbIp', 'thumbTip'],
  ['wrist', 'indexMcp', 'indexPip', 'indexDip', 'indexTip'],
  ['middleMcp', 'middlePip', 'middleDip', 'middleTip'],
  ['ringMcp', 'ringPip', 'ringDip', 'ringTip'],
  ['wrist', 'pinkyMcp', 'pinkyPip', 'pinkyDip', 'pinkyTip'],
  ['indexMcp', 'middleMcp', 'ringMcp', 'pinkyMcp'],
);

export { reach } from './armReach.ts';
export {
  FINGERS,
  type Finger,
  JOINT_COUNT,
  JOINTS,
  type JointName,
  jointIndex,
  sideLetter,
} from './joints.ts';
export {
  multiplyQuaternions,
  radians,
  relativeQuaternion,
  rotateVector,
  setAxisAngle,
  slerpQuaternions,
} from './quaternions.ts';
export {
  createSkeletonPose,
  jointPlaces,
  restSkeletonPose,
  type SkeletonPose,
  worldRotations,
} from './skeletonPose.ts';

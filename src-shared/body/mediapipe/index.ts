export { copyFace, copyHands, copyPose, type FoundHand, type FoundPoint, readHands } from './results.ts';
export { distanceInHeights, shoulderWidth, sideHands } from './sideHands.ts';

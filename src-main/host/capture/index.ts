export type { CapturePlace } from './armedCapture.ts';
export { CaptureDesk } from './captureDesk.ts';
export { playTake } from './simulatedPhone.ts';

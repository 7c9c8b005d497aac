export { CaptureDesk, type CapturePlace } from './captureDesk.ts';
export { LIVE_LINK_FACE_PORT } from './phoneReceiver.ts';
export { playTake } from './simulatedPhone.ts';

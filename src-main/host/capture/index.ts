export { FaceMeasurer } from './calibration/faceMeasurer.ts';
export { CameraDesk } from './cameraDesk.ts';
export { CaptureDesk } from './captureDesk.ts';
export { systemClock } from './clock.ts';
export { DEFAULT_PORTS, SIMULATED_PROTOCOLS, type SimulatedProtocol } from './simulated/encoders.ts';
export { playTake } from './simulated/playTake.ts';
export type { CapturePlace } from './sources/captureSockets.ts';

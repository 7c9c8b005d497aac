export { CaptureDesk } from './captureDesk.ts';
export { type Clock, systemClock } from './clock.ts';
export { deviceIdOf } from './deviceId.ts';
export { ownNetworks } from './networks.ts';
export { DEFAULT_PORTS, SIMULATED_PROTOCOLS, type SimulatedProtocol } from './simulated/encoders.ts';
export { playTake } from './simulated/playTake.ts';
export { openRemotePhone } from './simulated/remotePhone.ts';
export type { CapturePlace } from './sources/captureSockets.ts';
export { PacketRate } from './subjects/packetRate.ts';

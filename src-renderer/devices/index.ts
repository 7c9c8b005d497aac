export { DeviceSelect } from './DeviceSelect.tsx';
export type { DeviceKind } from './deviceKind.ts';
export { ANY_DEVICE } from './deviceList.ts';
export { useChosenDevice, useDevices } from './deviceStore.ts';
export { openDevice } from './openDevice.ts';
export { canReadTracks, readTrack } from './readTrack.ts';

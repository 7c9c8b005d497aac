export { DeviceSelect } from './DeviceSelect.tsx';
export { ANY_DEVICE, type DeviceKind, type MediaDevice } from './deviceList.ts';
export { chooseDevice, type DeviceUse, useDevices } from './deviceStore.ts';
export { openDevice } from './openDevice.ts';

export { DeviceSelect } from './DeviceSelect.tsx';
export { ANY_DEVICE, type DeviceKind } from './deviceList.ts';
export { useDevices } from './deviceStore.ts';
export { openDevice } from './openDevice.ts';

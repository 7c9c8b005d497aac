/** What can be chosen and opened. */
export type DeviceKind = 'microphone' | 'camera';

import type { DeviceKind } from './deviceKind.ts';

const nouns: Readonly<Record<DeviceKind, string>> = { microphone: 'microphone', camera: 'camera' };

/** Every text about microphones and cameras, in one place for translation. */
export const words = {
  off: 'Off',
  /** Of a kind that the browser does not name before it may be used. */
  any: (kind: DeviceKind) => `The ${nouns[kind]} of this computer`,
  /** Of a device without a name. */
  numbered: (kind: DeviceKind, number: number) => `${kind === 'camera' ? 'Camera' : 'Microphone'} ${number}`,
  gone: (label: string) => `${label} (not connected)`,
  missing: (kind: DeviceKind) => `This computer has no ${nouns[kind]}.`,
  unplugged: (kind: DeviceKind) => `The chosen ${nouns[kind]} is not connected.`,
  missingRemedy: (kind: DeviceKind) => `Connect a ${nouns[kind]}, or choose another.`,
  refused: (kind: DeviceKind) => `The ${nouns[kind]} may not be used.`,
  refusedRemedy: (kind: DeviceKind) =>
    `Allow the ${nouns[kind]} for Mimesis Studio in the privacy settings of this computer; in a browser, beside the page's address.`,
  busy: (kind: DeviceKind) => `The ${nouns[kind]} cannot be opened.`,
  busyRemedy: 'Another program may be using it: close that one, or connect the device again.',
};

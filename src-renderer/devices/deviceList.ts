import type { DeviceKind } from './deviceKind.ts';
import { words } from './words.ts';

/** A microphone or camera that can be chosen. */
export interface MediaDevice {
  /** As the browser knows it, the same at the next start of the app; `ANY_DEVICE` for whichever the system prefers. */
  readonly id: string;
  readonly label: string;
}

/** Stands for whichever device the system prefers. */
export const ANY_DEVICE = 'default';

const KINDS = { microphone: 'audioinput', camera: 'videoinput' } as const;

/**
 * The devices of a kind among those that the browser lists. Before a page may use them, a browser says that there are
 * some but not which: then there is one that stands for all.
 */
export function devicesOf(kind: DeviceKind, listed: readonly MediaDeviceInfo[]): MediaDevice[] {
  const own = listed.filter((device) => device.kind === KINDS[kind]);
  const isKnown = own.some(({ deviceId }) => deviceId !== '');
  if (own.length > 0 && !isKnown) return [{ id: ANY_DEVICE, label: words.any(kind) }];
  return own.map(({ deviceId, label }, index) => ({
    id: deviceId,
    label: label || words.numbered(kind, index + 1),
  }));
}

/**
 * Whether a device can be opened, as far as is known: it is listed, it stands for all of which there is one, or the
 * browser does not yet say which there are.
 */
export function isConnected(id: string, devices: readonly MediaDevice[]): boolean {
  const areNamed = devices.some((device) => device.id !== ANY_DEVICE);
  if (id === ANY_DEVICE || !areNamed) return devices.length > 0;
  return devices.some((device) => device.id === id);
}

import { z } from 'zod';
import { create } from 'zustand';
import type { DeviceKind } from './deviceKind.ts';
import { devicesOf, isConnected, type MediaDevice } from './deviceList.ts';

/** What a device is chosen for, and of which kind it is. */
export const DEVICE_USES = {
  /** Sound recorded with a take. */
  sound: 'microphone',
  /** Reference video recorded with a take. */
  reference: 'camera',
  /** Video in which a performer is tracked. */
  tracking: 'camera',
} as const satisfies Record<string, DeviceKind>;
export type DeviceUse = keyof typeof DEVICE_USES;

/** A chosen device keeps its name, to be shown while it is not connected. */
const choiceSchema = z.object({ id: z.string(), label: z.string() }).nullable().catch(null);
const choicesSchema = z.object({ sound: choiceSchema, reference: choiceSchema, tracking: choiceSchema });

interface DeviceStore {
  /** What is connected. */
  readonly devices: Readonly<Record<DeviceKind, readonly MediaDevice[]>>;
  /** Whether the page may use devices of a kind; `prompt`: the user will be asked. */
  readonly permissions: Readonly<Record<DeviceKind, PermissionState>>;
  /** The device for each use; null for none. Kept for the next start. */
  readonly chosen: Readonly<Record<DeviceUse, MediaDevice | null>>;
}

const STORED_AS = 'mimesis.devices';

/** Microphones and cameras. */
export const useDevices = create<DeviceStore>(() => ({
  devices: { microphone: [], camera: [] },
  permissions: { microphone: 'prompt', camera: 'prompt' },
  chosen: storedChoices(),
}));

/** How it is with the device for a use. */
export function useChosenDevice(use: DeviceUse): {
  readonly id: string | undefined;
  readonly isThere: boolean;
} {
  const id = useDevices((state) => state.chosen[use]?.id);
  const devices = useDevices((state) => state.devices[DEVICE_USES[use]]);
  return { id, isThere: id !== undefined && isConnected(id, devices) };
}

/** Chooses a device for a use from now on, also after the next start; null for none. It is not opened by this. */
export function chooseDevice(use: DeviceUse, device: MediaDevice | null): void {
  useDevices.setState(({ chosen }) => ({ chosen: { ...chosen, [use]: device } }));
  localStorage.setItem(STORED_AS, JSON.stringify(useDevices.getState().chosen));
}

/** Reads again what is connected; it is done by itself when something is plugged in or out. */
export async function refreshDevices(): Promise<void> {
  const listed = await navigator.mediaDevices.enumerateDevices();
  useDevices.setState({
    devices: { microphone: devicesOf('microphone', listed), camera: devicesOf('camera', listed) },
  });
}

function storedChoices(): DeviceStore['chosen'] {
  try {
    return choicesSchema.parse(JSON.parse(localStorage.getItem(STORED_AS) ?? '{}'));
  } catch {
    return { sound: null, reference: null, tracking: null };
  }
}

async function watchPermission(kind: DeviceKind): Promise<void> {
  const permission = await navigator.permissions.query({ name: kind });
  const take = (): void => {
    useDevices.setState(({ permissions }) => ({ permissions: { ...permissions, [kind]: permission.state } }));
    void refreshDevices();
  };
  permission.onchange = take;
  take();
}

navigator.mediaDevices.addEventListener('devicechange', () => void refreshDevices());
void refreshDevices();
for (const kind of ['microphone', 'camera'] as const) {
  // A browser that does not tell asks the user when the device is opened.
  watchPermission(kind).catch(() => {});
}

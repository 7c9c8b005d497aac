import { MimesisError } from '#shared/contract/index.ts';
import type { DeviceKind } from './deviceKind.ts';
import { ANY_DEVICE } from './deviceList.ts';
import { chooseDevice, DEVICE_USES, type DeviceUse, refreshDevices, useDevices } from './deviceStore.ts';
import { words } from './words.ts';

/**
 * Opens the device that is chosen for a use; the browser may ask the user first. End its tracks to close it; a track
 * ends by itself when the device is unplugged.
 * @param wishes what is wished of its track, beside which device it is
 * @throws `device_missing` where none is chosen, connected or there; `device_refused`, `device_busy`
 */
export async function openDevice(use: DeviceUse, wishes: MediaTrackConstraints = {}): Promise<MediaStream> {
  const kind = DEVICE_USES[use];
  const id = useDevices.getState().chosen[use]?.id;
  if (id === undefined) throw missing(kind, words.missing(kind));
  const track = { ...wishes, ...(id !== ANY_DEVICE && { deviceId: { exact: id } }) };
  let stream: MediaStream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ [kind === 'camera' ? 'video' : 'audio']: track });
  } catch (error) {
    throw explained(kind, error);
  }
  // Only now may the browser say which devices there are.
  await refreshDevices();
  if (id === ANY_DEVICE) nameChosen(use, stream);
  return stream;
}

/** Writes the device that was opened in the place of any. */
function nameChosen(use: DeviceUse, stream: MediaStream): void {
  const id = stream.getTracks()[0]?.getSettings().deviceId;
  const device = useDevices.getState().devices[DEVICE_USES[use]].find((each) => each.id === id);
  if (device) chooseDevice(use, device);
}

function explained(kind: DeviceKind, error: unknown): MimesisError {
  // The names are those of the specification: https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotFoundError') return missing(kind, words.missing(kind), error);
  if (name === 'OverconstrainedError') return missing(kind, words.unplugged(kind), error);
  if (name === 'NotAllowedError' || name === 'SecurityError') {
    return new MimesisError('device_refused', words.refused(kind), {
      remedy: words.refusedRemedy(kind),
      cause: error,
    });
  }
  return new MimesisError('device_busy', words.busy(kind), { remedy: words.busyRemedy, cause: error });
}

function missing(kind: DeviceKind, message: string, cause?: unknown): MimesisError {
  return new MimesisError('device_missing', message, { remedy: words.missingRemedy(kind), cause });
}

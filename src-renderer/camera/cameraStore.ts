import { create } from 'zustand';
import { copyLandmarkFrame, createLandmarkFrame } from '#shared/body/index.ts';
import { type ErrorInfo, toErrorInfo } from '#shared/contract/index.ts';
import { ANY_DEVICE, useDevices } from '../devices/index.ts';
import { useCapture } from '../live/index.ts';
import { drawsInSoftware } from '../viewport/index.ts';
import { CameraSession } from './cameraSession.ts';
import { type CameraSettings, useCameraSettings } from './cameraSettings.ts';
import { FigureMeter, type Figures } from './figures.ts';
import type { Processor } from './tracker/messages.ts';

/** How the camera is. */
export type CameraState =
  /** None is chosen, nothing of it is to be tracked, or capture is not armed. */
  | { readonly kind: 'off' }
  | { readonly kind: 'starting' }
  | {
      readonly kind: 'running';
      readonly processor: Processor;
      readonly missing: readonly (keyof CameraSettings['parts'])[];
      /** Known after a second. */
      readonly figures: Figures | undefined;
    }
  | { readonly kind: 'trouble'; readonly error: ErrorInfo };

interface CameraStore {
  readonly state: CameraState;
  /** What the camera sees, while it is open. */
  readonly media: MediaStream | undefined;
}

export const useCamera = create<CameraStore>(() => ({ state: { kind: 'off' }, media: undefined }));

/** What was found last, as it is in the picture. Kept outside React: it changes all the time. */
export const newestLandmarks = createLandmarkFrame();
const landmarkListeners = new Set<() => void>();

/** Calls back with each new `newestLandmarks`. Returns how to stop. */
export function onLandmarks(listener: () => void): () => void {
  landmarkListeners.add(listener);
  return () => landmarkListeners.delete(listener);
}

/** A camera that is not there, or that another program holds, is tried again so often. */
const RETRY_MS = 2000;

interface Wanted extends Pick<CameraSettings, 'parts' | 'bodyModel' | 'fps' | 'processor'> {
  readonly deviceId: string;
}

let wanted: Wanted | undefined;
let session: CameraSession | undefined;
let retry: ReturnType<typeof setTimeout> | undefined;
/** A graphics card on which tracking broke off is left alone until the next start. */
let isCardGood = true;

useCapture.subscribe(follow);
useCameraSettings.subscribe(follow);
useDevices.subscribe((now, before) => {
  follow();
  const isNews = now.devices !== before.devices || now.permissions !== before.permissions;
  if (isNews && useCamera.getState().state.kind === 'trouble') begin();
});

/** Opens or closes the camera where what is wanted of it has changed. */
function follow(): void {
  const next = wantedNow();
  // Whichever camera the system prefers has got its name.
  const deviceId = wanted?.deviceId === ANY_DEVICE && session ? next?.deviceId : wanted?.deviceId;
  const isSame = JSON.stringify(next) === JSON.stringify(wanted && { ...wanted, deviceId });
  wanted = next;
  if (isSame) return;
  if (next) begin();
  else end({ kind: 'off' });
}

function wantedNow(): Wanted | undefined {
  const deviceId = useDevices.getState().chosen.tracking?.id;
  const { parts, bodyModel, fps, processor } = useCameraSettings.getState();
  if (deviceId === undefined || !useCapture.getState().capture?.isArmed) return undefined;
  if (!Object.values(parts).includes(true)) return undefined;
  return { parts, bodyModel, fps, processor, deviceId };
}

function end(state: CameraState): void {
  clearTimeout(retry);
  session?.close();
  session = undefined;
  useCamera.setState({ state, media: undefined });
}

function begin(): void {
  if (!wanted) return;
  end({ kind: 'starting' });
  const { processor } = wanted;
  const meter = new FigureMeter((figures) => {
    const { state } = useCamera.getState();
    if (state.kind === 'running') useCamera.setState({ state: { ...state, figures } });
  });
  session = new CameraSession(
    { ...wanted, processor: processor === 'auto' ? fittingProcessor() : processor },
    {
      onOpened: (media) => useCamera.setState({ media }),
      onReady: (used, missing) =>
        useCamera.setState({
          state: { kind: 'running', processor: used, missing, figures: undefined },
        }),
      onFound: (landmarks, milliseconds) => {
        meter.add(milliseconds, performance.now());
        copyLandmarkFrame(landmarks, newestLandmarks);
        for (const listener of landmarkListeners) listener();
      },
      onTrouble: (error) => {
        const info = toErrorInfo(error);
        if (info.kind === 'internal') isCardGood = false;
        end({ kind: 'trouble', error: info });
        // One that is refused would be asked for again and again.
        if (info.kind !== 'device_refused') retry = setTimeout(begin, RETRY_MS);
      },
    },
  );
}

/** Graphics that the processor draws itself are far slower at it than the processor's own code. */
function fittingProcessor(): Processor {
  return isCardGood && !drawsInSoftware() ? 'gpu' : 'cpu';
}

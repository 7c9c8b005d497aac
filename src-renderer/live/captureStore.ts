import { create } from 'zustand';
import type { CaptureSettings, CaptureView } from '#shared/contract/index.ts';
import { ask, onFresh, onHostEvent, onLiveFrame } from '../link/index.ts';
import { showProblem } from '../ui/index.ts';
import { knownSubjects, loseFrame, takeFrame } from './liveFrames.ts';
import { NOBODY, type Shown, shownAfter } from './shownSubject.ts';

interface CaptureStore {
  readonly capture: CaptureView | undefined;
  readonly shown: Shown;
  /** Sockets are being opened or closed. */
  readonly isSwitching: boolean;
}

/** What the studio knows of phones, and whom the avatar shows. */
export const useCapture = create<CaptureStore>(() => ({
  capture: undefined,
  shown: NOBODY,
  isSwitching: false,
}));

onLiveFrame(takeFrame);
onFresh(() => void act(() => ask('capture.read', {})));
onHostEvent((event) => {
  if (event.event === 'capture_changed') take(event.capture);
});

/** Opens the sockets for phones, or closes them. */
export async function armCapture(isArmed: boolean): Promise<void> {
  useCapture.setState({ isSwitching: true });
  await act(() => ask(isArmed ? 'capture.arm' : 'capture.disarm', {}));
  useCapture.setState({ isSwitching: false });
}

/** What the user has set last, until the host has said whether it holds: what it tells meanwhile is older. */
let unconfirmed: CaptureSettings | undefined;

/** Sets capture up otherwise, for every workspace. What the user sees changes at once. */
export function configureCapture(settings: CaptureSettings): void {
  unconfirmed = settings;
  useCapture.setState(({ capture }) => ({ capture: capture && { ...capture, settings } }));
  void act(async () => {
    try {
      return await ask('capture.configure', settings);
    } catch (error) {
      showProblem(error);
      return ask('capture.read', {});
    } finally {
      if (unconfirmed === settings) unconfirmed = undefined;
    }
  });
}

/** Shows a subject's face on the avatar, or a clip again. */
export function showSubject(id: number | undefined): void {
  useCapture.setState(({ shown }) => ({ shown: { ...shown, id } }));
}

async function act(action: () => Promise<CaptureView>): Promise<void> {
  try {
    take(await action());
  } catch (error) {
    showProblem(error);
  }
}

function take(told: CaptureView): void {
  const capture = unconfirmed ? { ...told, settings: unconfirmed } : told;
  // A frame that the link held back may arrive after the word that its subject is lost: each view mends that.
  for (const id of knownSubjects()) {
    const status = capture.subjects.find((each) => each.id === id)?.status;
    if (status !== 'face' && status !== 'body') loseFrame(id);
  }
  useCapture.setState(({ shown }) => ({ capture, shown: shownAfter(shown, capture) }));
}

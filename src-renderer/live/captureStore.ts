import { create } from 'zustand';
import type { CaptureSettings, CaptureView, SubjectNumbers } from '#shared/contract/index.ts';
import { ask, onFresh, onHostEvent, onLiveFrame } from '../link/index.ts';
import { showProblem } from '../ui/index.ts';
import { keepSame } from './keepSame.ts';
import { knownSubjects, loseFrame, takeFrame } from './liveFrames.ts';
import { NOBODY, type Shown, shownAfter } from './shownSubject.ts';

/** What is open to phones, and who sends. */
export type KnownCapture = Omit<CaptureView, 'numbers'>;

interface CaptureStore {
  readonly capture: KnownCapture | undefined;
  /** Apart, since they change each second: drawing everything anew for them would hold up live frames. */
  readonly numbers: ReadonlyMap<number, SubjectNumbers>;
  readonly shown: Shown;
  /** Sockets are being opened or closed. */
  readonly isSwitching: boolean;
}

/** What the studio knows of phones, and whom the avatar shows. */
export const useCapture = create<CaptureStore>(() => ({
  capture: undefined,
  numbers: new Map(),
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

function take({ numbers: told, ...capture }: CaptureView): void {
  // A frame that the link held back may arrive after the word that its subject is lost: each view mends that.
  for (const id of knownSubjects()) {
    const status = capture.subjects.find((each) => each.id === id)?.status;
    if (status !== 'face' && status !== 'body') loseFrame(id);
  }
  const settings = unconfirmed ?? capture.settings;
  useCapture.setState((known) => ({
    capture: keepSame(known.capture, { ...capture, settings }),
    numbers: new Map(told.map((each) => [each.id, keepSame(known.numbers.get(each.id), each)])),
    shown: shownAfter(known.shown, capture),
  }));
}

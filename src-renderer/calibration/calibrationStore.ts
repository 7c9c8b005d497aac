import { create } from 'zustand';
import { isSameCalibration, NO_CALIBRATION } from '#shared/capture/index.ts';
import type { Calibration, SubjectView } from '#shared/contract/index.ts';
import { ask, onFresh, onHostEvent } from '../link/index.ts';
import { changed, createHistory, type History, redone, showProblem, undone } from '../ui/index.ts';

/** Who is calibrated. */
export type CalibratedSubject = Pick<SubjectView, 'id' | 'protocol' | 'deviceId' | 'subject'>;

interface CalibrationState {
  /** Nothing while nobody is calibrated. */
  readonly subject: CalibratedSubject | undefined;
  readonly isHeard: boolean;
  readonly history: History<Calibration>;
  /** Whether the host has told how the subject is calibrated: nothing is to be changed before. */
  readonly isRead: boolean;
}

const NOTHING_YET = { history: createHistory(NO_CALIBRATION), isRead: false };

/** Whose calibration is open, and what was changed in it. */
export const useCalibration = create<CalibrationState>(() => ({
  subject: undefined,
  isHeard: false,
  ...NOTHING_YET,
}));

export const calibrationOf = ({ history }: CalibrationState): Calibration => history.present;

/** What can be undone of whom is kept while the window is open. */
const histories = new Map<string, History<Calibration>>();
const keyOf = ({ protocol, deviceId, subject }: CalibratedSubject): string =>
  JSON.stringify([protocol, deviceId, subject]);

onHostEvent((event) => {
  if (event.event === 'calibration_changed' && event.subjectId === useCalibration.getState().subject?.id) {
    // While something is being written, it is what we have written ourselves, or is written over.
    if (!isWriting) takeOver(event.calibration);
  }
  if (event.event === 'capture_changed') find(event.capture.subjects);
});
onFresh(() => void read());

export function openCalibration(subject: CalibratedSubject): void {
  closeCalibration();
  useCalibration.setState({ subject, isHeard: true });
  void read();
}

export function closeCalibration(): void {
  const { subject, history, isRead } = useCalibration.getState();
  if (subject && isRead) histories.set(keyOf(subject), history);
  useCalibration.setState({ subject: undefined, ...NOTHING_YET });
}

/** Changes the calibration in a way that can be undone; a drag of one control is undone at once. */
export function calibrate(control: string, update: (calibration: Calibration) => Calibration): void {
  go((history) => changed(history, update(history.present), control, performance.now()));
}

export function undo(): void {
  go(undone);
}

export function redo(): void {
  go(redone);
}

function go(step: (history: History<Calibration>) => History<Calibration>): void {
  const { subject, history, isRead } = useCalibration.getState();
  if (!subject || !isRead) return;
  const next = step(history);
  useCalibration.setState({ history: next });
  toWrite = { subjectId: subject.id, calibration: next.present };
  if (!isWriting) void write();
}

let isWriting = false;
let toWrite: { readonly subjectId: number; readonly calibration: Calibration } | undefined;

/** Tells the host what holds now; of changes in quick succession, the newest. Where that fails, what the host has holds. */
async function write(): Promise<void> {
  isWriting = true;
  try {
    while (toWrite) {
      const next = toWrite;
      toWrite = undefined;
      await ask('calibration.write', next);
    }
    isWriting = false;
  } catch (error) {
    showProblem(error);
    toWrite = undefined;
    isWriting = false;
    await read();
  }
}

async function read(): Promise<void> {
  const { subject } = useCalibration.getState();
  if (!subject) return;
  try {
    const calibration = await ask('calibration.read', { subjectId: subject.id });
    if (useCalibration.getState().subject === subject) takeOver(calibration);
  } catch (error) {
    showProblem(error);
  }
}

/** Somebody else may have changed it: that can be undone as well. */
function takeOver(calibration: Calibration): void {
  const { subject, history, isRead } = useCalibration.getState();
  if (!subject) return;
  const known = isRead ? history : (histories.get(keyOf(subject)) ?? createHistory(calibration));
  useCalibration.setState({
    isRead: true,
    history: isSameCalibration(known.present, calibration)
      ? known
      : changed(known, calibration, 'elsewhere', performance.now()),
  });
}

/** The same subject has another id when capture was armed anew. */
function find(subjects: readonly SubjectView[]): void {
  const { subject } = useCalibration.getState();
  if (!subject) return;
  const found = subjects.find((each) => keyOf(each) === keyOf(subject));
  useCalibration.setState({ isHeard: found !== undefined });
  if (found && found.id !== subject.id) useCalibration.setState({ subject: { ...subject, id: found.id } });
}

import { type OpenedTake, toErrorInfo } from '#shared/contract/index.ts';
import type { RecordedTake } from '#shared/formats/index.ts';
import { ask, hostUrl, onFresh, onHostEvent } from '../link/index.ts';
import { NO_FRAMES } from '../playback/index.ts';
import { showProblem } from '../ui/index.ts';
import { deck } from './deck.ts';
import { readSound, readTake } from './reading/readFile.ts';
import { chooseSubject, useTakeSelection } from './selection.ts';
import { mediumOf } from './soundAndVideo/openMedia.ts';
import { NOTHING_OPEN, subjectOf, useTake } from './takeStore.ts';
import { takeTiming } from './time/takeTiming.ts';
import { showWhole } from './timeline/viewStore.ts';
import { markTrim } from './trim.ts';

let reading = new AbortController();

/** Opens a take in the player; the one before is closed. One that is open stays as it is. */
export function openTake(id: string): void {
  const { id: openId, error } = useTake.getState();
  if (id === openId && !error) return;
  closeTake();
  useTake.setState({ ...NOTHING_OPEN, id });
  void read(id, reading.signal);
}

/** Puts the open take away. */
export function closeTake(): void {
  reading.abort();
  reading = new AbortController();
  deck.load(NO_FRAMES);
  chooseSubject(undefined);
  useTake.setState(NOTHING_OPEN);
}

async function read(id: string, signal: AbortSignal): Promise<void> {
  try {
    const opened = await ask('take.open', { id });
    if (signal.aborted) return;
    useTake.setState({ opened });
    const recorded = await readTake(await hostUrl(opened.path), signal, (progress) => {
      if (!signal.aborted) useTake.setState({ progress });
    });
    if (signal.aborted) return;
    show(opened, recorded);
    const audio = mediumOf(opened, recorded, 'audio');
    if (!audio) return;
    const sound = await readSound(await hostUrl(audio.path), signal);
    if (!signal.aborted) useTake.setState({ sound });
  } catch (error) {
    if (signal.aborted) return;
    // Without its sound a take can be looked at all the same.
    if (useTake.getState().recorded) showProblem(error);
    else useTake.setState({ error: toErrorInfo(error) });
  }
}

function show(opened: OpenedTake, recorded: RecordedTake): void {
  useTake.setState({ recorded, progress: 1 });
  chooseSubject(recorded.subjects[0]?.description.number);
  const { subject } = useTakeSelection.getState();
  deck.load(takeTiming(subjectOf({ recorded }, subject), recorded.durationSeconds));
  showWhole();
  markTrim(opened.take);
}

/** Another subject has frames at other times. The player stays where it is. */
useTakeSelection.subscribe(({ subject }, before) => {
  const { recorded } = useTake.getState();
  if (subject === before.subject || !recorded || deck.state.getState().timing === NO_FRAMES) return;
  deck.retime(takeTiming(subjectOf({ recorded }, subject), recorded.durationSeconds));
});

// What the host serves has its address until the host ends; and a take may be renamed or trimmed elsewhere.
onFresh(() => void reread());
onHostEvent(({ event }) => {
  if (event === 'takes_changed') void reread();
});

async function reread(): Promise<void> {
  const { id, error } = useTake.getState();
  if (id === undefined || error) return;
  const { signal } = reading;
  try {
    const opened = await ask('take.open', { id });
    if (!signal.aborted) useTake.setState({ opened });
  } catch {
    // It is gone: what has been read of it can be looked at until it is closed.
  }
}

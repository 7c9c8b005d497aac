import { create } from 'zustand';
import { MimesisError } from '#shared/contract/index.ts';
import { ask, isWindow, onHostEvent, pathsOf, sendTakeFile } from '../link/index.ts';
import { showProblem } from '../ui/index.ts';
import { type FoundFile, groupByTake } from './foundFiles.ts';
import { showNotice } from './noticeStore.ts';
import { words } from './words.ts';

/** A file or folder that is being imported. */
interface RunningImport {
  readonly id: string;
  /** Of what is read of it. */
  readonly name: string;
  /** Takes of it that are done with, of so many. */
  readonly done: number;
  readonly takes: number;
}

interface TakeImports {
  /** Undefined while nothing is imported. */
  readonly running: RunningImport | undefined;
  /** Files and folders that are done with, of all that were chosen since nothing was imported. */
  readonly done: number;
  readonly total: number;
  readonly isCancelled: boolean;
}

const NOTHING: TakeImports = { running: undefined, done: 0, total: 0, isCancelled: false };

/** How far what is imported is. */
export const useTakeImports = create<TakeImports>(() => NOTHING);

interface WaitingImport {
  readonly id: string;
  readonly name: string;
  /** Gives its path on this computer; null once the host has been sent it. */
  readonly provide: () => Promise<string | null>;
}

let waiting: WaitingImport[] = [];

onHostEvent((event) => {
  const { running } = useTakeImports.getState();
  if (event.event !== 'take_import_progress' || event.id !== running?.id) return;
  useTakeImports.setState({ running: { id: running.id, ...event.progress } });
});

/** Imports what lies at these paths of this computer, one after another and after what came before. */
export function importPaths(paths: readonly string[]): void {
  enqueue(
    paths.map((path) => ({
      id: crypto.randomUUID(),
      name: path.split(/[/\\]/).at(-1) ?? path,
      provide: async () => path,
    })),
  );
}

/** Imports files: where the page knows their paths by these, else what is in them is sent to the host. */
export function importFiles(found: readonly FoundFile[]): void {
  if (isWindow()) {
    importPaths(pathsOf(found.map(({ file }) => file)));
    return;
  }
  enqueue(
    groupByTake(found).map(({ name, files }) => {
      const id = crypto.randomUUID();
      return { id, name, provide: () => send(id, files) };
    }),
  );
}

/** Ends what is being imported, and forgets what waits. Takes that are whole by now stay. */
export function cancelImports(): void {
  const { running, done } = useTakeImports.getState();
  if (!running) return;
  waiting = [];
  useTakeImports.setState({ isCancelled: true, total: done + 1 });
  ask('take.import.cancel', { id: running.id }).catch(showProblem);
}

async function send(id: string, files: readonly FoundFile[]): Promise<null> {
  for (const { path, file } of files) {
    if (useTakeImports.getState().isCancelled) break;
    await sendTakeFile(id, path, file);
  }
  return null;
}

function enqueue(more: readonly WaitingImport[]): void {
  if (more.length === 0) showProblem(noTake());
  waiting.push(...more);
  useTakeImports.setState(({ total }) => ({ total: total + more.length }));
  if (!useTakeImports.getState().running) void importAll();
}

async function importAll(): Promise<void> {
  const names: string[] = [];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { id, name } = next;
    useTakeImports.setState({ running: { id, name, done: 0, takes: 1 }, isCancelled: false });
    names.push(...(await importOne(next)));
    if (names.length > 0) showNotice({ text: words.imported(names) });
    useTakeImports.setState(({ done }) => ({ done: done + 1 }));
  }
  useTakeImports.setState(NOTHING);
}

/** Gives the names of the takes that came of it. */
async function importOne({ id, provide }: WaitingImport): Promise<string[]> {
  try {
    const path = await provide();
    if (useTakeImports.getState().isCancelled) {
      // What was sent after the host had heard of it goes as well.
      await ask('take.import.cancel', { id });
      return [];
    }
    const { takes, problems } = await ask('take.import', { id, path });
    for (const problem of problems) showProblem(new MimesisError('invalid_take', problem));
    return takes.map((take) => take.name);
  } catch (error) {
    // What is being sent breaks off where the host has dropped it.
    if (!useTakeImports.getState().isCancelled) showProblem(error);
    return [];
  }
}

const noTake = (): MimesisError =>
  new MimesisError('usage', words.noTake.message, { remedy: words.noTake.remedy });

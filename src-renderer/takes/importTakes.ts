import { create } from 'zustand';
import { MimesisError, type TakeImport } from '#shared/contract/index.ts';
import { ask, isWindow, pathsOf, sendTakeFile } from '../link/index.ts';
import { showProblem } from '../ui/index.ts';
import { type FoundFile, groupByTake } from './foundFiles.ts';
import { showNotice } from './noticeStore.ts';
import { words } from './words.ts';

/** What is being imported, in words; undefined while nothing is. */
export const useTakeImport = create<{ readonly step: string | undefined }>(() => ({ step: undefined }));

/** Ends when all that was to be imported before has been. */
let queue: Promise<void> = Promise.resolve();

/** Imports what lies at these paths of this computer, one after another and after what came before. */
export function importPaths(paths: readonly string[]): void {
  for (const path of paths) enqueue(path.split(/[/\\]/).at(-1) ?? path, async () => ({ path }));
}

/** Imports files: where the page knows their paths by these, else what is in them is sent to the host. */
export function importFiles(found: readonly FoundFile[]): void {
  if (isWindow()) {
    importPaths(pathsOf(found.map(({ file }) => file)));
    return;
  }
  const groups = groupByTake(found);
  if (groups.length === 0) showProblem(noTake());
  for (const { name, files } of groups) {
    enqueue(name, async () => {
      const upload = crypto.randomUUID();
      for (const each of files) await sendTakeFile(upload, each.path, each.file);
      return { upload };
    });
  }
}

function enqueue(name: string, provide: () => Promise<TakeImport>): void {
  queue = queue.then(async () => {
    useTakeImport.setState({ step: words.importing(name) });
    try {
      const { takes, problems } = await ask('take.import', await provide());
      for (const problem of problems) showProblem(new MimesisError('invalid_take', problem));
      if (takes.length > 0) showNotice({ text: words.imported(takes.map((take) => take.name)) });
    } catch (error) {
      showProblem(error);
    } finally {
      useTakeImport.setState({ step: undefined });
    }
  });
}

const noTake = (): MimesisError =>
  new MimesisError('usage', words.noTake.message, { remedy: words.noTake.remedy });

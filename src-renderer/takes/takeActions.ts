import type { RequestParameters, TakeContent, TakeFormat, TakeView } from '#shared/contract/index.ts';
import { ask, chooseFolder, isWindow } from '../link/index.ts';
import { showProblem } from '../ui/index.ts';
import { showNotice } from './noticeStore.ts';
import { useOpenedTake } from './openedTake.ts';
import { selectTake, takeChanged, useTakes } from './takesStore.ts';
import { words } from './words.ts';

type Changes = RequestParameters<'take.change'>['changes'];

/** Changes what is noted of a take; the recording stays as it is. */
export async function changeTake(id: string, changes: Changes): Promise<void> {
  await tried(async () => takeChanged(await ask('take.change', { id, changes })));
}

/** Puts a take into the trash, and offers to take it back. */
export async function trashTake({ id, name }: TakeView): Promise<void> {
  await tried(async () => {
    await ask('take.trash', { id });
    forget(id);
    showNotice({ text: words.trashed(name), undo: () => void restoreTake(id) });
  });
}

export async function restoreTake(id: string): Promise<void> {
  await tried(async () => {
    await ask('take.restore', { id });
    forget(id);
    showNotice(undefined);
  });
}

/** Deletes a take in the trash for good. */
export async function purgeTake(id: string): Promise<void> {
  await tried(async () => {
    await ask('take.purge', { id });
    forget(id);
    showNotice(undefined);
  });
}

export async function emptyTrash(): Promise<void> {
  await tried(async () => {
    await ask('takes.empty_trash', {});
    selectTake(undefined);
    showNotice(undefined);
  });
}

/** Writes a take into a folder that the user chooses; a browser fetches the files. */
export async function exportTake(
  { id, name }: TakeView,
  format: TakeFormat,
  content: TakeContent,
): Promise<void> {
  await tried(async () => {
    const folder = isWindow() ? await chooseFolder() : null;
    if (folder === undefined) return;
    const { files } = await ask('take.export', { id, format, content, folder });
    if (folder === null) for (const file of files) download(file);
    showNotice({
      text: words.exported(
        name,
        files.map((file) => file.name),
      ),
    });
  });
}

function forget(id: string): void {
  if (useTakes.getState().selected?.id === id) selectTake(undefined);
  if (useOpenedTake.getState().id === id) useOpenedTake.setState({ id: undefined });
}

function download({ name, path }: { name: string; path: string }): void {
  const link = document.createElement('a');
  link.href = path;
  link.download = name;
  link.click();
}

async function tried(action: () => Promise<void>): Promise<void> {
  try {
    await action();
  } catch (error) {
    showProblem(error);
  }
}

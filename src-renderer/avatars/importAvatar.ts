import { create } from 'zustand';
import { MimesisError, type OpenedAvatar, requireAvatarSize } from '#shared/contract/index.ts';
import { ask, pathsOf, sendAvatar } from '../link/index.ts';
import { showProblem } from '../ui/index.ts';
import { chooseAvatar } from './avatarsStore.ts';
import type { LostPictures } from './lostPictures.ts';
import { words } from './words.ts';

interface ImportStore {
  /** What is done now, in words; undefined while nothing is. */
  readonly step: string | undefined;
  /** The avatars that were added and whose reports have not been read, the oldest first. */
  readonly added: readonly AddedAvatar[];
}

interface AddedAvatar {
  readonly id: string;
  /** Textures that were left out when its file was converted. */
  readonly lost?: LostPictures;
}

/** The import that is under way, and what came of those before. */
export const useImport = create<ImportStore>(() => ({ step: undefined, added: [] }));

/** The endings of files that may be an avatar, as a file input takes them. */
export const AVATAR_ENDINGS = ['.glb', '.fbx'] as const;

/** Whether a file is meant as an avatar, by its name. */
export function isAvatarFile({ name }: File): boolean {
  return AVATAR_ENDINGS.some((ending) => name.toLowerCase().endsWith(ending));
}

/** Ends when all that was to be added before has been. */
let queue: Promise<void> = Promise.resolve();

/** Adds files to the library, one after another and after those before; each that is added is shown and reported on. */
export function importAvatars(files: Iterable<File>): void {
  for (const file of files) queue = queue.then(() => importNext(file));
}

/** Lets the report of an avatar go once it has been read. */
export function forgetAdded(id: string): void {
  useImport.setState(({ added }) => ({ added: added.filter((each) => each.id !== id) }));
}

async function importNext(file: File): Promise<void> {
  try {
    const avatar = await importAvatar(file);
    useImport.setState(({ added }) =>
      added.some(({ id }) => id === avatar.id) ? {} : { added: [...added, avatar] },
    );
    chooseAvatar(avatar.id);
  } catch (error) {
    showProblem(error);
  } finally {
    useImport.setState({ step: undefined });
  }
}

async function importAvatar(file: File): Promise<AddedAvatar> {
  if (!isAvatarFile(file)) {
    throw new MimesisError('usage', words.notAnAvatar.message(file.name), {
      remedy: words.notAnAvatar.remedy,
    });
  }
  requireAvatarSize(file.size);
  const name = file.name.replace(/\.[^.]*$/, '');
  if (file.name.toLowerCase().endsWith('.fbx')) return sendConverted(file, name);
  useImport.setState({ step: words.steps.sending(file.name) });
  return { id: (await sendGlb(file, name)).avatar.id };
}

/** The app's own window knows where the file lies: the host copies it from there. */
function sendGlb(file: File, name: string): Promise<OpenedAvatar> {
  const [path] = pathsOf([file]);
  return path === undefined ? sendAvatar(name, file) : ask('avatar.import', { path, name });
}

async function sendConverted(file: File, name: string): Promise<AddedAvatar> {
  useImport.setState({ step: words.steps.converting(file.name) });
  // The loader is large, and wanted only now. The step is painted before the page is held up.
  const { convertFbx } = await import('./convertFbx.ts');
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const { glb, lost } = await convertFbx(await file.arrayBuffer());
  useImport.setState({ step: words.steps.sending(file.name) });
  const { avatar } = await sendAvatar(name, new Blob([glb]));
  return { id: avatar.id, lost };
}

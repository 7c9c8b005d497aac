import { create } from 'zustand';
import { MAX_AVATAR_BYTES, MimesisError, type OpenedAvatar } from '#shared/contract/index.ts';
import { ask, pathsOf, sendAvatar } from '../link/index.ts';
import { showProblem } from '../ui/index.ts';
import { chooseAvatar } from './avatarsStore.ts';
import { words } from './words.ts';

interface ImportStore {
  /** What is done now, in words; undefined while nothing is. */
  readonly step: string | undefined;
  /** The avatar that was added last, until its report has been read. */
  readonly added: OpenedAvatar | undefined;
}

/** The import that is under way. */
export const useImport = create<ImportStore>(() => ({ step: undefined, added: undefined }));

/** The endings of files that may be an avatar, as a file input takes them. */
export const AVATAR_ENDINGS = ['.glb', '.fbx'] as const;

/** Whether a file is meant as an avatar, by its name. */
export function isAvatarFile({ name }: File): boolean {
  return AVATAR_ENDINGS.some((ending) => name.toLowerCase().endsWith(ending));
}

/** Adds files to the library, one after another; each that is added is shown, the last one reported on. */
export async function importAvatars(files: Iterable<File>): Promise<void> {
  for (const file of files) {
    try {
      const added = await importAvatar(file);
      useImport.setState({ added });
      await chooseAvatar(added.avatar.id);
    } catch (error) {
      showProblem(error);
    } finally {
      useImport.setState({ step: undefined });
    }
  }
}

async function importAvatar(file: File): Promise<OpenedAvatar> {
  if (!isAvatarFile(file)) {
    throw new MimesisError('usage', words.notAnAvatar.message(file.name), {
      remedy: words.notAnAvatar.remedy,
    });
  }
  if (file.size > MAX_AVATAR_BYTES) {
    throw new MimesisError('too_large', words.tooLarge.message(file.name, MAX_AVATAR_BYTES / 2 ** 20), {
      remedy: words.tooLarge.remedy,
    });
  }
  const name = file.name.replace(/\.[^.]*$/, '');
  if (file.name.toLowerCase().endsWith('.fbx')) return sendConverted(file, name);
  useImport.setState({ step: words.steps.sending(file.name) });
  const [path] = pathsOf([file]);
  // The app's own window knows where the file lies: the host copies it from there.
  return path === undefined ? sendAvatar(name, file) : ask('avatar.import', { path, name });
}

async function sendConverted(file: File, name: string): Promise<OpenedAvatar> {
  useImport.setState({ step: words.steps.converting(file.name) });
  // The loader is large, and wanted only now. The step is painted before the page is held up.
  const { convertFbx } = await import('./convertFbx.ts');
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const glb = await convertFbx(await file.arrayBuffer());
  useImport.setState({ step: words.steps.sending(file.name) });
  return sendAvatar(name, new Blob([glb]));
}

import { access } from 'node:fs/promises';
import { resolve } from 'node:path';

/**
 * Absolute form of `path` (relative to `folder`) under which it exists: as written, or with its text composed (NFC)
 * or decomposed (NFD), since archives made on macOS often carry decomposed names. As written where none exists.
 */
export async function existingForm(folder: string, path: string): Promise<string> {
  const forms = new Set([path, path.normalize('NFC'), path.normalize('NFD')]);
  if (forms.size > 1) {
    for (const form of forms) {
      const candidate = resolve(folder, form);
      if (await exists(candidate)) return candidate;
    }
  }
  return resolve(folder, path);
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

import { join } from 'node:path';
import Database from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import { testAvatar } from '../../../../scripts/testing/glb.ts';
import { AvatarDesk } from '../avatarDesk.ts';
import { LibraryShelf } from '../libraryShelf.ts';

/** An avatar of CC4, and one of ARKit. */
export const anna = testAvatar({
  meshes: { CC_Base_Body: ['Jaw_Open', 'V_Open', 'Mouth_Pucker_Up_L'], CC_Base_Tongue: ['Jaw_Open'] },
  joints: ['CC_Base_Hip', 'CC_Base_Head'],
});
export const ben = testAvatar({ meshes: { Face: ['jawOpen', 'eyeBlinkLeft', 'browInnerUp'] } });

/** Bytes as they come over a network. */
async function* chunksOf(bytes: Uint8Array, size = 100) {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

/** A desk of one host, until the test ends; several of one user may be open at once. */
export function openDesk(folder: string, onChange: () => void = () => {}) {
  const shelf = new LibraryShelf(folder);
  onTestFinished(() => shelf.close());
  const desk = new AvatarDesk({ shelf, offer: (file) => file, onChange });
  return {
    shelf,
    desk,
    receive: (name: string, bytes: Uint8Array) => desk.receive(name, chunksOf(bytes)),
    /** The avatars that the user has brought. */
    own: async () => (await desk.list()).avatars.filter(({ builtIn }) => !builtIn),
  };
}

export type OpenedDesk = ReturnType<typeof openDesk>;

/** A library's database, as another program has it open. */
export function openDatabase(folder: string): Database.Database {
  const database = new Database(join(folder, 'library.db'));
  onTestFinished(() => void database.close());
  return database;
}

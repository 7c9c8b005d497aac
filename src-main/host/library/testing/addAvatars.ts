import { testAvatar } from '../../../../scripts/testing/glb.ts';
import { AvatarDesk } from '../avatarDesk.ts';
import { LibraryShelf } from '../libraryShelf.ts';

/** A process of its own that adds avatars: FOLDER NAME COUNT. In between it adds and removes another file. */
const [folder = '', writer = '', count = '0'] = process.argv.slice(2);

const shelf = new LibraryShelf(folder);
const desk = new AvatarDesk({ shelf, offer: (file) => file, onChange: () => {} });
const kept = testAvatar({ meshes: { Face: ['jawOpen'] } });
const passing = testAvatar({ meshes: { Face: ['jawOpen', 'tongueOut'] } });

async function* once(bytes: Uint8Array) {
  yield bytes;
}

for (let i = 0; i < Number(count); i++) {
  await desk.receive(`${writer} ${i}`, once(kept));
  const { avatar } = await desk.receive(`${writer} passing`, once(passing));
  await desk.remove(avatar.id);
}
shelf.close();

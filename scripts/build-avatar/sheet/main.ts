import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { withFilmPage } from '../../film/index.ts';
import { AVATAR_FILE } from '../check/decode.ts';
import { armShots, handShots } from './bodyShots.ts';
import { contactSheet, type LabelledPicture } from './contactSheet.ts';
import { faceShots } from './faceShots.ts';

/** Shows an avatar with every morph target, hand shapes and arms, as the viewport draws it, in one PNG file. */
const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'avatar-sheet.png' },
    avatar: { type: 'string', default: AVATAR_FILE },
    /** Of a picture, in pixels. */
    size: { type: 'string', default: '300' },
    columns: { type: 'string', default: '10' },
    /** A pattern of the labels of those to show. */
    only: { type: 'string', default: '' },
  },
});

const size = Number(values.size);
const shots = [...faceShots(), ...handShots(), ...armShots()].filter(({ label }) =>
  new RegExp(values.only).test(label),
);
await withFilmPage(values.avatar, size, async (film) => {
  const pictures: LabelledPicture[] = [];
  for (const { label, camera, pose } of shots) {
    await film.point(camera);
    const { png } = await film.shoot(pose);
    pictures.push({ label, png });
  }
  const file = resolve(values.out);
  writeFileSync(file, await contactSheet(film.browser, pictures, size, Number(values.columns)));
  process.stdout.write(`${file}: ${pictures.length} pictures\n`);
});

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SAMPLE_CLIPS, type SampleClip } from '#shared/performance/index.ts';
import { type FilmPage, withFilmPage } from '../film/index.ts';
import { repositoryRoot } from '../testing/shared.ts';
import { Encoder } from './encode.ts';
import { sampleMoment } from './samplePose.ts';
import { type FilmedFrame, truthOf } from './truth.ts';

/** Pictures a second: what most cameras of sign-language corpora give. */
const FPS = 25;
const SIZE = 640;
/** Further away than an animator looks at a face, so that a head that turns stays in the picture. */
const DISTANCE: Readonly<Record<SampleClip['framing'], number>> = { face: 0.95, hands: 1.02 };
const resources = join(repositoryRoot, 'resources');

/** `node scripts/build-sample/main.ts [CLIP…]`: films the sample performance into `resources/sample`. */
const folder = join(resources, 'sample');
mkdirSync(folder, { recursive: true });
const wanted = process.argv.slice(2);
await withFilmPage(join(resources, 'avatars/default.glb'), SIZE, async (page) => {
  for (const clip of SAMPLE_CLIPS) {
    if (wanted.length === 0 || wanted.includes(clip.name)) await film(page, clip);
  }
});

async function film(page: FilmPage, clip: SampleClip): Promise<void> {
  await page.point({ view: clip.framing, distance: DISTANCE[clip.framing] });
  const encoder = new Encoder(join(folder, `${clip.name}.mp4`), FPS);
  const frames: FilmedFrame[] = [];
  for (let i = 0; i < Math.round((clip.end - clip.start) * FPS); i++) {
    const { frame, pose } = sampleMoment(clip.start + i / FPS);
    const { png, places } = await page.shoot(pose);
    await encoder.add(png);
    frames.push({ blendshapes: [...frame.blendshapes], rotations: [...frame.body.rotations], places });
    if (i % FPS === 0) process.stderr.write(`${clip.name} ${i / FPS} s\n`);
  }
  await encoder.end();
  writeFileSync(
    join(folder, `${clip.name}.truth.json`),
    `${JSON.stringify(truthOf(clip, FPS, SIZE, frames))}\n`,
  );
}

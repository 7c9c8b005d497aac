import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { SAMPLE_CLIPS, type SampleClip } from '#shared/performance/index.ts';
import type { Film, FilmedFrame } from '../../src-renderer/film/film.ts';
import { Encoder } from './encode.ts';
import { openPage } from './studioPage.ts';
import { truthOf } from './truth.ts';

/** Pictures a second: what most cameras of sign-language corpora give. */
const FPS = 25;
const SIZE = 640;
const resources = resolve(import.meta.dirname, '../../resources');

/** `node scripts/build-sample/main.ts [CLIP…]`: films the sample performance into `resources/sample`. */
async function main(): Promise<void> {
  const folder = join(resources, 'sample');
  mkdirSync(folder, { recursive: true });
  const wanted = process.argv.slice(2);
  const { page, close } = await openPage(join(resources, 'avatars/default.glb'));
  try {
    await page.evaluate(() => (globalThis as unknown as { film: Film }).film.dress());
    for (const clip of SAMPLE_CLIPS) {
      if (wanted.length > 0 && !wanted.includes(clip.name)) continue;
      await film(page, clip, folder);
    }
  } finally {
    await close();
  }
}

async function film(page: Page, clip: SampleClip, folder: string): Promise<void> {
  await page.evaluate(
    (framing) => (globalThis as unknown as { film: Film }).film.point(framing),
    clip.framing,
  );
  const encoder = new Encoder(join(folder, `${clip.name}.mp4`), FPS);
  const frames: FilmedFrame[] = [];
  for (let i = 0; i < Math.round((clip.end - clip.start) * FPS); i++) {
    const frame = await page.evaluate(
      (seconds) => (globalThis as unknown as { film: Film }).film.shoot(seconds),
      clip.start + i / FPS,
    );
    await encoder.add(Buffer.from(frame.png, 'base64'));
    frames.push({ ...frame, png: '' });
    if (i % FPS === 0) process.stderr.write(`${clip.name} ${i / FPS} s\n`);
  }
  await encoder.end();
  writeFileSync(
    join(folder, `${clip.name}.truth.json`),
    `${JSON.stringify(truthOf(clip, FPS, SIZE, frames))}\n`,
  );
}

await main();

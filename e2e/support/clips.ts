import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { cutClip } from '../../scripts/testing/clips.ts';

/** A manifest of one signed word: the first second of a real video. Returns its path. */
export function writeManifest(folder: string, signClip: string): string {
  cutClip(signClip, join(folder, 'sign.mp4'), 1);
  const manifest = join(folder, 'words.csv');
  writeFileSync(manifest, 'word,filename\nhei,sign.mp4\n');
  return manifest;
}

/** Waits until the clip is tracked. */
export async function seeDone(page: Page, filename: string): Promise<void> {
  await page.getByRole('row', { name: filename }).getByText('Done').waitFor({ timeout: 120_000 });
}

/** Opens a tracked clip, steps through it by key, and plays it to its end. */
export async function playClip(page: Page, filename: string, fps = 30): Promise<void> {
  await page.getByRole('row', { name: filename }).click();
  await playOpenClip(page, fps);
}

/** Steps through the open clip by key from its first frame, and plays it to its end. */
export async function playOpenClip(page: Page, fps = 30): Promise<void> {
  await page.getByRole('button', { name: 'Play' }).and(page.locator(':enabled')).waitFor();
  const count = await frameCount(page);
  expect(count).toBeGreaterThan(20);

  await page.getByRole('button', { name: 'To the start' }).click();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => frameNumber(page)).toBe(3);
  // The picture follows: the video stands inside the third frame.
  await expect.poll(() => videoSeconds(page)).toBeGreaterThan(2 / fps);
  expect(await videoSeconds(page)).toBeLessThan(3 / fps);

  await page.keyboard.press('Space');
  await expect.poll(() => frameNumber(page)).toBe(count);
  await page.getByRole('button', { name: 'Play' }).waitFor();
}

async function framePosition(page: Page): Promise<string[]> {
  return (await page.locator('.playback-frame-number').innerText()).split('/');
}

const frameNumber = async (page: Page): Promise<number> => Number((await framePosition(page))[0]);
const frameCount = async (page: Page): Promise<number> => Number((await framePosition(page))[1]);

function videoSeconds(page: Page): Promise<number> {
  return page.locator('video').evaluate((video) => Number(Reflect.get(video, 'currentTime')));
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { differenceOf, type Pixels, pixelsOf } from '../../scripts/testing/pixels.ts';

/** Longer than a slow machine needs for one picture, which is drawn apart from the page. */
const BETWEEN_MS = 1200;

/** The avatar's picture once nothing moves in it any more. */
export async function stillPicture(page: Page): Promise<Pixels> {
  const avatar = page.getByTestId('viewport');
  await avatar.and(page.locator('[aria-busy=false]')).waitFor();
  let last = pixelsOf(await avatar.screenshot());
  await expect
    .poll(async () => {
      await sleep(BETWEEN_MS);
      const next = pixelsOf(await avatar.screenshot());
      const { count } = differenceOf(last, next);
      last = next;
      return count;
    })
    .toBe(0);
  return last;
}

/** An avatar that breathes and twitches is never still. */
export async function stopIdling(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Face' }).click();
  for (const layer of ['Idle', 'Micro-expressions']) {
    await page.getByRole('slider', { name: `Weight of ${layer}` }).press('Home');
  }
}

import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { playPhone, writeStillTake } from '../../scripts/testing/phone.ts';
import { differenceOf, type Pixels, pixelsOf } from '../../scripts/testing/pixels.ts';

/** Arms capture, lets a phone open the jaw, and sees the avatar's mouth open and nothing else move. */
export async function seeJawOpen(page: Page, folder: string): Promise<void> {
  await stopIdling(page);
  await page.getByRole('button', { name: 'Arm capture' }).click();
  const port = /UDP port (\d+)/.exec(await page.getByText('UDP port').innerText())?.[1] ?? '';
  const closed = await pictureWith(page, writeStillTake(join(folder, 'closed.csv'), {}), port);
  const open = await pictureWith(page, writeStillTake(join(folder, 'open.csv'), { jawOpen: 1 }), port);

  const change = differenceOf(closed, open);
  expect(change.count).toBeGreaterThan(200);
  // The face fills the middle of the picture; only its lower half moves.
  expect(change.top).toBeGreaterThan(0.4);
  expect(change.left).toBeGreaterThan(0.2);
  expect(change.right).toBeLessThan(0.8);
  await page.getByRole('button', { name: 'Disarm capture' }).click();
  await page.getByText('No socket is open.').waitFor();
}

/** An avatar that breathes and twitches is never still. */
async function stopIdling(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Face' }).click();
  for (const layer of ['Idle', 'Micro-expressions']) {
    await page.getByRole('slider', { name: `Weight of ${layer}` }).press('Home');
  }
}

/** The avatar from close by, while a phone sends one face and nothing moves any more. */
async function pictureWith(page: Page, take: string, port: string): Promise<Pixels> {
  const phone = playPhone(take, port, 'Ada');
  try {
    await page.getByText('Face found').waitFor();
    await page.getByRole('radio', { name: 'Face', exact: true }).click();
    return await stillPicture(page);
  } finally {
    await phone.stop();
    await page.getByText('Face found').waitFor({ state: 'hidden' });
  }
}

async function stillPicture(page: Page): Promise<Pixels> {
  const avatar = page.getByTestId('viewport');
  await avatar.and(page.locator('[aria-busy=false]')).waitFor();
  let last = pixelsOf(await avatar.screenshot());
  await expect
    .poll(
      async () => {
        // The picture is drawn apart from the page, on a slow machine seldom.
        await sleep(1200);
        const next = pixelsOf(await avatar.screenshot());
        const { count } = differenceOf(last, next);
        last = next;
        return count;
      },
      { timeout: 30_000 },
    )
    .toBe(0);
  return last;
}

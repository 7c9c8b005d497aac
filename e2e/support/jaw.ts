import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { playPhone, writeStillTake } from '../../scripts/testing/phone.ts';
import { changesAbove, differenceOf, type Pixels } from '../../scripts/testing/pixels.ts';
import { armCapture, disarmCapture } from './devices.ts';
import { stillPicture, stopIdling } from './stillPicture.ts';

/** Arms capture, lets a phone open the jaw, and sees the avatar's mouth open and nothing else move. */
export async function seeJawOpen(page: Page, folder: string): Promise<void> {
  await stopIdling(page);
  const port = await armCapture(page);
  const closed = await pictureWith(page, writeStillTake(join(folder, 'closed.csv'), {}), port);
  const open = await pictureWith(page, writeStillTake(join(folder, 'open.csv'), { jawOpen: 1 }), port);

  expectJawOpens(closed, open);
  await disarmCapture(page);
}

/** Expects that between two pictures of the face from close by the mouth opens, and nothing else moves. */
export function expectJawOpens(closed: Pixels, open: Pixels): void {
  const change = differenceOf(closed, open);
  expect(change.count).toBeGreaterThan(200);
  // The face fills the middle of the picture; only its lower half moves, but for an edge here and there.
  expect(changesAbove(closed, open, 0.45)).toBeLessThan(0.02 * change.count);
  expect(change.left).toBeGreaterThan(0.15);
  expect(change.right).toBeLessThan(0.85);
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

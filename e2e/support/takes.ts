import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { playPhone, writeStillTake } from '../../scripts/testing/phone.ts';
import { armCapture, disarmCapture } from './devices.ts';

/** Records a take of a phone: the jaw is shut, then nothing comes for a while, then the jaw is open. */
export async function recordJaw(page: Page, folder: string, slate: string): Promise<void> {
  const port = await armCapture(page);
  const shut = playPhone(writeStillTake(join(folder, 'shut.csv'), {}), port, 'Ada');
  await page.getByText('Face found').waitFor();
  await page.getByRole('textbox', { name: 'Slate' }).fill(slate);
  await page.getByRole('button', { name: 'Record', exact: true }).click();
  const recorded = page.getByRole('timer', { name: `${slate}, take 1` });
  await recorded.getByText(/0:0[1-9]/).waitFor();
  await shut.stop();
  await page.getByText('Face found').waitFor({ state: 'hidden' });
  const open = playPhone(writeStillTake(join(folder, 'wide.csv'), { jawOpen: 1 }), port, 'Ada');
  await page.getByText('Face found').waitFor();
  // Some of it is to be in the take: what is told each second has to be told anew twice.
  for (let i = 0; i < 2; i++) {
    const before = await recorded.innerText();
    await expect.poll(() => recorded.innerText()).not.toBe(before);
  }
  await page.getByRole('button', { name: 'Stop recording' }).click();
  await page.getByRole('button', { name: 'Record', exact: true }).waitFor();
  await open.stop();
  await disarmCapture(page);
}

/** Opens a take of the list in the player. */
export async function openTake(page: Page, slate: string): Promise<void> {
  await page.getByRole('tab', { name: 'Takes' }).click();
  await page.getByRole('grid', { name: 'Takes' }).getByRole('row').filter({ hasText: slate }).dblclick();
  await timelineOf(page).waitFor();
}

export const timelineOf = (page: Page) => page.getByRole('slider', { name: 'Position' });

/** Where the take stands, and how many steps it has: counted from 1. */
export async function stepOf(page: Page): Promise<{ step: number; steps: number }> {
  const [step, steps] = (await page.locator('.playback-frame-number').innerText()).split('/');
  return { step: Number(step), steps: Number(steps) };
}

/** Presses a key until the take is where a screen reader is told something like it. */
export async function goUntil(page: Page, key: string, told: RegExp): Promise<void> {
  await expect
    .poll(async () => {
      await timelineOf(page).press(key);
      return timelineOf(page).getAttribute('aria-valuetext');
    })
    .toMatch(told);
}

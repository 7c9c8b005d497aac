import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestClip } from '../scripts/testing/clips.ts';
import { playPhone, writeStillTake } from '../scripts/testing/phone.ts';
import { armCapture, disarmCapture } from './support/devices.ts';
import { type ServedStudio, serveStudio } from './support/servedStudio.ts';

describe('a take that is edited in the studio', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mimesis-edit-'));
  let studio: ServedStudio;

  beforeAll(async () => {
    const clip = join(folder, 'clip.mp4');
    makeTestClip(clip, 5);
    studio = await serveStudio([clip, '--workspace', join(folder, 'workspace')]);
  });

  afterAll(async () => {
    await studio.close();
    rmSync(folder, { recursive: true });
  });

  it('gets layers that say what they do, are undone and redone, and are there the next time', async () => {
    const { page, complaints } = await studio.open();
    await recordStill(page, folder);
    await openEdits(page);
    const layers = page.locator('.edit-layer-name strong');

    await page.getByRole('button', { name: 'Offset', exact: true }).click();
    const amount = page.getByRole('textbox', { name: 'Amount, as a number' });
    await amount.fill('0,2');
    await amount.press('Enter');
    await page.getByText('Moves frames by up to 0.200 in 3 channels.').waitFor();
    await page.getByRole('button', { name: 'Reduce keys', exact: true }).click();
    await page.getByText(/^\d+ keys for .* Largest error 0\.000\.$/).waitFor();

    await page.getByRole('button', { name: /^Reduce keys.*whole take/ }).press('Alt+ArrowUp');
    await expect.poll(() => layers.allInnerTexts()).toEqual(['Reduce keys', 'Offset']);
    await page.keyboard.press('Delete');
    await expect.poll(() => layers.allInnerTexts()).toEqual(['Offset']);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect.poll(() => layers.allInnerTexts()).toEqual(['Offset', 'Reduce keys']);
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(() => layers.allInnerTexts()).toEqual(['Reduce keys', 'Offset']);

    await expect.poll(() => keptKinds(folder)).toEqual(['keys', 'offset']);
    await page.reload();
    await openEdits(page);
    await expect.poll(() => layers.allInnerTexts()).toEqual(['Reduce keys', 'Offset']);
    await page.getByRole('tab', { name: 'Takes' }).click();
    await page.getByRole('row').filter({ hasText: 'HELLO' }).getByText('Edited').waitFor();
    expect(complaints).toEqual([]);
  });

  it('shows in every window what another one sets, and loses nothing where both set something', async () => {
    const [first, second] = [(await studio.open()).page, (await studio.open()).page];
    const layersOf = (page: Page) => page.locator('.edit-layer-name strong').allInnerTexts();
    const add = (page: Page, kind: string) => page.getByRole('button', { name: kind, exact: true }).click();
    for (const page of [first, second]) await openEdits(page);
    await add(first, 'Smooth');
    await expect.poll(() => layersOf(second)).toEqual(['Reduce keys', 'Offset', 'Smooth']);
    await second.keyboard.press('Control+z');
    await expect.poll(() => layersOf(first)).toEqual(['Reduce keys', 'Offset']);

    // A question that is open keeps the second one from hearing what the first one sets.
    const asking = second.waitForEvent('dialog');
    const added = second.evaluate(`
      [...document.querySelectorAll('.edit-new button')].find((each) => each.textContent === 'Scale').click();
      confirm();
    `);
    const question = await asking;
    await add(first, 'Smooth');
    await expect.poll(() => keptKinds(folder)).toEqual(['keys', 'offset', 'smooth']);
    await question.accept();
    await added;
    await second.getByText('This take was edited elsewhere at the same time.').waitFor();
    await expect.poll(() => layersOf(second)).toEqual(['Reduce keys', 'Offset', 'Smooth']);
    await second.keyboard.press('Control+z');
    for (const page of [first, second]) {
      await expect.poll(() => layersOf(page)).toEqual(['Reduce keys', 'Offset', 'Scale']);
    }
  });
});

/** Records a second of somebody who does not move. */
async function recordStill(page: Page, folder: string): Promise<void> {
  const still = { jawOpen: 0.5, mouthSmileLeft: 0.25, eyeBlinkLeft: 0.125 };
  const port = await armCapture(page);
  const phone = playPhone(writeStillTake(join(folder, 'still.csv'), still), port, 'Ada');
  await page.getByText('Face found').waitFor();
  await page.getByRole('textbox', { name: 'Slate' }).fill('HELLO');
  await page.getByRole('button', { name: 'Record', exact: true }).click();
  await page
    .getByRole('timer', { name: 'HELLO, take 1' })
    .getByText(/0:0[1-9]/)
    .waitFor();
  await page.getByRole('button', { name: 'Stop recording' }).click();
  await phone.stop();
  await disarmCapture(page);
}

async function openEdits(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Takes' }).click();
  await page.getByRole('grid', { name: 'Takes' }).getByRole('row').filter({ hasText: 'HELLO' }).dblclick();
  await page.getByRole('tab', { name: 'Edits' }).click();
  await page.getByText('For Ada: jawOpen and 2 more').waitFor();
}

/** Kinds of the layers that lie beside the recording. */
function keptKinds(folder: string): string[] {
  const takes = join(folder, 'workspace', 'takes');
  const [id = ''] = readdirSync(takes).filter((name) => !name.startsWith('.'));
  const edit: { layers: { kind: string }[] } = JSON.parse(readFileSync(join(takes, id, 'edit.json'), 'utf8'));
  return edit.layers.map(({ kind }) => kind);
}

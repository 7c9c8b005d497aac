import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestClip } from '../scripts/testing/clips.ts';
import { changesAbove, differenceOf, pixelsOf } from '../scripts/testing/pixels.ts';
import { type ServedStudio, serveStudio } from './support/servedStudio.ts';
import { stillPicture, stopIdling } from './support/stillPicture.ts';
import { textInSight } from './support/textInSight.ts';

describe('the face panel and the avatar', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mimesis-face-'));
  let studio: ServedStudio;

  beforeAll(async () => {
    const clip = join(folder, 'clip.mp4');
    makeTestClip(clip, 3);
    studio = await serveStudio([clip, '--workspace', join(folder, 'workspace')]);
  });
  afterAll(async () => {
    await studio.close();
    rmSync(folder, { recursive: true, maxRetries: 3 });
  });

  /** The studio with an avatar that rests, seen from close by. */
  async function openAtRest(): Promise<Page> {
    const { page } = await studio.open();
    await page.getByRole('radio', { name: 'Face', exact: true }).click();
    await stopIdling(page);
    return page;
  }
  const moves = async (page: Page, what: string): Promise<void> => {
    await page.getByRole('combobox', { name: 'What moves the avatar' }).click();
    await page.getByRole('option', { name: what }).click();
  };

  it('shows an avatar that is alive when nothing moves it', async () => {
    const { page, complaints } = await studio.open();
    const avatar = page.getByTestId('viewport');
    await avatar.and(page.locator('[aria-busy=false]')).waitFor();
    const before = pixelsOf(await avatar.screenshot());
    await expect
      .poll(async () => differenceOf(before, pixelsOf(await avatar.screenshot())).count)
      .toBeGreaterThan(50);
    expect(complaints).toEqual([]);
  });

  it('lets an emotion be chosen by keys, and undone', async () => {
    const page = await openAtRest();
    const calm = await stillPicture(page);
    const pad = page.getByRole('slider', { name: 'Emotion pad' });
    await pad.press('?');
    await page.getByRole('dialog', { name: 'Keyboard' }).getByText('Undo what was set').waitFor();
    await page.keyboard.press('Escape');
    for (let i = 0; i < 10; i++) await pad.press('ArrowRight');
    await expect.poll(() => pad.getAttribute('aria-valuetext')).toMatch(/^Happy [5-9]\d %/);
    const happy = await stillPicture(page);
    const change = differenceOf(calm, happy);
    expect(change.count).toBeGreaterThan(200);
    expect(change.top).toBeGreaterThan(0.2);

    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await pad.getAttribute('aria-valuetext')).toBe('No emotion');
    expect(differenceOf(calm, await stillPicture(page)).count).toBeLessThan(20);
    await page.keyboard.press('Control+Shift+Z');
    await expect.poll(() => pad.getAttribute('aria-valuetext')).toMatch(/^Happy/);
  });

  it('finds a morph target, holds it by hand, and gives it back', async () => {
    const page = await openAtRest();
    const calm = await stillPicture(page);
    await page.getByRole('searchbox', { name: 'Search morph targets' }).fill('jaw open');
    await page.getByText('1 of 1').waitFor();
    const jaw = page.getByRole('slider', { name: 'Jaw_Open', exact: true });
    await jaw.press('End');
    const open = await stillPicture(page);
    const change = differenceOf(calm, open);
    expect(change.count).toBeGreaterThan(500);
    expect(changesAbove(calm, open, 0.4)).toBeLessThan(0.02 * change.count);
    await page.getByRole('button', { name: 'Give Jaw_Open back' }).click();
    expect(differenceOf(calm, await stillPicture(page)).count).toBeLessThan(20);
  });

  it('sets both sides alike, and shows one target alone', async () => {
    const page = await openAtRest();
    await page.getByRole('searchbox', { name: 'Search morph targets' }).fill('blink');
    await page.getByRole('button', { name: 'Set both sides alike' }).click();
    await page.getByRole('slider', { name: 'Eye_Blink_L', exact: true }).press('End');
    expect(await page.getByRole('slider', { name: 'Eye_Blink_R', exact: true }).inputValue()).toBe('1');
    const both = await stillPicture(page);
    await page.getByRole('button', { name: 'Show Eye_Blink_L alone' }).click();
    const one = differenceOf(both, await stillPicture(page));
    expect(one.count).toBeGreaterThan(30);
    // The avatar's right eye, which opens, is on the picture's left.
    expect(one.right).toBeLessThan(0.52);
  });

  it('plays a micro-expression and is calm again', async () => {
    const page = await openAtRest();
    await page.getByRole('slider', { name: 'Weight of Micro-expressions' }).press('End');
    await page.getByRole('slider', { name: 'By chance, each minute' }).press('Home');
    const calm = await stillPicture(page);
    const brow = page.getByRole('listitem').filter({ hasText: 'Brow_Raise_Outer_L' }).locator('[data-live]');
    await page.getByRole('searchbox', { name: 'Search morph targets' }).fill('brow raise outer l');
    await brow.scrollIntoViewIfNeeded();
    // A click by the mouse would scroll the value out of sight.
    await page.getByRole('button', { name: 'Brow flash' }).dispatchEvent('click');
    await expect.poll(() => brow.innerText(), { interval: 30 }).not.toBe('0.00');
    await expect.poll(() => brow.innerText()).toBe('0.00');
    expect(differenceOf(calm, await stillPicture(page)).count).toBeLessThan(20);
  });

  it('performs, and says who moves what', async () => {
    const page = await openAtRest();
    await page.getByRole('radio', { name: 'Hands', exact: true }).click();
    const calm = await stillPicture(page);
    await moves(page, 'Sample performance');
    const owners = page.getByRole('region', { name: 'Who moves what' });
    await expect.poll(() => owners.innerText()).toMatch(/Mouth\s+Tracking/);
    await expect
      .poll(async () => differenceOf(calm, pixelsOf(await page.getByTestId('viewport').screenshot())).count)
      .toBeGreaterThan(2000);
    await moves(page, 'Idle');
    await expect.poll(() => owners.innerText()).toMatch(/Mouth\s+At rest/);
  });

  it('keeps a preset, says what is wrong with a change of it, and takes it out and in as a file', async () => {
    const page = await openAtRest();
    await page.getByText('Presets', { exact: true }).click();
    await page.getByRole('button', { name: 'Duplicate happy', exact: true }).click();
    await page.getByRole('button', { name: 'Edit happy 2' }).click();
    const text = page.getByRole('textbox', { name: 'The preset as JSON' });
    const document = await text.inputValue();
    await text.fill(document.replace('"Mouth_Smile_L": 0.6', '"Mouth_Smile_L": 6'));
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Mouth_Smile_L').and(page.locator('[role=status]')).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Keep editing' }).click();
    await text.fill(document.replace('"happy 2"', '"glad"'));
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Edit glad' }).waitFor();
    await page.getByText('version 2').waitFor();

    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export glad' }).click();
    const file = await (await download).path();
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ kind: 'emotion', name: 'glad' });
    await page.getByRole('button', { name: 'Delete glad' }).click();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await page.getByRole('button', { name: 'Edit glad' }).waitFor({ state: 'detached' });
    // The keyboard is on the next preset, and not lost.
    expect(await page.evaluate('document.activeElement.closest(".presets-row") !== null')).toBe(true);
    await page.locator('input[type=file][aria-label="Import a preset file"]').setInputFiles(file);
    await page.getByRole('button', { name: 'Edit glad' }).waitFor();
    await page.getByRole('slider', { name: 'glad' }).waitFor();
  });

  it('uses other limits of its own, and forgoes emotions everywhere', async () => {
    const page = await openAtRest();
    const smile = page.getByRole('listitem').filter({ hasText: 'Mouth_Smile_L' }).locator('[data-live]');
    await page.getByRole('searchbox', { name: 'Search morph targets' }).fill('mouth smile l');
    await page.getByRole('slider', { name: 'happy' }).fill('1');
    await expect.poll(() => textInSight(smile)).toBe('0.60');

    await page.getByText('Presets', { exact: true }).click();
    await page.getByRole('combobox', { name: 'Kind of preset' }).click();
    await page.getByRole('option', { name: 'Limits' }).click();
    const limits = { format: 'mimesis-preset', version: 1, kind: 'constraints', name: 'Stiff' };
    const rules = [{ rule: 'total', targets: ['Mouth_Smile_L'], sum: 0.25 }];
    await page.locator('input[type=file][aria-label="Import a preset file"]').setInputFiles({
      name: 'stiff.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify({ ...limits, rules })),
    });
    await page.getByRole('button', { name: 'Use Stiff' }).click();
    await page.getByRole('listitem').filter({ hasText: 'Stiff' }).getByText('In use').waitFor();
    await expect.poll(() => textInSight(smile)).toBe('0.25');

    await page.getByText('For every avatar').click();
    await page.getByRole('checkbox', { name: 'Show emotions' }).click();
    await expect.poll(() => textInSight(smile)).toBe('0.00');
    await page.getByRole('checkbox', { name: 'Show emotions' }).click();
    await expect.poll(() => textInSight(smile)).toBe('0.25');
  });

  it('uses a mapping of its own for the avatars of a profile', async () => {
    const page = await openAtRest();
    await page.getByText('Presets', { exact: true }).click();
    await page.getByRole('combobox', { name: 'Kind of preset' }).click();
    await page.getByRole('option', { name: 'Mappings' }).click();
    const head = { format: 'mimesis-preset', version: 1, kind: 'mapping', name: 'Sneer', source: 'made up' };
    const controls = { jawOpen: { Nose_Sneer_L: 1 } };
    const mapping = { ...head, from: 'arkit', to: 'cc4_extended', controls, rules: [] };
    await page.locator('input[type=file][aria-label="Import a preset file"]').setInputFiles({
      name: 'sneer.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(mapping)),
    });
    await page.getByRole('button', { name: 'Use Sneer' }).click();
    await page.getByRole('listitem').filter({ hasText: 'Sneer' }).getByText('In use').waitFor();

    await page.getByRole('searchbox', { name: 'Search morph targets' }).fill('nose sneer l');
    await moves(page, 'Sample performance');
    const sneer = page.getByRole('listitem').filter({ hasText: 'Nose_Sneer_L' }).locator('[data-live]');
    await expect.poll(async () => Number(await textInSight(sneer))).toBeGreaterThan(0.05);
  });
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestClip } from '../scripts/testing/clips.ts';
import { requireShared } from '../scripts/testing/shared.ts';
import { makePhoneFolder, phoneCsv } from '../src-main/host/takes/testing/phoneFolder.ts';
import { dropFile } from './support/dropFile.ts';
import { type ServedStudio, serveStudio } from './support/servedStudio.ts';
import { timelineOf } from './support/takes.ts';

describe('the takes browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mimesis-takes-'));
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

  async function openTakes(): Promise<Page> {
    const { page } = await studio.open();
    await page.getByRole('tab', { name: 'Takes' }).click();
    return page;
  }
  const rowOf = (page: Page, name: string) =>
    page.getByRole('grid', { name: 'Takes' }).getByRole('row').filter({ hasText: name });
  const chooseFiles = async (page: Page, label: string, paths: string | string[]): Promise<void> => {
    await page.getByRole('button', { name: 'Import takes' }).click();
    await page.getByLabel(label).setInputFiles(paths);
  };

  it('takes in a phone’s folder, shows its video’s picture and tells what is in it', async () => {
    const page = await openTakes();
    await chooseFiles(page, 'Folder of a phone…', makePhoneFolder(folder));
    await page.getByText('Monolog 4 was imported.').waitFor();
    const row = rowOf(page, 'Monolog 4');
    await row.locator('img').waitFor();
    await row.click();
    const details = page.getByRole('region', { name: 'Details of Monolog 4' });
    await details.getByText('iPhone13,3, v1.4.0').waitFor();
    await details
      .getByText(/Live Link Face, 60\.0 a second · face · 30 frames, 0 dropped · no gaps/)
      .waitFor();
  });

  it('writes out a real take as it came in', async (context) => {
    const path = requireShared(context, 'takes/face-rom.csv');
    const page = await openTakes();
    await chooseFiles(page, 'CSV or JSONL files…', path);
    await rowOf(page, 'face-rom 1').click();
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'CSV', exact: true }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe('face-rom_1_Face.csv');
    expect(readFileSync(await download.path(), 'utf8') === readFileSync(path, 'utf8')).toBe(true);
  });

  it('names, rates, tags, notes and trims a take, and finds it by them', async () => {
    const page = await openTakes();
    const csv = join(folder, 'Walk_2_Grace.csv');
    writeFileSync(csv, phoneCsv(Array.from({ length: 120 }, (_, i) => i / 60)));
    await chooseFiles(page, 'CSV or JSONL files…', csv);
    await rowOf(page, 'Walk 2').click();
    await page.getByLabel('Name', { exact: true }).fill('The long walk');
    await page.keyboard.press('Enter');
    await rowOf(page, 'The long walk').waitFor();
    await page.getByRole('button', { name: '4 stars' }).click();
    await page.getByLabel('Add a tag').fill('street');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Remove the tag street' }).waitFor();
    await page.getByLabel('Notes').fill('Wind in the hair');
    await page.getByLabel('From, in seconds').fill('0.5');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Show all', exact: true }).waitFor();

    await page.getByLabel('Name, slate, tag or subject').fill('wind GRACE');
    await expect.poll(() => page.getByRole('row').filter({ hasText: 'Monolog' }).count()).toBe(0);
    await rowOf(page, 'The long walk').getByRole('img', { name: '4 of 5 stars' }).waitFor();
    await page.getByLabel('Name, slate, tag or subject').fill('');
    await page.getByRole('combobox', { name: 'Tag', exact: true }).click();
    await page.getByRole('option', { name: /street/ }).click();
    await expect.poll(() => page.getByRole('grid', { name: 'Takes' }).getByRole('row').count()).toBe(1);
  });

  it('is worked by keys: looked through, rated, thrown away', async () => {
    const page = await openTakes();
    await rowOf(page, 'Monolog 4').waitFor();
    await page.getByRole('combobox', { name: 'Order' }).click();
    await page.getByRole('option', { name: 'Name' }).click();
    const grid = page.getByRole('grid', { name: 'Takes' });
    await grid.getByRole('row').first().filter({ hasText: 'The long walk' }).waitFor();
    await grid.press('End');
    const last = grid.getByRole('row').last();
    await grid.press('5');
    await last.getByRole('img', { name: '5 of 5 stars' }).waitFor();
    const before = await grid.getByRole('row').count();
    await grid.press('Delete');
    await expect.poll(() => grid.getByRole('row').count()).toBe(before - 1);
    await page.getByRole('button', { name: 'Take it back' }).click();
    await expect.poll(() => grid.getByRole('row').count()).toBe(before);
  });

  it('keeps the keys of stars to itself while a take is open', async () => {
    const page = await openTakes();
    await rowOf(page, 'Monolog 4').dblclick();
    await timelineOf(page).waitFor();
    const seen = () =>
      page.getByRole('scrollbar', { name: 'Part of the take that is seen' }).getAttribute('aria-valuetext');
    const whole = await seen();
    await page.keyboard.press('+');
    await expect.poll(seen).not.toBe(whole);
    const near = await seen();
    await rowOf(page, 'Monolog 4').click();
    await page.keyboard.press('3');
    await rowOf(page, 'Monolog 4').getByRole('img', { name: '3 of 5 stars' }).waitFor();
    await page.keyboard.press('0');
    await rowOf(page, 'Monolog 4').getByRole('img', { name: 'Not rated' }).waitFor();
    expect(await seen()).toBe(near);
    await timelineOf(page).press('0');
    await expect.poll(seen).toBe(whole);
  });

  it('counts the takes that are imported, and stops when that is cancelled', async () => {
    const page = await openTakes();
    const paths = ['One', 'Two', 'Three'].map((name, i) => {
      const path = join(folder, `${name}_1_Ada.csv`);
      writeFileSync(path, phoneCsv(Array.from({ length: i === 0 ? 60 : 40_000 }, (_, frame) => frame / 60)));
      return path;
    });
    await chooseFiles(page, 'CSV or JSONL files…', paths);
    await page.getByText('Importing Two_1_Ada.csv: 2 of 3').waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('progressbar', { name: 'How much is imported' }).waitFor({ state: 'detached' });
    await rowOf(page, 'One 1').waitFor();
    expect(await rowOf(page, 'Two 1').or(rowOf(page, 'Three 1')).count()).toBe(0);
  });

  it('keeps what is thrown away until the trash is emptied', async () => {
    const page = await openTakes();
    await rowOf(page, 'The long walk').click();
    await page.getByRole('button', { name: 'Put into the trash' }).click();
    await rowOf(page, 'The long walk').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Trash', exact: true }).click();
    await rowOf(page, 'The long walk').click();
    await page.getByText(/In the trash since/).waitFor();
    await page.getByRole('button', { name: 'Empty trash' }).click();
    await page.getByRole('button', { name: 'Delete for good' }).last().click();
    await page.getByText('The trash is empty').waitFor();
    await page.getByRole('button', { name: 'Back to the takes' }).click();
    await rowOf(page, 'Monolog 4').waitFor();
  });

  it('takes what is dropped on it, and leaves what is dropped elsewhere to the clips', async () => {
    const page = await openTakes();
    const panel = page.getByRole('region', { name: 'Takes' });
    const file = (name: string, text: string): string => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    await dropFile(page, file('Run_3_Ada.csv', phoneCsv([1, 2, 3])), panel);
    await rowOf(page, 'Run 3').waitFor();
    const before = await panel.getByRole('row').count();
    await dropFile(page, makePhoneFolder(mkdtempSync(join(folder, 'drop-'))), panel);
    await expect.poll(() => panel.getByRole('row').count()).toBe(before + 1);
    await dropFile(page, file('notes.csv', 'a,b\n1,2\n'), panel);
    await page.getByText(/no column "Timecode"/).waitFor();
    await dropFile(page, file('manifest.csv', 'a,b\n'), page.locator('[data-pane="clips"]'));
    await page.getByText('A browser does not say where dropped files lie.').waitFor();
  });
});

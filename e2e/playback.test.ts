import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestClip } from '../scripts/testing/clips.ts';
import { endApp, type LaunchedApp, launchApp } from '../scripts/testing/launchApp.ts';
import type { Pixels } from '../scripts/testing/pixels.ts';
import { repositoryRoot } from '../scripts/testing/shared.ts';
import { expectJawOpens } from './support/jaw.ts';
import { type ServedStudio, serveStudio } from './support/servedStudio.ts';
import { stillPicture, stopIdling } from './support/stillPicture.ts';
import { goUntil, openTake, recordJaw, stepOf, timelineOf } from './support/takes.ts';

/** The avatar's face, with the jaw as it is at the end of the take that a key leads to. */
async function pictureFrom(page: Page, end: 'Home' | 'End', jaw: RegExp): Promise<Pixels> {
  await timelineOf(page).press(end);
  await goUntil(page, end === 'Home' ? 'ArrowRight' : 'ArrowLeft', jaw);
  return stillPicture(page);
}

/** The steps at which a take that loops is seen, until it has begun anew for the second time. */
function stepsOfTwoRounds(page: Page): Promise<number[]> {
  return page.evaluate(`new Promise((resolve) => {
    const element = document.querySelector('.playback-frame-number');
    const steps = [];
    let rounds = 0;
    const observer = new MutationObserver(() => {
      const step = Number.parseInt(element.textContent, 10);
      if (step < steps.at(-1)) rounds += 1;
      steps.push(step);
      if (rounds < 2) return;
      observer.disconnect();
      resolve(steps);
    });
    observer.observe(element, { childList: true, characterData: true, subtree: true });
  })`);
}

describe('a take in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mimesis-playback-'));
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

  it('is opened, and tells of its subject, its gap and its values', async () => {
    const { page, complaints } = await studio.open();
    await recordJaw(page, folder, 'JAW');
    await openTake(page, 'JAW');
    await page
      .getByRole('list', { name: /^0 markers, \d+ gaps? of \d+\.\d seconds in all, without sound$/ })
      .waitFor();
    await timelineOf(page).press('Home');
    expect((await stepOf(page)).step).toBe(1);
    await goUntil(page, 'ArrowRight', /^00:00:0\d:\d\d, frame \d+ of \d+, jawOpen 0\.00/);
    await timelineOf(page).press('End');
    await goUntil(page, 'ArrowLeft', /jawOpen 1\.00/);
    await goUntil(page, 'Shift+ArrowLeft', /Ada: nothing came here$/);
    expect(complaints).toEqual([]);
  });

  it('plays to its end, from there on anew, and in a loop between two points', async () => {
    const { page } = await studio.open();
    await openTake(page, 'JAW');
    const { steps } = await stepOf(page);
    await page.keyboard.press('Space');
    await expect.poll(async () => (await stepOf(page)).step).toBe(steps);
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor();

    await page.keyboard.press('Home');
    await page.keyboard.press('i');
    for (let i = 0; i < 3; i++) await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('o');
    expect(await stepOf(page)).toEqual({ step: 31, steps });
    await page.getByRole('button', { name: 'Loop' }).click();
    await page.keyboard.press('l');
    expect(Math.max(...(await stepsOfTwoRounds(page)))).toBeLessThanOrEqual(31);
    await page.keyboard.press('k');
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
  });

  it('is trimmed to the points, which can be undone and redone, and is still so when it is opened again', async () => {
    const { page } = await studio.open();
    await openTake(page, 'JAW');
    const trim = page.getByRole('button', { name: 'Trim to points' });
    const [due, done] = ['button:not([disabled])', 'button[disabled]'].map((state) =>
      page.locator(state).and(trim),
    );
    await page.keyboard.press('Home');
    for (let i = 0; i < 3; i++) await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('o');
    await trim.click();
    await done?.waitFor();
    await page.keyboard.press('Control+z');
    await due?.waitFor();
    await page.keyboard.press('Control+Shift+z');
    await done?.waitFor();
    await page.getByRole('button', { name: 'Close the take' }).click();
    await timelineOf(page).and(page.locator('[aria-disabled]')).waitFor();

    await openTake(page, 'JAW');
    expect((await stepOf(page)).step).toBe(1);
    await done?.waitFor();
    await page.keyboard.press('x');
    await page.getByRole('button', { name: 'Remove the trim' }).click();
    await done?.waitFor();
  });

  it('is zoomed and moved by keys and by the wheel', async () => {
    const { page } = await studio.open();
    await openTake(page, 'JAW');
    const view = page.getByRole('scrollbar', { name: 'Part of the take that is seen' });
    const seen = () => view.getAttribute('aria-valuetext');
    const whole = await seen();
    await page.keyboard.press('+');
    await expect.poll(seen).not.toBe(whole);
    await page.keyboard.press('PageDown');
    await expect.poll(seen).not.toMatch(/^0:00\.00/);
    await page.keyboard.press('0');
    await expect.poll(seen).toBe(whole);
    await timelineOf(page).hover();
    await page.mouse.wheel(0, -300);
    await expect.poll(seen).not.toBe(whole);
    await page.keyboard.press('0');
    await expect.poll(seen).toBe(whole);
  });
});

describe('a take in the window', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mimesis-playback-window-'));
  let launched: LaunchedApp | undefined;

  afterAll(async () => {
    if (launched) await endApp(launched);
    rmSync(folder, { recursive: true, maxRetries: 3 });
  });

  it('is recorded, opened and played: the jaw of the avatar follows it', async (context) => {
    process.env['MIMESIS_CAPTURE_ADDRESS'] = '127.0.0.1';
    process.env['MIMESIS_CAPTURE_PORT'] = '0';
    launched = await launchApp(context, [
      repositoryRoot,
      `--workspace=${join(folder, 'workspace')}`,
      `--user-data-dir=${join(folder, 'profile')}`,
    ]);
    const { page } = launched;
    await stopIdling(page);
    await recordJaw(page, folder, 'WINDOW');
    await openTake(page, 'WINDOW');
    await page.getByRole('radio', { name: 'Face', exact: true }).click();
    const shut = await pictureFrom(page, 'Home', /jawOpen 0\.00/);
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
    const { step, steps } = await stepOf(page);
    expect(step).toBe(steps);
    expectJawOpens(shut, await pictureFrom(page, 'End', /jawOpen 1\.00/));
  });
});

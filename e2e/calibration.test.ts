import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { makeTestClip } from '../scripts/testing/clips.ts';
import { type PlayedPhone, playPhone, writeStillTake } from '../scripts/testing/phone.ts';
import { differenceOf } from '../scripts/testing/pixels.ts';
import { armCapture, disarmCapture } from './support/devices.ts';
import { type ServedStudio, serveStudio } from './support/servedStudio.ts';
import { stillPicture, stopIdling } from './support/stillPicture.ts';

describe('the calibration of a phone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mimesis-calibration-'));
  const closed = writeStillTake(join(folder, 'closed.csv'), { jawOpen: 0.1 });
  const open = writeStillTake(join(folder, 'open.csv'), { jawOpen: 0.55 });
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

  const play = (take: string, port: string, subject: string): PlayedPhone => {
    const phone = playPhone(take, port, subject);
    onTestFinished(() => phone.stop());
    return phone;
  };
  /** The calibration of a phone that is heard, with one channel of it in sight. */
  const openJaw = async (page: Page, subject: string) => {
    await page.getByRole('button', { name: `Calibrate ${subject}` }).click();
    const panel = page.getByRole('region', { name: 'Calibration' });
    await panel.getByRole('searchbox', { name: 'Search channels' }).fill('jaw open');
    return { panel, jaw: panel.getByRole('listitem').filter({ hasText: 'jawOpen' }) };
  };

  it('makes the face at rest the neutral one, on the avatar at once, and is undone', async () => {
    const { page, complaints } = await studio.open();
    await stopIdling(page);
    const port = await armCapture(page);
    play(open, port, 'Ada');
    await page.getByText('Face found').waitFor();
    const { panel, jaw } = await openJaw(page, 'Ada');
    await jaw.getByText('0.55 → 0.55').waitFor();
    await page.getByRole('radio', { name: 'Face', exact: true }).click();
    const before = await stillPicture(page);

    await panel.getByRole('button', { name: 'Neutral pose' }).click();
    await panel.getByText('Look straight ahead').waitFor();
    await panel.getByText('The neutral pose is taken.').waitFor();
    await jaw.getByText('0.55 → 0.00').waitFor();
    const after = await stillPicture(page);
    const change = differenceOf(before, after);
    expect(change.count).toBeGreaterThan(200);
    await page.getByRole('button', { name: 'Calibrate Ada (is calibrated)' }).waitFor();

    await page.keyboard.press('Control+z');
    await jaw.getByText('0.55 → 0.55').waitFor();
    expect(differenceOf(before, await stillPicture(page)).count).toBeLessThan(0.05 * change.count);
    await page.keyboard.press('Control+Shift+z');
    await jaw.getByText('0.55 → 0.00').waitFor();
    await panel.getByRole('button', { name: 'Reset jawOpen' }).click();
    await jaw.getByText('0.55 → 0.55').waitFor();
    await panel.getByRole('slider', { name: 'Dead zone of jawOpen' }).press('End');
    await jaw.getByText('0.55 → 0.10').waitFor();
    await panel.getByRole('button', { name: 'Close the calibration' }).click();
    await page.getByRole('region', { name: 'Video' }).waitFor();
    await disarmCapture(page);
    expect(complaints).toEqual([]);
  });

  it('measures a range of motion by the keyboard alone', async () => {
    const { page } = await studio.open();
    const port = await armCapture(page);
    const atRest = play(closed, port, 'Bo');
    await page.getByText('Face found').waitFor();
    const { panel, jaw } = await openJaw(page, 'Bo');
    await panel.getByRole('button', { name: 'Range of motion' }).press('Enter');
    await panel.getByText('Step 1 of').waitFor();
    await page.keyboard.press('Enter');
    await panel.getByText('Open your mouth').waitFor();
    await atRest.stop();
    play(open, port, 'Bo');
    await panel.getByText('0.55').waitFor();
    await page.keyboard.press('Enter');
    await panel.getByText('Reached: jawOpen 0.55').waitFor();
    await page.keyboard.press('ArrowRight');
    await panel.getByRole('button', { name: 'Finish' }).press('Enter');
    await panel.getByText('gain and dead zone of one channel').waitFor();
    await panel.getByRole('searchbox', { name: 'Search channels' }).fill('jaw open');
    await jaw.getByText('× 2.00').waitFor();
    await jaw.getByText('0.55 → 1.00').waitFor();
    await disarmCapture(page);
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestClip } from '../scripts/testing/clips.ts';
import { openTake } from '../src-main/host/takes/openTake.ts';
import { armCapture, disarmCapture } from './support/devices.ts';
import {
  chooseDevice,
  fakeDevices,
  markEachClick,
  markEachFlash,
  watchStreams,
} from './support/fakeDevices.ts';
import { type ServedStudio, serveStudio } from './support/servedStudio.ts';
import { clicksIn, delaysMs, flashesIn, newestTake } from './support/takeMedia.ts';

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

describe('sound and reference video of a take, in the newest Chromium', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mimesis-recording-'));
  const workspace = join(folder, 'workspace');
  let studio: ServedStudio;

  beforeAll(async () => {
    const clip = join(folder, 'clip.mp4');
    makeTestClip(clip, 5);
    studio = await serveStudio([clip, '--workspace', workspace], fakeDevices(folder));
  });

  afterAll(async () => {
    await studio.close();
    rmSync(folder, { recursive: true });
  });

  async function record(page: Page, seconds: number): Promise<string> {
    await page.getByRole('button', { name: 'Record', exact: true }).click();
    await page
      .getByText(new RegExp(`^0:0${seconds}`))
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Stop recording' }).click();
    await page.getByRole('button', { name: 'Record', exact: true }).waitFor();
    return newestTake(workspace);
  }

  it('lies within 10 ms of when it was heard, by the clock of the frames', async () => {
    const { page } = await studio.open();
    await page.getByRole('tab', { name: 'Capture' }).click();
    await armCapture(page);
    await watchStreams(page);
    await chooseDevice(page, 'Microphone');
    await page.getByRole('meter', { name: 'Level of the microphone' }).waitFor();
    await markEachClick(page);
    const take = await record(page, 6);
    const { markers } = await openTake(take);
    const clicks = await clicksIn(take);
    const delays = delaysMs(
      markers.map(({ timeSeconds }) => timeSeconds),
      clicks,
    );
    expect(clicks.length).toBeGreaterThanOrEqual(10);
    expect(markers.length).toBeGreaterThanOrEqual(8);
    expect(Math.abs(median(delays))).toBeLessThan(10);
    // No sample is missing: clicks are as far apart as they were made.
    for (const [i, click] of clicks.slice(1).entries()) expect(click - (clicks[i] ?? 0)).toBeCloseTo(0.5, 2);
    await disarmCapture(page);
  });

  it('lies within two pictures of when it was seen', async () => {
    const { page } = await studio.open();
    await page.getByRole('tab', { name: 'Capture' }).click();
    await armCapture(page);
    await watchStreams(page);
    await chooseDevice(page, 'Reference camera');
    await page.getByLabel('Reference camera').and(page.locator('video')).waitFor();
    await markEachFlash(page);
    const take = await record(page, 6);
    const { markers } = await openTake(take);
    const flashes = await flashesIn(take);
    const delays = delaysMs(
      markers.map(({ timeSeconds }) => timeSeconds),
      flashes,
    );
    expect(flashes.length).toBeGreaterThanOrEqual(4);
    expect(Math.abs(median(delays))).toBeLessThan(67);
    await disarmCapture(page);
  });
});

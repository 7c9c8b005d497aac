import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestClip } from '../scripts/testing/clips.ts';
import { openTake } from '../src-main/host/takes/index.ts';
import { armCapture, disarmCapture } from './support/devices.ts';
import {
  chooseDevice,
  fakeDevices,
  markEachClick,
  markEachFlash,
  watchStreams,
} from './support/fakeDevices.ts';
import { type ServedStudio, serveStudio } from './support/servedStudio.ts';
import { clicksIn, flashesIn, newestTake } from './support/takeMedia.ts';

describe('sound and reference video of a take, in the newest Chromium', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mimesis-sound-'));
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

  /** A take in which somebody marks what the device hears or sees. Returns its folder. */
  async function record(
    device: string,
    isOpen: (page: Page) => Promise<void>,
    markEach: typeof markEachClick,
  ) {
    const { page } = await studio.open();
    await page.getByRole('tab', { name: 'Capture' }).click();
    await armCapture(page);
    try {
      await watchStreams(page);
      await chooseDevice(page, device);
      await isOpen(page);
      await markEach(page);
      await page.getByRole('button', { name: 'Record', exact: true }).click();
      await page
        .getByRole('timer', { name: /, take \d+$/ })
        .getByText(/0:0[7-9]/)
        .waitFor();
      await page.getByRole('button', { name: 'Stop recording' }).click();
      await page.getByRole('button', { name: 'Record', exact: true }).waitFor();
    } finally {
      await disarmCapture(page);
    }
    return newestTake(workspace);
  }

  it('lies within 12 ms of when it was heard, by the clock of the frames', async () => {
    const take = await record(
      'Microphone',
      (page) => page.getByRole('meter', { name: 'Level of the microphone' }).waitFor(),
      markEachClick,
    );
    const clicks = await clicksIn(take);
    expect(clicks.length).toBeGreaterThanOrEqual(12);
    // Nothing of it is missing: clicks are as far apart as they were made.
    expect(((clicks.at(-1) ?? 0) - (clicks[0] ?? 0)) / (clicks.length - 1)).toBeCloseTo(0.5, 2);
    // It comes in chunks of 10 ms, of which a marker knows the beginning only.
    expect(Math.abs(await quickestMarkMs(take, clicks))).toBeLessThan(12);
  });

  it('comes again from a microphone that is plugged in again', async () => {
    const { page } = await studio.open();
    await page.getByRole('tab', { name: 'Capture' }).click();
    await armCapture(page);
    await chooseDevice(page, 'Microphone');
    const level = page.getByRole('meter', { name: 'Level of the microphone' });
    await level.waitFor();
    await page.evaluate(`
      globalThis.list = navigator.mediaDevices.enumerateDevices.bind(navigator.mediaDevices);
      navigator.mediaDevices.enumerateDevices = async () => [];
      navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
    `);
    await page.getByText('The chosen microphone is not connected').waitFor();
    expect(await level.count()).toBe(0);
    await page.evaluate(`
      navigator.mediaDevices.enumerateDevices = list;
      navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
    `);
    await level.waitFor();
    await disarmCapture(page);
  });

  it('lies within a picture of when it was seen', async () => {
    const take = await record(
      'Reference camera',
      (page) => page.getByLabel('Reference camera').and(page.locator('video')).waitFor(),
      markEachFlash,
    );
    const flashes = await flashesIn(take);
    expect(flashes.length).toBeGreaterThanOrEqual(5);
    expect(Math.abs(await quickestMarkMs(take, flashes))).toBeLessThan(34);
  });
});

/**
 * How much later than an event of the take the quickest marker was set, in milliseconds: a page that is busy marks late,
 * never early, so that this one tells best how far apart the two clocks are.
 */
async function quickestMarkMs(take: string, events: readonly number[]): Promise<number> {
  const { markers } = await openTake(take);
  const delays = markers.map(({ timeSeconds }) =>
    events.reduce(
      (nearest, event) => (Math.abs(timeSeconds - event) < Math.abs(nearest) ? timeSeconds - event : nearest),
      Number.POSITIVE_INFINITY,
    ),
  );
  // What is farther off belongs to an event before the take.
  const own = delays.filter((delay) => delay > -0.1);
  return 1000 * Math.min(...own);
}

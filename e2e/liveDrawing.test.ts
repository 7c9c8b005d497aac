import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { makeTestClip } from '../scripts/testing/clips.ts';
import { type PlayedPhone, playPhone, writeStillTake } from '../scripts/testing/phone.ts';
import { differenceOf, type Pixels, pixelsOf } from '../scripts/testing/pixels.ts';
import { armCapture } from './support/devices.ts';
import { type ServedStudio, serveStudio } from './support/servedStudio.ts';

/** What changes all the time is drawn beside the page, so that it is looked for in its picture. */
describe('what a phone changes all the time', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mimesis-live-drawing-'));
  const closed = writeStillTake(join(folder, 'closed.csv'), { jawOpen: 0 });
  const open = writeStillTake(join(folder, 'open.csv'), { jawOpen: 0.9 });
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

  const play = (take: string, port: string): PlayedPhone => {
    const phone = playPhone(take, port, 'Ada');
    onTestFinished(() => phone.stop());
    return phone;
  };
  const pictureOf = async (locator: Locator): Promise<Pixels> => pixelsOf(await locator.screenshot());

  it('is seen: bars follow the face, the timecode runs, both in the theme, and both are told', async () => {
    const { page, complaints } = await studio.open();
    const port = await armCapture(page);
    const atRest = play(closed, port);
    await page.getByText('Face found').waitFor();
    const bars = page.locator('.ui-live-bars');
    await bars.scrollIntoViewIfNeeded();
    // Labels, whose edges have many shades, and empty bars.
    await expect.poll(async () => coloursOf(await pictureOf(bars))).toBeGreaterThan(10);
    const still = await pictureOf(bars);

    await atRest.stop();
    play(open, port);
    const change = async () => differenceOf(still, await pictureOf(bars));
    await expect.poll(async () => (await change()).count).toBeGreaterThan(200);
    // The jaw's bar is the first: at the left, above.
    expect(await change()).toMatchObject({ right: expect.closeTo(0.45, 1), bottom: expect.closeTo(0.3, 1) });
    const jaw = page.getByRole('meter', { name: 'jawOpen' });
    await expect.poll(() => jaw.getAttribute('aria-valuenow')).toBe('0.9');

    const timecode = page.locator('.ui-live-text').first();
    const before = await pictureOf(timecode);
    await expect.poll(async () => differenceOf(before, await pictureOf(timecode)).count).toBeGreaterThan(20);
    await expect.poll(() => timecode.innerText()).toMatch(/^\d\d:\d\d:\d\d:\d\d$/);

    const lit = await pictureOf(bars);
    await page.getByRole('combobox', { name: 'Theme' }).click();
    await page.getByRole('option', { name: 'Dark', exact: true }).click();
    expect(await page.evaluate('document.documentElement.dataset.theme')).toBe('dark');
    await expect
      .poll(async () => differenceOf(lit, await pictureOf(bars)).count)
      .toBeGreaterThan(0.9 * lit.width * lit.height);
    expect(complaints).toEqual([]);
  });
});

/** How many colours a picture has. */
function coloursOf({ rgb }: Pixels): number {
  const colours = new Set<number>();
  for (let i = 0; i + 2 < rgb.length; i += 3)
    colours.add(((rgb[i] ?? 0) << 16) | ((rgb[i + 1] ?? 0) << 8) | (rgb[i + 2] ?? 0));
  return colours.size;
}

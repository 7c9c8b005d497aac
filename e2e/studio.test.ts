import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ffmpeg, makeTestClip } from '../scripts/testing/clips.ts';
import { playPhone, writeStillTake } from '../scripts/testing/phone.ts';
import { requireShared } from '../scripts/testing/shared.ts';
import { playClip, seeDone, writeManifest } from './support/clips.ts';
import { armCapture, disarmCapture } from './support/devices.ts';
import { seeJawOpen } from './support/jaw.ts';
import { type ServedStudio, serveStudio } from './support/servedStudio.ts';

describe('the studio in a browser, after npm start without a display', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mimesis-studio-'));
  const clip = join(folder, 'hallo på deg.mp4');
  let studio: ServedStudio;

  beforeAll(async () => {
    makeTestClip(clip, 5);
    studio = await serveStudio([clip, '--workspace', join(folder, 'workspace')]);
  });

  afterAll(async () => {
    await studio.close();
    rmSync(folder, { recursive: true });
  });

  it('shows the tracked clip, and nothing is wrong with the page', async () => {
    const { page, complaints } = await studio.open();
    await seeDone(page, 'hallo på deg.mp4');
    expect(await page.getByRole('row', { name: 'hallo på deg.mp4' }).innerText()).toContain('5 frames');
    expect(complaints).toEqual([]);
  });

  it('tracks a manifest that is named by its path, and plays a clip of it', async (context) => {
    const manifest = writeManifest(folder, requireShared(context, 'media/sign-clip.mp4'));
    const { page, complaints } = await studio.open();
    await addByPath(page, manifest);
    await seeDone(page, 'sign.mp4');
    await playClip(page, 'sign.mp4');
    expect(complaints).toEqual([]);
  });

  it('says what is wrong with a path that leads nowhere', async () => {
    const { page } = await studio.open();
    await addByPath(page, join(folder, 'nowhere.csv'));
    await page.getByText('nowhere.csv').waitFor();
  });

  it('plays a video that no browser can decode from a copy', async () => {
    const video = join(folder, 'old.avi');
    ffmpeg('-f', 'lavfi', '-i', 'testsrc2=size=320x240:rate=25:duration=1', '-c:v', 'mpeg4', video);
    const { page } = await studio.open();
    await addByPath(page, video);
    await seeDone(page, 'old.avi');
    await playClip(page, 'old.avi', 25);
  });

  it('shows a phone that opens the jaw', async () => {
    const { page } = await studio.open();
    await seeJawOpen(page, folder);
  });

  it('shows a phone that plays a real take, and its silence', async (context) => {
    const take = requireShared(context, 'takes/face-rom.csv');
    const { page } = await studio.open();
    const port = await armCapture(page);
    const phone = playPhone(take, port);
    await page.getByText('Face found').waitFor();
    await page.getByText(/\b[1-9]\d packets\/s/).waitFor();
    await phone.stop();
    await page.getByText('Silent').waitFor();
    await disarmCapture(page);
  });

  it('records a take of a phone, which is listed, rated, thrown away and taken back', async () => {
    const { page } = await studio.open();
    const port = await armCapture(page);
    const phone = playPhone(writeStillTake(join(folder, 'still.csv'), { jawOpen: 0.5 }), port, 'Ada');
    await page.getByText('Face found').waitFor();
    await page.getByRole('textbox', { name: 'Slate' }).fill('HELLO');
    await page.getByRole('button', { name: 'Record', exact: true }).click();
    await page
      .getByRole('timer', { name: 'HELLO, take 1' })
      .getByText(/0:0[1-9]/)
      .waitFor();
    await page.getByRole('button', { name: 'Stop recording' }).click();
    await phone.stop();
    expect(await page.getByRole('textbox', { name: 'Take number' }).inputValue()).toBe('2');

    await page.getByRole('tab', { name: 'Takes' }).click();
    const take = page.getByRole('grid', { name: 'Takes' }).getByRole('row');
    await take.getByText('Ada').click();
    await page.getByRole('button', { name: '4 stars' }).click();
    await take.getByRole('img', { name: '4 of 5 stars' }).waitFor();
    await page.getByRole('button', { name: 'Put into the trash' }).click();
    await take.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Take it back' }).click();
    await take.getByText('Ada').waitFor();
    await disarmCapture(page);
  });

  it('gives its page to this computer only', async () => {
    const { origin, host } = new URL(studio.url);
    expect(await statusOf(`${origin}/`, { host })).toBe(200);
    expect(await statusOf(`${origin}/`, { origin: 'http://evil.example' })).toBe(403);
    expect(await statusOf(`${origin}/`, { host: 'evil.example' })).toBe(403);
  });

  it('says so when the host dies and keeps showing what is known', async () => {
    const { page } = await studio.open();
    await seeDone(page, 'hallo på deg.mp4');
    studio.host.kill('SIGKILL');
    await page.getByRole('alert').getByText('The host does not answer').waitFor();
    await seeDone(page, 'hallo på deg.mp4');
  });
});

async function addByPath(page: Page, path: string): Promise<void> {
  await page.getByRole('button', { name: 'Add clips' }).first().click();
  await page.getByLabel('Path of a video, a folder or a manifest').fill(path);
  await page.getByRole('button', { name: 'Add and track' }).click();
}

function statusOf(url: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(url, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

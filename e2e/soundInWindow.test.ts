import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it, type TestContext } from 'vitest';
import { endApp, type LaunchedApp, launchApp } from '../scripts/testing/launchApp.ts';
import { playPhone, writeStillTake } from '../scripts/testing/phone.ts';
import { requireProcessList } from '../scripts/testing/processes.ts';
import { repositoryRoot } from '../scripts/testing/shared.ts';
import { hostsOf } from '../scripts/testing/shellWindow.ts';
import { openTake } from '../src-main/host/takes/index.ts';
import { armCapture, disarmCapture } from './support/devices.ts';
import { chooseDevice, fakeDevices } from './support/fakeDevices.ts';
import { frameCount, newestTake, soundSpans } from './support/takeMedia.ts';

describe('recording in the window', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mimesis-recording-'));
  const workspace = join(folder, 'workspace');
  let launched: LaunchedApp | undefined;

  afterAll(async () => {
    if (launched) await endApp(launched);
    rmSync(folder, { recursive: true, maxRetries: 3 });
  });

  /** The app; started once for all tests. */
  async function openApp(context: TestContext): Promise<LaunchedApp> {
    process.env['MIMESIS_CAPTURE_ADDRESS'] = '127.0.0.1';
    process.env['MIMESIS_CAPTURE_PORT'] = '0';
    launched ??= await launchApp(context, [
      repositoryRoot,
      `--workspace=${workspace}`,
      `--user-data-dir=${join(folder, 'profile')}`,
      ...fakeDevices(folder),
    ]);
    return launched;
  }

  it('counts down, marks, and keeps sound, reference video and frames of a take', async (context) => {
    const { page } = await openApp(context);
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.getByRole('tab', { name: 'Capture' }).click();
    const phone = playPhone(
      writeStillTake(join(folder, 'still.csv'), { jawOpen: 0.5 }),
      await armCapture(page),
      'Ada',
    );
    await page.getByText('Face found').waitFor();
    await chooseDevice(page, 'Microphone');
    await chooseDevice(page, 'Reference camera');
    await page.getByRole('meter', { name: 'Level of the microphone' }).waitFor();
    await page.getByLabel('Reference camera').and(page.locator('video')).waitFor();
    await page.getByRole('radio', { name: '3 s' }).click();

    const record = page.getByRole('button', { name: 'Record', exact: true });
    const stop = page.getByRole('button', { name: 'Stop recording' });
    await record.click();
    const figure = page.locator('.recording-countdown').getByRole('status');
    await figure.getByText('3', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await figure.getByText('3', { exact: true }).waitFor({ state: 'detached' });
    // As long as it would have taken, and a little more.
    await sleep(3500);
    expect(await stop.count()).toBe(0);

    await record.click();
    await stop.waitFor();
    await page
      .getByText(/^0:0[1-9]/)
      .first()
      .waitFor();
    await page.keyboard.press('m');
    await page.getByRole('textbox', { name: 'Name of the marker' }).fill('smile');
    await page.keyboard.press('Enter');
    await page.getByText('2 markers').waitFor();
    await stop.click();
    await record.waitFor();
    await phone.stop();

    const take = await newestTake(workspace);
    const { markers, subjects, media, end, durationSeconds } = await openTake(take);
    expect(end?.reason).toBe('stopped');
    expect(markers.map(({ name }) => name)).toEqual(['', 'smile']);
    expect(subjects.map(({ description }) => description.subject)).toEqual(['Ada']);
    expect(media.map(({ description }) => description.kind).sort()).toEqual(['audio', 'video']);
    expect(frameCount(take)).toBeGreaterThan(10);
    const spans = await soundSpans(take);
    expect(spans).toHaveLength(1);
    expect(spans[0]?.fromSeconds).toBeLessThan(0.05);
    expect(spans[0]?.toSeconds).toBeGreaterThan(durationSeconds - 0.25);
    await disarmCapture(page);
  });

  it('goes on without sound when the page dies, and with it when the page is back', async (context) => {
    const { app, page } = await openApp(context);
    const phone = playPhone(
      writeStillTake(join(folder, 'still.csv'), { jawOpen: 0.5 }),
      await armCapture(page),
      'Ada',
    );
    await page.getByText('Face found').waitFor();
    await page.getByRole('meter', { name: 'Level of the microphone' }).waitFor();
    await page.getByRole('radio', { name: 'Off' }).click();
    await page.getByRole('button', { name: 'Record', exact: true }).click();
    await page
      .getByText(/^0:0[1-9]/)
      .first()
      .waitFor();
    await app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
    });
    const secondsAfter = async (): Promise<number> => {
      const [, after] = await soundSpans(await newestTake(workspace));
      return after ? after.toSeconds - after.fromSeconds : 0;
    };
    await expect.poll(secondsAfter).toBeGreaterThan(0.3);
    // Playwright has lost the page; the host ends the take as it ends.
    await endApp({ app, shell: app.process() });
    launched = undefined;
    await phone.stop();
    const take = await newestTake(workspace);
    const { subjects, end } = await openTake(take);
    expect(end?.reason).toBe('stopped');
    expect(subjects[0]?.gaps).toEqual([]);
    const [before, after] = await soundSpans(take);
    expect((after?.fromSeconds ?? 0) - (before?.toSeconds ?? 0)).toBeGreaterThan(0.5);
  });

  it('keeps sound up to the last 250 ms when the host is killed', async (context) => {
    requireProcessList(context);
    const { app, page } = await openApp(context);
    await armCapture(page);
    await page.getByRole('meter', { name: 'Level of the microphone' }).waitFor();
    await page.getByRole('button', { name: 'Record', exact: true }).click();
    await page
      .getByText(/^0:0[2-9]/)
      .first()
      .waitFor();
    process.kill(hostsOf(app)[0] ?? Number.NaN, 'SIGKILL');
    const killed = Date.now();
    await page.getByRole('button', { name: 'Arm capture' }).waitFor();
    const take = await newestTake(workspace);
    await expect.poll(async () => (await openTake(take)).end?.reason).toBe('interrupted');
    const { header } = await openTake(take);
    const killedSeconds = (killed - Date.parse(header.startedAt)) / 1000;
    const [sound] = await soundSpans(take);
    expect(killedSeconds - (sound?.toSeconds ?? 0)).toBeLessThan(0.25);
    // What is there of the video can be played.
    expect(frameCount(take)).toBeGreaterThan(5);
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, type TestContext } from 'vitest';
import { makeTestClip } from '../scripts/testing/clips.ts';
import { endApp, type LaunchedApp, launchApp } from '../scripts/testing/launchApp.ts';
import { requireProcessList } from '../scripts/testing/processes.ts';
import { repositoryRoot, requireShared } from '../scripts/testing/shared.ts';
import { answerFolderDialogs, hostsOf, textOf } from '../scripts/testing/shellWindow.ts';
import { queryWorkspace } from '../scripts/testing/workspaceFiles.ts';
import { playClip, playOpenClip, seeDone, writeManifest } from './support/clips.ts';
import { dropFile } from './support/dropFile.ts';
import { seeJawOpen } from './support/jaw.ts';

describe('the studio in its window', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mimesis-window-'));
  const workspace = join(folder, 'workspace');
  let launched: LaunchedApp | undefined;

  afterAll(async () => {
    if (launched) await endApp(launched);
    rmSync(folder, { recursive: true, maxRetries: 3 });
  });

  /** The app with an empty workspace; started once for all tests. */
  async function openApp(context: TestContext): Promise<LaunchedApp> {
    if (launched) return launched;
    process.env['MIMESIS_CAPTURE_ADDRESS'] = '127.0.0.1';
    process.env['MIMESIS_CAPTURE_PORT'] = '0';
    launched = await launchApp(context, [
      repositoryRoot,
      `--workspace=${join(folder, 'first')}`,
      `--user-data-dir=${join(folder, 'profile')}`,
    ]);
    return launched;
  }

  it('opens another workspace', async (context) => {
    const { app, page } = await openApp(context);
    await answerFolderDialogs(app, workspace);
    await page.getByRole('button', { name: 'Open another workspace' }).click();
    await page.getByText(workspace).waitFor();
  });

  it('tracks a manifest that is dropped on it, and plays a clip of it', async (context) => {
    const manifest = writeManifest(folder, requireShared(context, 'media/sign-clip.mp4'));
    const { page } = await openApp(context);
    await dropFile(page, manifest);
    await seeDone(page, 'sign.mp4');
    await playClip(page, 'sign.mp4');
  });

  it('shows a phone that opens the jaw', async (context) => {
    const { page } = await openApp(context);
    await seeJawOpen(page, folder);
  });

  it('draws the avatar again when the process that draws it is killed', async (context) => {
    const { app, page } = await openApp(context);
    const pid = await app.evaluate(({ app }) => app.getAppMetrics().find(({ type }) => type === 'GPU')?.pid);
    expect(pid).toBeGreaterThan(0);
    process.kill(pid ?? Number.NaN, 'SIGKILL');
    const message = page.getByText('The graphics were interrupted');
    await message.waitFor();
    // The avatar is read and its shaders are compiled anew, by a processor that tests share.
    await message.waitFor({ state: 'hidden', timeout: 90_000 });
    await seeJawOpen(page, folder);
  });

  it('plays the open clip on when the host is killed', async (context) => {
    requireProcessList(context);
    const { app, page } = await openApp(context);
    const hosts = hostsOf(app);
    expect(hosts).toHaveLength(1);
    process.kill(hosts[0] ?? Number.NaN, 'SIGKILL');
    await expect.poll(() => hostsOf(app).filter((host) => !hosts.includes(host))).toHaveLength(1);
    await page.getByText('Connected', { exact: true }).waitFor();
    await playOpenClip(page);
  });

  it('goes on with the batch when the process of its page is killed', async (context) => {
    const clip = join(folder, 'long.mp4');
    makeTestClip(clip, 100);
    const { app, page } = await openApp(context);
    await dropFile(page, clip);
    const job = () =>
      queryWorkspace(
        workspace,
        "SELECT status, attempts FROM jobs JOIN videos ON videos.id = video_id WHERE filename = 'long.mp4'",
      );
    await expect.poll(job).toEqual([{ status: 'processing', attempts: 1 }]);
    await app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
    });
    await expect.poll(job).toEqual([{ status: 'done', attempts: 1 }]);
    await expect.poll(() => textOf(app)).toContain('long.mp4');
  });
});

import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, type TestContext } from 'vitest';
import { requireElectron } from '../scripts/testing/electron.ts';
import { packApp, type RunningApp, startPackagedApp } from '../scripts/testing/packagedApp.ts';
import { descendantsOf, requireProcessList, stillRunning } from '../scripts/testing/processes.ts';
import { repositoryRoot } from '../scripts/testing/shared.ts';
import { hostsBelow } from '../scripts/testing/shellWindow.ts';

describe('the packaged app', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mimesis-packaged-'));
  const home = join(folder, 'home');
  let opened: ReturnType<typeof packAndStart> | undefined;
  let shell: RunningApp['shell'] | undefined;

  afterAll(async () => {
    if (shell?.exitCode === null && shell.kill('SIGTERM')) await once(shell, 'exit');
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  });

  async function packAndStart() {
    const root = packApp(join(folder, 'dist'));
    const shipped = listFiles(root);
    mkdirSync(home);
    const sample = join(root, 'resources/app-host/resources/sample/crossing.mp4');
    const app = await startPackagedApp(
      join(root, 'mimesis-studio'),
      [`--track=${sample}`, '--inspect=0'],
      home,
    );
    shell = app.shell;
    const [context] = app.browser.contexts();
    const page = context?.pages()[0] ?? (await context?.waitForEvent('page'));
    if (!page || app.shell.pid === undefined) throw new Error('the program has no window');
    return { ...app, root, shipped, page, pid: app.shell.pid };
  }

  /** The app with the sample to track; packed and started once for all tests. */
  function open(context: TestContext) {
    requireElectron(context);
    requireProcessList(context);
    opened ??= packAndStart();
    return opened;
  }

  it('tracks its sample with the models that it brings, and shows it', async (context) => {
    const { page } = await open(context);
    await page
      .getByRole('row', { name: 'crossing.mp4' })
      .getByText('Done', { exact: true })
      .waitFor({ timeout: 150_000 });
  });

  it('runs the host by its own Node and nothing out of the checkout', async (context) => {
    const { root, pid } = await open(context);
    expect(readlinkSync(`/proc/${hostsBelow(pid)[0] ?? 0}/exe`)).toBe(join(root, 'resources/node/bin/node'));
    for (const each of [pid, ...descendantsOf(pid)]) {
      expect(readFileSync(`/proc/${each}/cmdline`, 'utf8')).not.toContain(repositoryRoot);
      expect(readFileSync(`/proc/${each}/maps`, 'utf8')).not.toContain(repositoryRoot);
      expect(readlinkSync(`/proc/${each}/cwd`)).not.toContain(repositoryRoot);
    }
  });

  it('keeps its work in the home of its user and its own folder as it came', async (context) => {
    const { root, shipped } = await open(context);
    expect(existsSync(join(home, '.local/share/mimesis-studio/workspace'))).toBe(true);
    expect(listFiles(root)).toEqual(shipped);
  });

  it('lets no debugger into its own process', async (context) => {
    const { complaints } = await open(context);
    expect(complaints.filter((line) => line.startsWith('Debugger listening'))).toEqual([]);
  });

  it('ends with its window, and the host with it', async (context) => {
    const { page, shell, pid } = await open(context);
    const hosts = hostsBelow(pid);
    expect(hosts).toHaveLength(1);
    const processes = descendantsOf(pid);
    const ended = once(shell, 'exit');
    await page.close();
    expect(await ended).toEqual([0, null]);
    expect(stillRunning(hosts)).toEqual([]);
    // Chromium's own helpers end when they see that it is gone.
    await expect.poll(() => stillRunning(processes)).toEqual([]);
  });
});

/** Every file below a folder. */
const listFiles = (root: string): string[] => readdirSync(root, { recursive: true, encoding: 'utf8' }).sort();

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, type TestContext } from 'vitest';
import { makeTestClip } from '../scripts/testing/clips.ts';
import { requireElectron } from '../scripts/testing/electron.ts';
import { endApp, type LaunchedApp, launchApp } from '../scripts/testing/launchApp.ts';
import { descendantsOf, requireProcessList, stillRunning } from '../scripts/testing/processes.ts';
import { runCli } from '../scripts/testing/runCli.ts';
import { repositoryRoot } from '../scripts/testing/shared.ts';
import { answerMessages, hostsOf, shownMessages, textOf } from '../scripts/testing/shellWindow.ts';
import { temporaryFolder } from '../scripts/testing/temporaryFolder.ts';
import { queryWorkspace } from '../scripts/testing/workspaceFiles.ts';

/** Lets a page keep the text of every alert that it shows. */
const RECORD_ALERTS = `
  globalThis.seenAlerts = [];
  new MutationObserver(() => {
    for (const alert of document.querySelectorAll('[role=alert]')) seenAlerts.push(alert.textContent);
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
`;

describe('the window of the app', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mimesis-shell-'));
  let launched: LaunchedApp | undefined;

  beforeAll(() => makeTestClip(join(folder, 'clip.mp4'), 5));

  afterAll(async () => {
    if (launched) await endApp(launched);
    rmSync(folder, { recursive: true, maxRetries: 3 });
  });

  /** The app with one clip to track; started once for all tests. */
  async function openApp(context: TestContext): Promise<LaunchedApp> {
    launched ??= await launchApp(context, [
      repositoryRoot,
      `--workspace=${join(folder, 'workspace')}`,
      `--track=${join(folder, 'clip.mp4')}`,
      `--user-data-dir=${join(folder, 'profile')}`,
    ]);
    return launched;
  }

  it('starts the host and shows the clip when it is tracked', async (context) => {
    const { page } = await openApp(context);
    await page.getByRole('row', { name: 'clip.mp4' }).getByText('Done').waitFor({ timeout: 60_000 });
  });

  it('lets capture go before the picture where the processor draws it', async (context) => {
    requireProcessList(context);
    const { app } = await openApp(context);
    const graphics = await app.evaluate(({ app }) => ({
      isSoftware: app.getGPUFeatureStatus().gpu_compositing.includes('software'),
      pid: app.getAppMetrics().find(({ type }) => type === 'GPU')?.pid ?? 0,
    }));
    // The 19th number of a process's line is its niceness (man 5 proc); its name may hold spaces and brackets.
    const line = readFileSync(`/proc/${graphics.pid}/stat`, 'utf8');
    expect(Number(line.slice(line.lastIndexOf(')') + 2).split(' ')[16])).toBe(
      graphics.isSoftware ? constants.priority.PRIORITY_LOW : 0,
    );
  });

  it('says so when the host is killed, and goes on with the next one', async (context) => {
    requireProcessList(context);
    const { app, page } = await openApp(context);
    const [host = 0] = hostsOf(app);
    expect(host).toBeGreaterThan(0);
    // The next host is up so soon that the message may come and go between two looks.
    await page.evaluate(RECORD_ALERTS);
    process.kill(host, 'SIGKILL');
    const alerts = () => page.evaluate((): string[] => Reflect.get(globalThis, 'seenAlerts'));
    await expect.poll(alerts).toContainEqual(expect.stringContaining('The host does not answer'));
    await expect.poll(() => textOf(app)).not.toContain('The host does not answer');
    expect(hostsOf(app)).toHaveLength(1);
    expect(hostsOf(app)).not.toContain(host);
    expect(await textOf(app)).toContain('Done');
  });

  it('goes on when the process that draws it is killed', async (context) => {
    requireProcessList(context);
    const { app } = await openApp(context);
    const gpu = () =>
      app.evaluate(({ app }) => app.getAppMetrics().find(({ type }) => type === 'GPU')?.pid ?? 0);
    const before = await gpu();
    expect(before).toBeGreaterThan(0);
    process.kill(before, 'SIGKILL');
    await expect.poll(async () => ![0, before].includes(await gpu())).toBe(true);
    await expect.poll(() => textOf(app)).toContain('Done');
    expect(readFileSync(join(folder, 'profile/logs/mimesis-studio.log'), 'utf8')).toContain(
      'GPU process gone: killed',
    );
  });

  it('comes back when its page dies', async (context) => {
    const { app } = await openApp(context);
    await app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
    });
    await expect.poll(() => textOf(app)).toContain('Done');
  });
});

/** Launches the app with a profile and a workspace of its own, for the running test only. */
async function launchForTest(context: TestContext, args: string[] = []) {
  const folder = temporaryFolder();
  const places = {
    profile: join(folder, 'profile'),
    workspace: join(folder, 'workspace'),
    log: join(folder, 'profile/logs/mimesis-studio.log'),
  };
  const options = [`--workspace=${places.workspace}`, `--user-data-dir=${places.profile}`];
  const launched = await launchApp(context, [repositoryRoot, ...options, ...args]);
  onTestFinished(() => endApp(launched));
  return { ...launched, ...places };
}

describe('a page that cannot go on', () => {
  it('is not loaded for ever when it dies again and again: the user decides', async (context) => {
    const { app } = await launchForTest(context);
    await answerMessages(app, 0);
    for (const deaths of [1, 2, 3]) {
      await expect.poll(() => textOf(app)).not.toBe('');
      await app.evaluate(({ BrowserWindow }) => {
        BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
      });
      await expect.poll(() => textOf(app)).toBe('');
      if (deaths < 3) expect(await shownMessages(app)).toEqual([]);
    }
    await expect
      .poll(() => shownMessages(app))
      .toEqual([expect.stringContaining('The window has stopped working several times.')]);
    // The answer was to reload.
    await expect.poll(() => textOf(app)).not.toBe('');
  });

  it('is brought back when it hangs and the user wishes it', async (context) => {
    const { app } = await launchForTest(context);
    await answerMessages(app, 1);
    await app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      void contents?.executeJavaScript('for (;;);');
      // Chromium says so after 30 s without an answer to an input, and under a debugger not at all.
      contents?.emit('unresponsive');
    });
    await expect
      .poll(() => shownMessages(app))
      .toEqual([expect.stringContaining('The window does not respond.')]);
    await expect.poll(() => textOf(app)).not.toBe('');
  });
});

/** What a process has open, but for what every process may open again. */
function openFilesOf(pid: number): string[] {
  const folder = `/proc/${pid}/fd`;
  return readdirSync(folder)
    .flatMap((file) => {
      try {
        return [readlinkSync(join(folder, file))];
      } catch {
        // It has been closed since the folder was read.
        return [];
      }
    })
    .filter((target) => !target.startsWith('/dev/') && !target.startsWith('anon_inode:'));
}

describe('the host', () => {
  it('holds none of the files and sockets of the window', async (context) => {
    requireProcessList(context);
    const { app, page, shell } = await launchForTest(context);
    await page.evaluate(() => Reflect.get(globalThis, 'mimesis').hostAddress());
    const ofShell = new Set(openFilesOf(shell.pid ?? 0));
    const [host = 0] = hostsOf(app);
    expect(openFilesOf(host).length).toBeGreaterThan(0);
    expect(openFilesOf(host).filter((target) => ofShell.has(target))).toEqual([]);
  });

  it('ends with a shell that is killed, and leaves a clean workspace to the next one', async (context) => {
    requireProcessList(context);
    const clip = join(temporaryFolder(), 'long.mp4');
    makeTestClip(clip, 2000);
    const { app, shell, workspace } = await launchForTest(context, [`--track=${clip}`]);
    const jobs = () => queryWorkspace(workspace, 'SELECT status, attempts FROM jobs');
    await expect.poll(jobs).toEqual([{ status: 'processing', attempts: 1 }]);
    const below = descendantsOf(shell.pid ?? 0);
    expect(below).toEqual(expect.arrayContaining(hostsOf(app)));

    shell.kill('SIGKILL');
    await expect.poll(() => stillRunning(below)).toEqual([]);
    expect(jobs()).toEqual([{ status: 'queued', attempts: 0 }]);
    rmSync(clip);
    const next = await runCli(['track', '--resume', '--workspace', workspace]);
    expect(next.stderr).not.toContain('Another process');
  });
});

describe('addresses of the app', () => {
  /** Starts the app a second time, as the system does with an address that it was asked to open. */
  async function startAgain(context: TestContext, profile: string, address: string): Promise<void> {
    const { executablePath } = requireElectron(context);
    const args = ['--no-sandbox', repositoryRoot, `--user-data-dir=${profile}`, address];
    const second = spawn(executablePath, args, { stdio: 'ignore' });
    onTestFinished(() => void second.kill('SIGKILL'));
    expect(await once(second, 'exit')).toEqual([0, null]);
  }

  it('bring its window up where they are known, and do nothing else', async (context) => {
    const { app, profile, log } = await launchForTest(context);
    const isVisible = () =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
    await expect.poll(isVisible).toBe(true);
    const hide = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());

    await hide();
    await startAgain(context, profile, 'mimesis://delete?everything');
    await expect.poll(() => readFileSync(log, 'utf8')).toContain('mimesis://delete?everything');
    expect(await isVisible()).toBe(false);

    await startAgain(context, profile, 'mimesis://open');
    await expect.poll(isVisible).toBe(true);

    await hide();
    // As macOS does it.
    await app.evaluate(({ app }) => app.emit('open-url', { preventDefault: () => {} }, 'mimesis://open'));
    expect(await isVisible()).toBe(true);
  });
});

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { makeTestClip } from '../scripts/testing/clips.ts';
import { requireElectron } from '../scripts/testing/electron.ts';
import { childrenOf, requireProcessList } from '../scripts/testing/processes.ts';
import { repositoryRoot } from '../scripts/testing/shared.ts';

describe('the window of the app', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mimesis-shell-'));
  let app: ElectronApplication | undefined;

  beforeAll(() => makeTestClip(join(folder, 'clip.mp4'), 5));

  afterAll(async () => {
    // Playwright waits for ever for a page that has died; the shell itself ends well.
    await app?.evaluate(({ app }) => app.quit());
    rmSync(folder, { recursive: true });
  });

  /** The app with one clip to track; started once for all tests. */
  async function openApp(context: TestContext): Promise<{ app: ElectronApplication; page: Page }> {
    const { executablePath } = requireElectron(context);
    app ??= await _electron.launch({
      executablePath,
      args: [
        repositoryRoot,
        `--workspace=${join(folder, 'workspace')}`,
        `--track=${join(folder, 'clip.mp4')}`,
        `--user-data-dir=${join(folder, 'profile')}`,
      ],
    });
    return { app, page: await app.firstWindow() };
  }

  it('starts the host and shows the clip when it is tracked', async (context) => {
    const { page } = await openApp(context);
    await page.getByRole('row', { name: 'clip.mp4' }).getByText('Done').waitFor({ timeout: 60_000 });
  });

  it('gives its page a bridge and nothing of Node', async (context) => {
    const { app, page } = await openApp(context);
    const globals = ['require', 'process', 'Buffer', 'module'];
    expect(await page.evaluate((names) => names.filter((name) => name in globalThis), globals)).toEqual([]);
    expect(await page.evaluate(() => Object.keys(Reflect.get(globalThis, 'mimesis')).sort())).toEqual([
      'hostAddress',
      'pathOfFile',
      'platform',
    ]);
    const preferences = await app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      return contents ? Reflect.get(contents, 'getLastWebPreferences').call(contents) : undefined;
    });
    expect(preferences).toMatchObject({ contextIsolation: true, nodeIntegration: false, sandbox: true });
  });

  it('says so when the host is killed, and goes on with the next one', async (context) => {
    requireProcessList(context);
    const { app } = await openApp(context);
    const shell = app.process().pid ?? 0;
    const [host = 0] = hostsOf(shell);
    expect(host).toBeGreaterThan(0);
    process.kill(host, 'SIGKILL');
    await expect.poll(() => textOf(app), waiting).toContain('The host does not answer');
    await expect.poll(() => textOf(app), waiting).not.toContain('The host does not answer');
    expect(hostsOf(shell)[0]).not.toBe(host);
    expect(await textOf(app)).toContain('Done');
  });

  it('comes back when its page dies', async (context) => {
    const { app } = await openApp(context);
    await app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
    });
    await expect.poll(() => textOf(app), waiting).toContain('Done');
  });

  it('stays on its page, in its one window', async (context) => {
    const { app } = await openApp(context);
    const address = await app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      await contents?.executeJavaScript(
        "open('https://evil.example'); location.href = 'https://evil.example'; 0",
      );
      await new Promise((resolve) => setTimeout(resolve, 500));
      return contents?.getURL();
    });
    expect(address).toBe('mimesis-studio://app/');
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });
});

const waiting = { timeout: 20_000, interval: 100 };

/** The text of the page, asked for through the shell: Playwright loses a page whose process dies. */
function textOf(app: ElectronApplication): Promise<string> {
  return app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (!contents || contents.isCrashed() || contents.isLoading()) return '';
    // A page that dies meanwhile never answers.
    const tooLate = new Promise((resolve) => setTimeout(resolve, 1000, ''));
    return String(await Promise.race([contents.executeJavaScript('document.body.innerText'), tooLate]));
  });
}

/** Processes that the shell started to be the host. */
function hostsOf(shell: number): number[] {
  return childrenOf(shell).filter((pid) =>
    readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('cli/main.ts'),
  );
}

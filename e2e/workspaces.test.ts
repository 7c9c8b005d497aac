import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { describe, expect, it, onTestFinished, type TestContext } from 'vitest';
import { makeTestClip } from '../scripts/testing/clips.ts';
import { endApp, type LaunchedApp, launchApp } from '../scripts/testing/launchApp.ts';
import { CliProcess } from '../scripts/testing/runCli.ts';
import { repositoryRoot } from '../scripts/testing/shared.ts';
import { answerFolderDialogs, answerMessages, shownMessages } from '../scripts/testing/shellWindow.ts';
import { temporaryFolder } from '../scripts/testing/temporaryFolder.ts';

/** An app whose first workspace holds one tracked clip. */
async function launchWithClip(context: TestContext) {
  const folder = temporaryFolder();
  const clip = join(folder, 'clip.mp4');
  const profile = join(folder, 'profile');
  const first = join(folder, 'first');
  makeTestClip(clip, 3);
  const launched = await launch(context, profile, [`--workspace=${first}`, `--track=${clip}`]);
  await clipIn(launched.page).getByText('Done').waitFor({ timeout: 60_000 });
  return { ...launched, folder, profile, first };
}

async function launch(context: TestContext, profile: string, args: string[] = []): Promise<LaunchedApp> {
  const launched = await launchApp(context, [repositoryRoot, `--user-data-dir=${profile}`, ...args]);
  onTestFinished(() => endApp(launched));
  return launched;
}

const clipIn = (page: Page) => page.getByRole('row', { name: 'clip.mp4' });

/** Asks as the studio's button does. */
const openFromPage = (page: Page) => page.evaluate(() => Reflect.get(globalThis, 'mimesis').openWorkspace());

/** Uses an item of the File menu. */
function clickMenu(app: ElectronApplication, label: string): Promise<void> {
  return app.evaluate(({ Menu }, wanted) => {
    const items = Menu.getApplicationMenu()?.items.flatMap((item) => item.submenu?.items ?? []) ?? [];
    const deeper = items.flatMap((item) => item.submenu?.items ?? []);
    const item = [...items, ...deeper].find((each) => each.label === wanted);
    if (!item) throw new Error(`no menu item ${wanted}`);
    item.click();
  }, label);
}

/** Waits until the studio shows another workspace, in which the clip is not. */
async function seeEmptyWorkspace(page: Page, folder: string): Promise<void> {
  await expect.poll(() => existsSync(join(folder, 'lock.txt'))).toBe(true);
  await clipIn(page).waitFor({ state: 'detached' });
}

describe('a workspace opened in the window', () => {
  it('takes the place of the other at once, and again at the next start', async (context) => {
    const { app, page, folder, profile, first, ...launched } = await launchWithClip(context);
    const second = join(folder, 'second & new');
    mkdirSync(second);
    await answerFolderDialogs(app, second);
    await openFromPage(page);
    await seeEmptyWorkspace(page, second);

    await clickMenu(app, first);
    await clipIn(page).getByText('Done').waitFor();
    await clickMenu(app, second.replace('&', '&&'));
    await seeEmptyWorkspace(page, second);

    await endApp({ app, ...launched });
    const next = await launch(context, profile);
    await answerFolderDialogs(next.app, first);
    await seeEmptyWorkspace(next.page, second);
    await clickMenu(next.app, 'Open workspace…');
    await clipIn(next.page).getByText('Done').waitFor();
  });

  it('stays when the user chooses none', async (context) => {
    const { app, page, first } = await launchWithClip(context);
    const holder = readFileSync(join(first, 'lock.txt'), 'utf8');
    await answerFolderDialogs(app, undefined);
    await openFromPage(page);
    expect(readFileSync(join(first, 'lock.txt'), 'utf8')).toBe(holder);
    await clipIn(page).getByText('Done').waitFor();
  });

  it('that cannot be opened is explained, and another can be chosen', async (context) => {
    const { app, page, folder, first } = await launchWithClip(context);
    const held = join(folder, 'held');
    const holder = new CliProcess(['serve', '--workspace', held]);
    await expect.poll(() => existsSync(join(held, 'lock.txt'))).toBe(true);

    await answerFolderDialogs(app, held);
    // "Open another workspace…"
    await answerMessages(app, 1);
    await openFromPage(page);
    await answerFolderDialogs(app, first);
    await expect
      .poll(() => shownMessages(app))
      .toEqual([expect.stringContaining(`Another process works in ${held} (process ${holder.pid}`)]);
    await clipIn(page).getByText('Done').waitFor();
  });
});

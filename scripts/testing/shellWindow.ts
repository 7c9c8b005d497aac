import { readFileSync } from 'node:fs';
import type { ElectronApplication } from 'playwright-core';
import { childrenOf } from './processes.ts';

/** The text of the page, asked for through the shell: Playwright loses a page whose process dies. '' while there is none. */
export function textOf(app: ElectronApplication): Promise<string> {
  return app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (!contents || contents.isCrashed() || contents.isLoading()) return '';
    // A page that dies meanwhile never answers.
    const tooLate = new Promise((resolve) => setTimeout(resolve, 1000, ''));
    return String(await Promise.race([contents.executeJavaScript('document.body.innerText'), tooLate]));
  });
}

/** Ids of the processes that the shell has started to be the host; one at a time is right. */
export function hostsOf(app: ElectronApplication): number[] {
  return hostsBelow(app.process().pid ?? Number.NaN);
}

/** Processes that a shell has started to be the host. */
export function hostsBelow(shell: number): number[] {
  return childrenOf(shell).filter((pid) =>
    readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('cli/main.ts'),
  );
}

/** Answers every dialog that asks for a folder from now on; undefined cancels it. */
export function answerFolderDialogs(app: ElectronApplication, folder: string | undefined): Promise<void> {
  return app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({
      canceled: chosen === undefined,
      filePaths: chosen === undefined ? [] : [chosen],
    });
  }, folder);
}

/** Answers every message from now on with the button of this number, counted from 0. */
export async function answerMessages(app: ElectronApplication, button: number): Promise<void> {
  await app.evaluate(({ dialog }, response) => {
    const shown: string[] = [];
    Reflect.set(globalThis, 'shownMessages', shown);
    const answer = async (...args: unknown[]) => {
      const options = args.at(-1);
      if (typeof options === 'object' && options !== null) {
        shown.push(`${Reflect.get(options, 'message')}\n${Reflect.get(options, 'detail')}`);
      }
      return { response, checkboxChecked: false };
    };
    Reflect.set(dialog, 'showMessageBox', answer);
  }, button);
}

/** The messages shown since `answerMessages`, each with its detail. */
export function shownMessages(app: ElectronApplication): Promise<string[]> {
  return app.evaluate(() => Reflect.get(globalThis, 'shownMessages'));
}

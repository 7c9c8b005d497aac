import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import type { TestContext } from 'vitest';
import { requireElectron } from './electron.ts';

/** Time for the program to start, and again for its window to open: 2 s are usual, 13 s from a disk that has to be read first. */
const START_MS = 60_000;
/** Time for the program to quit. */
const QUIT_MS = 10_000;

export interface LaunchedApp {
  readonly app: ElectronApplication;
  /** Its main process. */
  readonly shell: ChildProcess;
  /** Its first window. */
  readonly page: Page;
}

/**
 * Starts an app in the Electron that set-up found, and waits for its window; the test is skipped where there is none.
 * Whoever calls it ends the app with `endApp`.
 */
export async function launchApp(context: TestContext, args: string[]): Promise<LaunchedApp> {
  const { executablePath } = requireElectron(context);
  const app = await _electron.launch({ executablePath, args, timeout: START_MS });
  const shell = app.process();
  try {
    return { app, shell, page: await app.firstWindow({ timeout: START_MS }) };
  } catch (error) {
    await endApp({ app, shell });
    throw error;
  }
}

/** Quits an app, and ends whatever is left of it and of the processes that it started. */
export async function endApp({ app, shell }: Pick<LaunchedApp, 'app' | 'shell'>): Promise<void> {
  const isEnded = shell.exitCode !== null || shell.signalCode !== null;
  const ended = isEnded ? Promise.resolve() : once(shell, 'exit');
  // Playwright's own `close` waits for ever for a page that has died.
  app
    .evaluate(({ app }) => app.quit())
    .catch(() => {
      // It has ended already, or hangs and is ended below.
    });
  await Promise.race([ended, sleep(QUIT_MS, undefined, { ref: false })]);
  if (shell.pid !== undefined) killGroup(shell.pid);
}

/** Playwright starts the app as the leader of a process group, in which all that it starts stays. */
function killGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {
    // None of it is left, or there are no groups on this system.
  }
}

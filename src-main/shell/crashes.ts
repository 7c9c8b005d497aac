import { app, type BrowserWindow, dialog } from 'electron';
import { CrashLoop } from './crashLoop.ts';
import type { LogFile } from './logFile.ts';
import { words } from './words.ts';

/** A page that has died is loaded again after this time. */
const RELOAD_MS = 1000;

/** Notes the ends of Chromium's helper processes. It starts each again by itself, the GPU's among them. */
export function noteHelperCrashes(log: LogFile): void {
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    if (reason !== 'clean-exit') log.write('shell', `${type} process gone: ${reason} (${exitCode})`);
  });
}

/** Brings a window's page back when its process dies or hangs; asks the user where it dies again and again. */
export function bringBackPage(window: BrowserWindow, log: LogFile): void {
  const { webContents: contents } = window;
  const loop = new CrashLoop();
  contents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    log.write('shell', `the page's process is gone: ${reason} (${exitCode})`);
    const isLoop = loop.noteDeath(performance.now());
    setTimeout(() => {
      if (window.isDestroyed()) return;
      if (isLoop) void askWhetherToReload(window);
      else contents.reload();
    }, RELOAD_MS);
  });
  contents.on('unresponsive', () => {
    log.write('shell', 'the page does not respond');
    void askWhetherToWait(window);
  });
}

async function askWhetherToReload(window: BrowserWindow): Promise<void> {
  const { message, detail, reload, quit } = words.pageDies;
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message,
    detail,
    buttons: [reload, quit],
    cancelId: 0,
  });
  if (response === 1) app.quit();
  else if (!window.isDestroyed()) window.webContents.reload();
}

async function askWhetherToWait(window: BrowserWindow): Promise<void> {
  const { message, detail, wait, reload } = words.pageHangs;
  const responds = new AbortController();
  const close = (): void => responds.abort();
  window.webContents.once('responsive', close);
  window.webContents.once('render-process-gone', close);
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message,
    detail,
    buttons: [wait, reload],
    cancelId: 0,
    signal: responds.signal,
  });
  if (window.isDestroyed()) return;
  window.webContents.removeListener('responsive', close);
  window.webContents.removeListener('render-process-gone', close);
  if (responds.signal.aborted) return;
  // A page that hangs hears of nothing: only the end of its process brings another.
  if (response === 1) window.webContents.forcefullyCrashRenderer();
}

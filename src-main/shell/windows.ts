import { join } from 'node:path';
import { app, BrowserWindow, dialog } from 'electron';
import { STUDIO_ORIGIN } from '#shared/bridge/index.ts';
import { bringBackPage } from './crashes.ts';
import type { LogFile } from './logFile.ts';
import { StateFile } from './stateFile.ts';
import { keepWindowState, readWindowState, windowStateSchema } from './windowState.ts';
import { words } from './words.ts';

/** Opens the studio's window where it was last, with its page on the way. */
export function createStudioWindow(log: LogFile): BrowserWindow {
  const stateFile = new StateFile(
    join(app.getPath('userData'), 'window.json'),
    windowStateSchema,
    (problem) => log.write('shell', problem),
  );
  const state = readWindowState(stateFile);
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    ...state?.bounds,
    minWidth: 800,
    minHeight: 500,
    show: false,
    title: words.title,
    webPreferences: {
      preload: join(__dirname, '../preload/index.cjs'),
      contextIsolation: true,
      nodeIntegration: false,
      sandbox: true,
      webviewTag: false,
      // Live faces go on moving while another window is in front.
      backgroundThrottling: false,
    },
  });
  keepWindowState(window, stateFile);
  if (state?.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  bringBackPage(window, log);
  window.loadURL(`${STUDIO_ORIGIN}/`).catch((error: unknown) => {
    log.write('shell', `the page was not loaded: ${String(error)}`);
  });
  return window;
}

/** Brings a window before all others. */
export function showWindow(window: BrowserWindow | undefined): void {
  if (!window) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/**
 * Lets the user choose a folder or make one. Nothing where none is chosen.
 * @param ask what the dialog and its button are called
 */
export async function askForFolder(
  window: BrowserWindow | undefined,
  ask: { readonly title: string; readonly button: string },
): Promise<string | undefined> {
  const options = {
    title: ask.title,
    buttonLabel: ask.button,
    properties: ['openDirectory' as const, 'createDirectory' as const, 'promptToCreate' as const],
  };
  const { canceled, filePaths } = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options));
  return canceled ? undefined : filePaths[0];
}

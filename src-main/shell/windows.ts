import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';
import { STUDIO_ORIGIN } from '#shared/bridge/index.ts';
import { keepWindowState, readWindowState } from './windowState.ts';

/** A page that dies again within this time is not loaded at once once more. */
const CRASH_PAUSE_MS = 1000;

/** Opens the studio's window where it was last, and brings its page back when its process dies. */
export async function createStudioWindow(): Promise<BrowserWindow> {
  const stateFile = join(app.getPath('userData'), 'window.json');
  const state = readWindowState(stateFile);
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    ...state?.bounds,
    minWidth: 800,
    minHeight: 500,
    show: false,
    title: 'Mimesis Studio',
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
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    setTimeout(() => {
      if (!window.isDestroyed()) window.webContents.reload();
    }, CRASH_PAUSE_MS);
  });
  await window.loadURL(`${STUDIO_ORIGIN}/`);
  return window;
}

import { join } from 'node:path';
import { BrowserWindow } from 'electron';
import { denyPermissions, isStudioAddress } from './security.ts';

/** Opens the studio's window. Throws for an address that is not this computer's own host. */
export async function createWindow(address: string): Promise<BrowserWindow> {
  if (!isStudioAddress(address)) throw new Error(`not a studio of this computer: ${address}`);
  denyPermissions();
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 800,
    minHeight: 500,
    show: false,
    webPreferences: {
      preload: join(__dirname, '../preload/index.cjs'),
      contextIsolation: true,
      nodeIntegration: false,
      sandbox: true,
    },
  });
  window.once('ready-to-show', () => window.show());
  await window.loadURL(address);
  return window;
}

import {
  type IpcMainInvokeEvent,
  ipcMain,
  session,
  shell,
  systemPreferences,
  type WebContents,
} from 'electron';
import { isStudioPage, mayOpenOutside } from './addresses.ts';

/** Opens a known address in the user's own browser; any other is not opened. */
export function openOutside(address: string): void {
  if (mayOpenOutside(address)) void shell.openExternal(address);
}

/** A page stays where it is: no other address, no embedded one, no second window but the user's own browser. */
export function guardContents(contents: WebContents): void {
  contents.on('will-navigate', (event, address) => {
    // The page loads itself anew when another workspace is opened.
    if (address !== contents.getURL()) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url);
    return { action: 'deny' };
  });
}

/**
 * Electron grants what a page asks for unless it is told not to. Camera and microphone are for the studio's own page,
 * which asks only when the user chooses one; everything else, the screen too, is for nobody.
 */
export function limitPermissions(): void {
  session.defaultSession.setPermissionRequestHandler((contents, permission, answer, details) => {
    const asked = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    const isAllowed = permission === 'media' && asked.length > 0 && isStudioPage(details.requestingUrl);
    if (isAllowed && details.isMainFrame && isStudioPage(contents.getURL())) {
      void systemAllows(asked).then(answer);
    } else {
      answer(false);
    }
  });
  session.defaultSession.setPermissionCheckHandler(
    (contents, permission, origin) =>
      permission === 'media' && isStudioPage(origin) && isStudioPage(contents?.getURL() ?? origin),
  );
  session.defaultSession.setDevicePermissionHandler(() => false);
}

/** Whether the system lets the app use these devices: macOS asks the user the first time. */
async function systemAllows(devices: readonly ('video' | 'audio')[]): Promise<boolean> {
  if (process.platform !== 'darwin') return true;
  for (const device of devices) {
    const name = device === 'video' ? 'camera' : 'microphone';
    if (!(await systemPreferences.askForMediaAccess(name))) return false;
  }
  return true;
}

/** Answers a channel for the studio's own page only; anyone else gets an error. */
export function handleFromStudio(channel: string, answer: () => unknown): void {
  ipcMain.handle(channel, (event: IpcMainInvokeEvent) => {
    const sender = event.senderFrame;
    if (!sender || sender.parent !== null || !isStudioPage(sender.url)) throw new Error('not allowed');
    return answer();
  });
}

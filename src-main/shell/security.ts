import { type IpcMainInvokeEvent, ipcMain, session, shell, type WebContents } from 'electron';
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

/** Electron grants what a page asks for unless it is told not to. */
export function denyPermissions(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.defaultSession.setPermissionCheckHandler(() => false);
  session.defaultSession.setDevicePermissionHandler(() => false);
}

/** Answers a channel for the studio's own page only; anyone else gets an error. */
export function handleFromStudio(channel: string, answer: () => unknown): void {
  ipcMain.handle(channel, (event: IpcMainInvokeEvent) => {
    const sender = event.senderFrame;
    if (!sender || sender.parent !== null || !isStudioPage(sender.url)) throw new Error('not allowed');
    return answer();
  });
}

import { app, type BrowserWindow, dialog } from 'electron';
import { words } from './words.ts';

export interface HostRemedies {
  tryAgain(): Promise<void>;
  /** @returns whether another workspace was chosen */
  openOther(): Promise<boolean>;
}

/** Shows why the host does not come up, and does what the user chooses. */
export async function explainHostTrouble(
  window: BrowserWindow | undefined,
  reason: string,
  remedies: HostRemedies,
): Promise<void> {
  const { message, tryAgain, openOther, quit } = words.hostDoesNotStart;
  const options = {
    type: 'error' as const,
    message,
    detail: reason,
    buttons: [tryAgain, openOther, quit],
    cancelId: 0,
  };
  const { response } = await (window
    ? dialog.showMessageBox(window, options)
    : dialog.showMessageBox(options));
  if (response === 2) app.quit();
  else if (response !== 1 || !(await remedies.openOther())) await remedies.tryAgain();
}

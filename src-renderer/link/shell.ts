import type { HostAddress, ShellBridge } from '#shared/bridge/index.ts';

declare global {
  interface Window {
    /** Present in the app's window, absent in a browser. */
    readonly mimesis?: ShellBridge;
  }
}

/** Where the host listens: the shell knows in its window; in a browser the page came from there. */
export function locateHost(): Promise<HostAddress> {
  if (window.mimesis) return window.mimesis.hostAddress();
  // The launch's token travels in the address's fragment, which browsers do not send.
  const token = new URLSearchParams(location.hash.slice(1)).get('token') ?? '';
  return Promise.resolve({ address: location.host.replace(/^localhost/, '127.0.0.1'), token });
}

/** Paths of dropped files and folders; a browser does not tell them. */
export function pathsOf(files: Iterable<File>): string[] {
  const bridge = window.mimesis;
  return bridge ? Array.from(files, (file) => bridge.pathOfFile(file)).filter((path) => path !== '') : [];
}

/** Whether the page is in the app's window, which knows paths and folders of this computer. */
export const isWindow = (): boolean => window.mimesis !== undefined;

/** Lets the user choose a folder to write to; undefined where none is chosen, and in a browser, which has no such choice. */
export async function chooseFolder(): Promise<string | undefined> {
  return window.mimesis?.chooseFolder();
}

/** Closes all files but input and outputs, and becomes the program that the arguments name, as the same process. */
const BECOME_CLEAN = `
  const { closeSync, readdirSync } = require('node:fs');
  for (const file of readdirSync('/proc/self/fd')) if (file > 2) try { closeSync(Number(file)) } catch {}
  process.execve(process.execPath, [process.execPath, ...process.argv.slice(1)], process.env);
`;

/**
 * Arguments with which Node becomes the host. On Linux a child of Electron gets a copy of every file and socket that
 * Chromium has open (electron/electron#1447). As long as the host held them, Chromium would not see that a page's process
 * has died, some windows would never answer a debugger, and files and ports would stay in use after the app. So it
 * begins as a small script that closes them.
 *
 * @param args of `mimesis serve`
 */
export function hostArguments(entry: string, args: readonly string[], platform = process.platform): string[] {
  const command = [entry, 'serve', '--with-shell', ...args];
  return platform === 'linux'
    ? ['--disable-warning=ExperimentalWarning', '--eval', BECOME_CLEAN, '--', ...command]
    : command;
}

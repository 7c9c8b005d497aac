// @ts-check
import { homedir } from 'node:os';
import { join, posix, win32 } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the repository root. */
export const repositoryRoot = fileURLToPath(new URL('../..', import.meta.url));

/** Absolute path of the installed npm packages. */
export const nodeModules = join(repositoryRoot, 'node_modules');

/** The Node that runs everything after set-up; it comes with the npm packages. */
export const localNode = join(nodeModules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/**
 * Absolute path of the folder that holds what the app keeps between runs: the same rule as `userDataFolder` of the host,
 * written again because set-up runs before any TypeScript can.
 * @param {Readonly<Record<string, string | undefined>>} env
 * @param {NodeJS.Platform} platform
 * @returns {string}
 */
export function userDataFolder(env = process.env, platform = process.platform) {
  const path = platform === 'win32' ? win32 : posix;
  const { MIMESIS_DATA_DIR: chosen, XDG_DATA_HOME: xdg, APPDATA: appData, HOME: home } = env;
  if (chosen) return path.resolve(chosen);
  if (platform === 'win32') {
    return path.join(appData || path.join(homedir(), 'AppData', 'Roaming'), 'Mimesis Studio');
  }
  const ownHome = home || homedir();
  if (platform === 'darwin') return path.join(ownHome, 'Library', 'Application Support', 'Mimesis Studio');
  const data = xdg && path.isAbsolute(xdg) ? xdg : path.join(ownHome, '.local', 'share');
  return path.join(data, 'mimesis-studio');
}

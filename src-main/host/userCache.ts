import { homedir } from 'node:os';
import { posix, win32 } from 'node:path';
import type { Environment } from './userData.ts';

/**
 * Absolute path of the folder for what the app can make again at any time. It may not exist yet.
 *
 * `MIMESIS_CACHE_DIR` when set; otherwise the platform's own place: on Linux the XDG Base Directory Specification 0.8
 * (a relative XDG_CACHE_HOME is ignored, as it says), on macOS Caches, on Windows %LOCALAPPDATA%. `MIMESIS_DATA_DIR`
 * does not move it: a library that is carried about stays free of what belongs to one computer.
 */
export function userCacheFolder(
  env: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  const path = platform === 'win32' ? win32 : posix;
  const { MIMESIS_CACHE_DIR: chosen, XDG_CACHE_HOME: xdg, LOCALAPPDATA: localAppData, HOME: home } = env;
  if (chosen) return path.resolve(chosen);
  if (platform === 'win32') {
    return path.join(localAppData || path.join(homedir(), 'AppData', 'Local'), 'Mimesis Studio', 'Cache');
  }
  const ownHome = home || homedir();
  if (platform === 'darwin') return path.join(ownHome, 'Library', 'Caches', 'Mimesis Studio');
  const caches = xdg && path.isAbsolute(xdg) ? xdg : path.join(ownHome, '.cache');
  return path.join(caches, 'mimesis-studio');
}

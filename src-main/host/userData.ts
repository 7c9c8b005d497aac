import { homedir } from 'node:os';
import { posix, win32 } from 'node:path';

/** Environment variables by name; `process.env` is one. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Absolute path of the folder that holds what the app keeps between runs. It may not exist yet.
 *
 * `MIMESIS_DATA_DIR` when set; otherwise the platform's own place: on Linux the XDG Base Directory Specification
 * 0.8 (a relative XDG_DATA_HOME is ignored, as it says), on macOS Application Support, on Windows %APPDATA%.
 */
export function userDataFolder(
  env: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
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

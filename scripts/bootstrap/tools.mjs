// @ts-check

/**
 * A program that is not an npm package.
 * @typedef {object} Tool
 * @property {string} apt Name of the Debian package.
 * @property {string} brew Name of the Homebrew formula; empty where macOS needs none.
 * @property {string} winget Identifier of the Windows package; empty where Windows needs none.
 * @property {readonly string[]} programs The tool is there when one of these programs is.
 */

/** Without these the app does not run. @type {readonly Tool[]} */
export const runTools = [{ apt: 'ffmpeg', brew: 'ffmpeg', winget: 'Gyan.FFmpeg', programs: ['ffmpeg'] }];

/** @type {readonly Tool[]} */
export const testTools = [
  { apt: 'python3', brew: 'python', winget: 'Python.Python.3.13', programs: ['python3', 'python'] },
  { apt: 'sox', brew: 'sox', winget: 'ChrisBagwell.SoX', programs: ['sox'] },
  { apt: 'espeak-ng', brew: 'espeak-ng', winget: 'eSpeak-NG.eSpeak-NG', programs: ['espeak-ng'] },
  { apt: 'xvfb', brew: '', winget: '', programs: ['xvfb-run'] },
  { apt: 'xauth', brew: '', winget: '', programs: ['xauth'] },
  { apt: 'chromium', brew: '', winget: '', programs: ['chromium', 'google-chrome', 'google-chrome-stable'] },
];

/** Debian packages that Electron's window needs. Since Debian 13 and Ubuntu 24.04 some names end in t64. */
export const electronLibraries = [
  'libgtk-3-0',
  'libnss3',
  'libgbm1',
  'libasound2',
  'libatk-bridge2.0-0',
  'libatspi2.0-0',
  'libcups2',
  'libdrm2',
  'libxkbcommon0',
  'libxcomposite1',
  'libxdamage1',
  'libxrandr2',
  'libxfixes3',
  'libcairo2',
  'libpango-1.0-0',
];

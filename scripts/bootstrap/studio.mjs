// @ts-check
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './command.mjs';
import { localNode, nodeModules, repositoryRoot } from './paths.mjs';
import { SetUpError, say } from './report.mjs';

const sources = [
  'src-renderer',
  'src-shared',
  'src-preload',
  'src-main/shell',
  'electron.vite.config.ts',
  'package-lock.json',
];
const product = join(repositoryRoot, 'out/renderer/index.html');

/** Builds the studio's page and shell where their sources are newer than what was built. */
export function buildStudio() {
  const built = statSync(product, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (sources.every((source) => newestChange(join(repositoryRoot, source)) <= built)) return;
  say('building the studio');
  const electronVite = join(nodeModules, 'electron-vite/bin/electron-vite.js');
  const { ok, reason } = run(localNode, [electronVite, 'build', '--logLevel', 'error'], {
    cwd: repositoryRoot,
  });
  if (!ok) throw new SetUpError(`The studio could not be built:\n${reason}`);
}

/**
 * @param {string} path
 * @returns {number} the newest modification time of a file or of anything in a folder
 */
function newestChange(path) {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' });
  return Math.max(mtimeMs, ...names.map((name) => statSync(join(path, name)).mtimeMs));
}

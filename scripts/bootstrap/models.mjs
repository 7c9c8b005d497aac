// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './command.mjs';
import { localNode, repositoryRoot, userDataFolder } from './paths.mjs';
import { say } from './report.mjs';

/**
 * Puts the tracking models into the user's folder. What is installed is remembered in a stamp file there, named after the
 * catalogue, so that a run with nothing to do only looks at sizes; whoever uses a model checks its hash.
 * A model that cannot be had does not stop set-up: the rest of the app runs without it and says so.
 */
export function installModels() {
  const folder = join(userDataFolder(), 'models');
  const stamp = join(folder, `.installed-${catalogueHash()}`);
  if (isComplete(folder, stamp)) return;
  say('installing the tracking models');
  const { ok } = run(localNode, ['src-main/cli/main.ts', 'models', 'install'], {
    cwd: repositoryRoot,
    show: true,
  });
  if (ok) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(stamp, JSON.stringify(sizesIn(folder)));
  } else {
    say('not every model could be installed (see above); what they track is left out until they are');
  }
}

function catalogueHash() {
  const catalogue = readFileSync(join(repositoryRoot, 'src-main/host/models/modelCatalogue.ts'));
  return createHash('sha256').update(catalogue).digest('hex').slice(0, 16);
}

/**
 * @param {string} folder
 * @param {string} stamp
 * @returns {boolean}
 */
function isComplete(folder, stamp) {
  if (!existsSync(stamp)) return false;
  const present = sizesIn(folder);
  /** @type {Record<string, number>} */
  const installed = JSON.parse(readFileSync(stamp, 'utf8'));
  return Object.entries(installed).every(([name, bytes]) => present[name] === bytes);
}

/**
 * Size in bytes of every model file in `folder`.
 * @param {string} folder
 * @returns {Record<string, number>}
 */
function sizesIn(folder) {
  const names = readdirSync(folder).filter((name) => name.endsWith('.task'));
  return Object.fromEntries(names.map((name) => [name, statSync(join(folder, name)).size]));
}

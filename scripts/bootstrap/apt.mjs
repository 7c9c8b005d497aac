// @ts-check
import { isOnPath, run } from './command.mjs';

/** Whether this is Debian, Ubuntu or a descendant. */
export const hasApt = () => isOnPath('apt-get') && isOnPath('dpkg-query');

/**
 * The names that may stand for a library: its old one and its one since the 64-bit time transition.
 * @param {string} name
 */
const namesOf = (name) => [name, `${name}t64`];

/**
 * Which of `libraries` are not installed.
 * @param {readonly string[]} libraries
 * @returns {string[]}
 */
export function missingLibraries(libraries) {
  const format = '$' + '{Package} $' + '{db:Status-Status}\\n';
  // It fails when one name is unknown, and lists the others all the same.
  const { stdout } = run('dpkg-query', ['-W', '-f', format, ...libraries.flatMap(namesOf)]);
  const installed = new Set(stdout.split('\n').filter((line) => line.endsWith(' installed')));
  return libraries.filter((library) => !namesOf(library).some((name) => installed.has(`${name} installed`)));
}

/**
 * The names under which this system offers `packages`, and those it does not offer.
 * @param {readonly string[]} packages
 * @returns {{ offered: string[], refused: string[] }}
 */
export function findOffered(packages) {
  const candidates = readCandidates(run('apt-cache', ['policy', ...packages.flatMap(namesOf)]).stdout);
  /** @type {string[]} */
  const offered = [];
  /** @type {string[]} */
  const refused = [];
  for (const name of packages) {
    const found = namesOf(name).find((each) => candidates.has(each));
    if (found === undefined) refused.push(name);
    else offered.push(found);
  }
  return { offered, refused };
}

/**
 * Names with a real candidate in the output of `apt-cache policy`. Ubuntu's snap stubs are packages that only tell to
 * install a snap; their version says "snap".
 * @param {string} policy
 * @returns {Set<string>}
 */
function readCandidates(policy) {
  const entries = policy.matchAll(/^(\S+):\n {2}Installed: .*\n {2}Candidate: (.*)$/gm);
  const real = [...entries].filter(([, , version]) => version !== '(none)' && !version?.includes('snap'));
  return new Set(real.map(([, name]) => name ?? ''));
}

/** The command that installs `packages`, as a person types it. @param {readonly string[]} packages */
export function aptCommand(packages) {
  return `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`;
}

/** Refreshes the list of what is offered. */
export function updateApt() {
  return run('apt-get', ['update', '-qq']);
}

/** @param {readonly string[]} packages */
export function installByApt(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env });
}

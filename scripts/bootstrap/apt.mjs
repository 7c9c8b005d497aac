// @ts-check
import { isOnPath, run } from './command.mjs';

// Their words are read, so they must be English.
const env = { ...process.env, LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' };

/** Whether this is Debian, Ubuntu or a descendant. */
export const hasApt = () => isOnPath('apt-get') && isOnPath('dpkg-query');

/**
 * The names that may stand for a library: its old one and its one since the 64-bit time transition.
 * @param {string} name
 */
const namesOf = (name) => [name, `${name}t64`];

/**
 * Status of packages as dpkg knows it, one `NAME STATUS` a line.
 * @param {readonly string[]} packages
 */
export function readStatus(packages) {
  const format = '$' + '{Package} $' + '{db:Status-Status}\\n';
  // It fails when one name is unknown, and lists the others all the same.
  return run('dpkg-query', ['-W', '-f', format, ...packages.flatMap(namesOf)], { env }).stdout;
}

/**
 * Which of `packages` are not installed, under either name.
 * @param {readonly string[]} packages
 * @param {string} status As `readStatus` gives it.
 */
export function findMissing(packages, status) {
  const lines = new Set(status.split('\n'));
  return packages.filter((each) => !namesOf(each).some((name) => lines.has(`${name} installed`)));
}

/**
 * What apt would install, as `apt-cache policy` words it.
 * @param {readonly string[]} packages
 */
export function readPolicy(packages) {
  return run('apt-cache', ['policy', ...packages.flatMap(namesOf)], { env }).stdout;
}

/**
 * The names under which this system offers `packages`, and those it does not offer.
 * @param {readonly string[]} packages
 * @param {string} policy As `readPolicy` gives it.
 */
export function findOffered(packages, policy) {
  const candidates = readCandidates(policy);
  const offered = packages.flatMap((each) => namesOf(each).find((name) => candidates.has(name)) ?? []);
  const refused = packages.filter((each) => !namesOf(each).some((name) => candidates.has(name)));
  return { offered, refused };
}

/**
 * Names with a real candidate. Ubuntu has packages that only fetch a snap; their version says "snap".
 * @param {string} policy
 * @returns {Set<string>}
 */
function readCandidates(policy) {
  const entries = policy.matchAll(/^(\S+):\n {2}Installed: .*\n {2}Candidate: (.*)$/gm);
  const real = [...entries].filter(([, , version]) => version !== '(none)' && !version?.includes('snap'));
  return new Set(real.map(([, name]) => name ?? ''));
}

/**
 * The command that installs `packages`, as a person types it.
 * @param {readonly string[]} packages
 */
export function aptCommand(packages) {
  return `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`;
}

/** Refreshes the list of what is offered. */
export function updateApt() {
  return run('apt-get', ['update', '-qq'], { env });
}

/** @param {readonly string[]} packages */
export function installByApt(packages) {
  return run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env });
}

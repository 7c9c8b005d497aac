// @ts-check
import {
  aptCommand,
  findMissing,
  findOffered,
  hasApt,
  installByApt,
  readPolicy,
  readStatus,
  updateApt,
} from './apt.mjs';
import { isOnPath } from './command.mjs';
import { SetUpError, say } from './report.mjs';
import { electronLibraries, runTools, testTools } from './tools.mjs';

/** @typedef {import('./tools.mjs').Tool} Tool */

/**
 * Installs missing programs and libraries where it may (Debian or Ubuntu, as root); elsewhere prints the command to type.
 * Throws `SetUpError` when a program that the app cannot run without is still missing then.
 * @param {'start' | 'test'} purpose
 */
export function installSystemPackages(purpose) {
  const tools = purpose === 'test' ? [...runTools, ...testTools] : runTools;
  if (hasApt()) {
    const libraries = findMissing(electronLibraries, readStatus(electronLibraries));
    const missing = [...missingTools(tools).map(({ apt }) => apt), ...libraries];
    if (missing.length > 0) installDebianPackages(missing);
  } else {
    const command = commandFor(missingTools(tools), process.platform);
    if (command !== null) say(`some programs are missing. ${command}`);
  }
  const needed = missingTools(runTools).map(({ apt }) => apt);
  if (needed.length > 0) throw new SetUpError(`${needed.join(', ')} is needed. Install it as said above.`);
}

/** @param {readonly Tool[]} tools */
function missingTools(tools) {
  return tools.filter(({ programs }) => !programs.some(isOnPath));
}

/** @param {readonly string[]} packages */
function installDebianPackages(packages) {
  const isRoot = process.getuid?.() === 0;
  if (isRoot) {
    say(`installing Debian packages: ${packages.join(' ')}`);
    const updated = updateApt();
    if (!updated.ok) say(`the package lists could not be refreshed: ${updated.reason}`);
  }
  const { offered, refused } = findOffered(packages, readPolicy(packages));
  if (refused.length > 0) say(`this system does not offer ${refused.join(' ')}${adviceFor(refused)}`);
  if (offered.length === 0) return;
  if (!isRoot) {
    say(`some packages are missing. Type: ${aptCommand(offered)}`);
    return;
  }
  const { ok, reason } = installByApt(offered);
  if (!ok) say(`they could not be installed. Type: ${aptCommand(offered)}\n${reason}`);
}

/** @param {readonly string[]} refused */
function adviceFor(refused) {
  return refused.includes('chromium')
    ? '; Chromium is a snap on Ubuntu. Type: sudo snap install chromium (or install Google Chrome)'
    : '';
}

/**
 * What a person types on a system without apt; null when nothing is missing there.
 * @param {readonly Tool[]} missing
 * @param {NodeJS.Platform} platform
 * @returns {string | null}
 */
function commandFor(missing, platform) {
  if (platform === 'darwin')
    return typed(
      'brew install',
      missing.map(({ brew }) => brew),
    );
  if (platform === 'win32')
    return typed(
      'winget install',
      missing.map(({ winget }) => winget),
    );
  return missing.length === 0
    ? null
    : `Install with your package manager: ${missing.map(({ apt }) => apt).join(' ')}`;
}

/**
 * @param {string} command
 * @param {readonly string[]} packages
 */
function typed(command, packages) {
  const named = packages.filter((name) => name !== '');
  return named.length === 0 ? null : `Type: ${command} ${named.join(' ')}`;
}

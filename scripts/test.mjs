// @ts-check
/**
 * Runs every check of the repository, or those named: `npm test -- lint unit`. All run, whatever fails; the last line
 * counts them: each of lint, types and dead code is one, and so is each test.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { isOnPath } from './bootstrap/command.mjs';
import { nodeModules, repositoryRoot } from './bootstrap/paths.mjs';
import { findForbiddenSkips } from './testing/skips.mjs';

/** @typedef {import('./testing/reporter.ts').TestReport} TestReport */

// `biome ci` writes colours even into a file.
const colours = process.stdout.isTTY ? [] : ['--colors=off'];

/** @type {Record<string, string[][]>} */
const checks = {
  lint: [['biome', 'ci', ...colours, '.']],
  types: ['shared', 'node', 'web'].map((part) => ['tsc', '-p', `tsconfig.${part}.json`]),
  'dead-code': [['knip']],
};
const projects = ['unit', 'integration', 'e2e', 'packaged'];
const windowed = ['e2e', 'packaged'];

const known = [...Object.keys(checks), ...projects];
const named = process.argv.slice(2);
const unknown = named.filter((name) => !known.includes(name));
const isWanted = (/** @type {string} */ name) => named.length === 0 || named.includes(name);

if (unknown.length > 0) {
  print(`There is no check named ${unknown.join(', ')}. There are: ${known.join(', ')}`);
  process.exitCode = 2;
} else {
  runAll();
}

function runAll() {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const [name, commands] of Object.entries(checks).filter(([each]) => isWanted(each))) {
    print(`\n== ${name}`);
    // Every command runs, also after one that failed.
    const isGood = commands.map((command) => execute(command)).every(Boolean);
    total[isGood ? 'passed' : 'failed'] += 1;
  }
  const wantedProjects = projects.filter(isWanted);
  if (wantedProjects.length > 0) {
    print(`\n== ${wantedProjects.join(', ')}`);
    const { passed, failed, skipped } = runTests(wantedProjects);
    const forbidden = findForbiddenSkips(skipped, readAllowedSkips(), Boolean(process.env['CI']));
    for (const { test, reason } of forbidden)
      print(`must not be skipped here: ${test} (${reason || 'no reason'})`);
    total.passed += passed;
    total.failed += failed + forbidden.length;
    total.skipped += skipped.length - forbidden.length;
  }
  print(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  process.exitCode = total.failed === 0 ? 0 : 1;
}

/**
 * @param {readonly string[]} wanted
 * @returns {TestReport}
 */
function runTests(wanted) {
  const folder = mkdtempSync(join(tmpdir(), 'mimesis-test-'));
  const file = join(folder, 'report.json');
  const vitest = [
    ...['vitest', 'run', '--reporter=default', '--reporter=./scripts/testing/reporter.ts'],
    ...wanted.flatMap((name) => ['--project', name]),
  ];
  const needsDisplay =
    wanted.some((name) => windowed.includes(name)) && process.platform === 'linux' && !process.env['DISPLAY'];
  const command = needsDisplay && isOnPath('xvfb-run') ? ['xvfb-run', '-a', ...vitest] : vitest;
  try {
    const isGood = execute(command, { MIMESIS_TEST_REPORT: file });
    /** @type {TestReport} */
    const report = JSON.parse(readFileSync(file, 'utf8'));
    return isGood || report.failed > 0 ? report : { ...report, failed: 1 };
  } catch (error) {
    print(`vitest ended without a report: ${error instanceof Error ? error.message : error}`);
    return { passed: 0, failed: 1, skipped: [] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {readonly string[]} command
 * @param {Record<string, string>} [extraEnv]
 */
function execute([program = '', ...args], extraEnv = {}) {
  const path = `${join(nodeModules, '.bin')}${delimiter}${process.env['PATH'] ?? ''}`;
  const { status } = spawnSync(program, args, {
    cwd: repositoryRoot,
    stdio: 'inherit',
    env: { ...process.env, ...extraEnv, PATH: path },
    // Programs of npm packages are scripts on Windows.
    shell: process.platform === 'win32',
  });
  return status === 0;
}

/** @returns {{ reason: string, why: string }[]} */
function readAllowedSkips() {
  return JSON.parse(readFileSync(join(repositoryRoot, 'scripts/testing/allowed-skips.json'), 'utf8'));
}

/** @param {string} line */
function print(line) {
  process.stdout.write(`${line}\n`);
}

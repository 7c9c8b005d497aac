// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * @typedef {object} Outcome
 * @property {boolean} ok
 * @property {string} stdout
 * @property {string} reason Why it failed, at most a few lines; empty when it did not.
 */

const LAST_LINES = 6;

/**
 * Runs a program to its end and keeps what it prints.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number, show?: boolean }} [options]
 *   `show` passes the program's output on to the terminal instead.
 * @returns {Outcome}
 */
export function run(command, args, { cwd, env = process.env, timeoutMs, show = false } = {}) {
  const result = spawnSync(command, args, {
    cwd,
    env,
    timeout: timeoutMs,
    encoding: 'utf8',
    stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
  });
  const printed = (result.stderr || result.stdout || '').trim().split('\n').slice(-LAST_LINES).join('\n');
  const reason = result.error?.message ?? (printed || `it ended with ${result.signal ?? result.status}`);
  return { ok: result.status === 0, stdout: result.stdout ?? '', reason: result.status === 0 ? '' : reason };
}

/**
 * Runs npm with the Node that runs it already; under an npm script that is not the one that may just be replaced.
 * @param {readonly string[]} args
 * @param {{ cwd: string, show?: boolean }} options As for `run`.
 * @returns {Outcome}
 */
export function runNpm(args, options) {
  const { npm_execpath: npm, npm_node_execpath: node } = process.env;
  if (npm?.endsWith('.js') && node) return run(node, [npm, ...args], options);
  // npm is a script on Windows, which only its command interpreter starts.
  return process.platform === 'win32'
    ? run('cmd.exe', ['/d', '/c', 'npm', ...args], options)
    : run('npm', args, options);
}

/**
 * Whether a program can be started by its bare name.
 * @param {string} name
 * @returns {boolean}
 */
export function isOnPath(name) {
  const file = process.platform === 'win32' ? `${name}.exe` : name;
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .some((folder) => folder && existsSync(join(folder, file)));
}

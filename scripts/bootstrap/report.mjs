// @ts-check

/** Set-up cannot go on; the message says why and what to type. */
export class SetUpError extends Error {}

/**
 * One progress line for the person who waits.
 * @param {string} line
 */
export function say(line) {
  process.stdout.write(`set-up: ${line}\n`);
}

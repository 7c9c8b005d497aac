import { resolve } from 'node:path';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { MimesisError } from '#shared/contract/index.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** Options and positional arguments of a command. Throws `usage` for anything unknown. */
export function readArguments<const Given extends Options>(args: string[], options: Given) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new MimesisError('usage', error instanceof Error ? error.message : String(error), {
      remedy: 'Run the command with --help.',
      cause: error,
    });
  }
}

/** A path as the user meant it: npm runs scripts in the package's folder and names the user's in INIT_CWD. */
export function userPath(path: string): string {
  return resolve(process.env['npm_lifecycle_event'] ? (process.env['INIT_CWD'] ?? '.') : '.', path);
}

/** A whole number from `min` to `max`. Throws `usage`. */
export function readCount(text: string, name: string, min: number, max = Number.POSITIVE_INFINITY): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= min && count <= max) return count;
  const range = max === Number.POSITIVE_INFINITY ? `from ${min} on` : `from ${min} to ${max}`;
  throw new MimesisError('usage', `${name} must be a whole number ${range}, not "${text}".`);
}

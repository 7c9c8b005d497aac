import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TestContext } from 'vitest';
import { z } from 'zod';
import { requireShared } from '../../../../../scripts/testing/shared.ts';

const run = promisify(execFile);

export const FACE_SKELETON = '/Game/MetaHumans/Common/Face/Face_Archetype_Skeleton';

const callsSchema = z.array(
  z.object({
    /** Class and member. */
    call: z.string(),
    /** Content path or class of what it was called on. */
    on: z.string(),
    arguments: z.record(z.string(), z.unknown()),
  }),
);
export type Call = z.infer<typeof callsSchema>[number];

export interface EditorRun {
  readonly script: string;
  readonly args?: readonly string[];
  /** How often the script runs in the same editor. */
  readonly runs?: number;
  /** Class of each asset in the project, by content path; the face skeleton alone unless told. */
  readonly assets?: Readonly<Record<string, string>>;
}

/** Python 3 without bytecode files beside the scripts. */
export const python = (args: readonly string[]) => run('python3', ['-B', ...args]);

/**
 * Runs a script in the double of Unreal's editor and gives what it printed and every call that it made, in order. Rejects
 * with the script's own error. `folder` is for temporary files.
 */
export async function runInEditor(
  context: TestContext,
  folder: string,
  { script, args = [], runs = 1, assets = { [FACE_SKELETON]: 'Skeleton' } }: EditorRun,
): Promise<{ stdout: string; calls: Call[] }> {
  const api = requireShared(context, 'reference/unreal-api.json');
  const callsFile = join(folder, 'calls.json');
  const double = join(import.meta.dirname, 'run_in_double.py');
  const { stdout } = await python([
    double,
    api,
    callsFile,
    JSON.stringify({ runs, assets }),
    script,
    ...args,
  ]);
  return { stdout, calls: callsSchema.parse(JSON.parse(await readFile(callsFile, 'utf8'))) };
}

import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { MimesisError } from '#shared/contract/index.ts';
import { BatchRunner } from '../host/batch/index.ts';
import { startHost } from '../host/host.ts';
import { readSettings } from '../host/settings.ts';
import { Workspace } from '../host/store/index.ts';
import { readArguments, userPath } from './arguments.ts';
import { log } from './output.ts';
import { announceUntilInterrupted } from './serve.ts';
import { trackWith } from './track.ts';

/** Videos beside a development checkout, tracked when nothing else is named. */
const trialFolder = resolve(import.meta.dirname, '../../../shared/media');

/** `mimesis start [PATH]`: tracks PATH, then keeps the host up and prints its address. */
export async function start(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, { workspace: { type: 'string' } });
  const [named, ...more] = positionals;
  if (more.length > 0) throw new MimesisError('usage', 'Name one manifest, folder or video.');
  const input = named === undefined ? (existsSync(trialFolder) ? trialFolder : undefined) : userPath(named);
  if (input === undefined) log('Nothing to track. Name a video, folder or manifest: npm start -- PATH');
  const { workspaceFolder, postprocess } = readSettings();
  const workspace = Workspace.open(userPath(values.workspace ?? workspaceFolder));
  try {
    const runner = await BatchRunner.open(workspace, { workers: availableParallelism(), postprocess });
    const host = await startHost(workspace, runner, 0);
    try {
      const exitCode = await trackWith(runner, workspace, { input, resume: false, json: false });
      if (exitCode === 130) return exitCode;
      await announceUntilInterrupted(host);
    } finally {
      await host.close();
    }
  } finally {
    workspace.close();
  }
  return 0;
}

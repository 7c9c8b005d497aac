import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { makeTestClip } from '../../../scripts/testing/clips.ts';
import {
  childrenOf,
  descendantsOf,
  requireProcessList,
  stillRunning,
} from '../../../scripts/testing/processes.ts';
import { type CliOutcome, CliProcess, eventsNamed, runCli } from '../../../scripts/testing/runCli.ts';
import { temporaryFolder } from '../../../scripts/testing/temporaryFolder.ts';
import { findTornFiles, queryWorkspace } from '../../../scripts/testing/workspaceFiles.ts';

/** A folder of clips, each of which takes a second or more to track, and a place for the workspace. */
function makeBatch(clips: number) {
  const folder = temporaryFolder();
  for (let i = 1; i <= clips; i++) makeTestClip(join(folder, `${i}.mp4`), 20 + i);
  return { folder, workspace: join(folder, 'workspace') };
}

const words = (outcome: Pick<CliOutcome, 'events'>, name: string): unknown[] =>
  eventsNamed(outcome, name).map(({ word }) => word);

function killWorkers(cli: CliProcess): void {
  for (const worker of childrenOf(cli.pid)) process.kill(worker, 'SIGKILL');
}

describe('a batch', () => {
  it('survives the kill of a worker and then of itself: nothing is lost, torn or tracked twice', async (context) => {
    requireProcessList(context);
    const { folder, workspace } = makeBatch(4);
    const cli = new CliProcess(['track', folder, '--workspace', workspace, '--workers', '2', '--json']);

    await cli.event(({ event }) => event === 'progress');
    for (const worker of childrenOf(cli.pid).slice(0, 1)) process.kill(worker, 'SIGKILL');
    const retry = await cli.event(({ event }) => event === 'retry');
    expect(retry['error']).toMatchObject({
      kind: 'worker_died',
      message: expect.stringContaining('SIGKILL'),
    });
    await cli.event(({ event }) => event === 'done');

    // Some are done, some are being tracked, some wait.
    const below = descendantsOf(cli.pid);
    expect(below.length).toBeGreaterThanOrEqual(2);
    cli.kill('SIGKILL');
    const killed = await cli.ended;
    expect(killed.exitCode).toBe(null);
    await vi.waitFor(() => expect(stillRunning(below)).toEqual([]), { timeout: 10_000, interval: 50 });

    const resumed = await runCli(['track', '--resume', '--workspace', workspace, '--json']);
    expect({ exitCode: resumed.exitCode, stderr: resumed.stderr }).toEqual({ exitCode: 0, stderr: '' });
    const done = [...words(killed, 'done'), ...words(resumed, 'done')];
    expect(done.sort()).toEqual(['1', '2', '3', '4']);
    expect(words(resumed, 'done').length).toBeGreaterThan(0);
    expect(resumed.events.at(-1)).toMatchObject({ counts: { done: 4, queued: 0, processing: 0, failed: 0 } });
    expect(queryWorkspace(workspace, 'SELECT video_id FROM tracks')).toHaveLength(4);
    expect(findTornFiles(workspace)).toEqual([]);
  });

  it('gives up a video that kills its worker twice, and goes on with the others', async (context) => {
    requireProcessList(context);
    const { folder, workspace } = makeBatch(2);
    const cli = new CliProcess(['track', folder, '--workspace', workspace, '--workers', '1', '--json']);
    await cli.event(({ event }) => event === 'progress');
    killWorkers(cli);
    await cli.event(({ event, attempt }) => event === 'started' && attempt === 2);
    await vi.waitUntil(() => childrenOf(cli.pid).length > 0);
    killWorkers(cli);
    const outcome = await cli.ended;
    expect(outcome.exitCode).toBe(1);
    expect(words(outcome, 'done')).toEqual(['2']);
    expect(outcome.events.at(-1)).toMatchObject({
      counts: { done: 1, failed: 1 },
      failures: [{ word: '1', status: 'failed', error_kind: 'worker_died', remedy: expect.any(String) }],
    });
    expect(findTornFiles(workspace)).toEqual([]);
  });

  it('that is interrupted gives its unfinished jobs back to the queue', async (context) => {
    requireProcessList(context);
    const { folder, workspace } = makeBatch(2);
    const cli = new CliProcess(['track', folder, '--workspace', workspace, '--workers', '1', '--json']);
    await cli.event(({ event }) => event === 'progress');
    const below = descendantsOf(cli.pid);
    cli.kill('SIGINT');
    const { exitCode, events } = await cli.ended;
    expect(exitCode).toBe(130);
    expect(events.at(-1)).toMatchObject({
      event: 'summary',
      counts: { queued: 2, processing: 0, failed: 0 },
    });
    await vi.waitFor(() => expect(stillRunning(below)).toEqual([]), { timeout: 10_000, interval: 50 });
    expect(queryWorkspace(workspace, 'SELECT sum(attempts) AS attempts FROM jobs')).toEqual([
      { attempts: 0 },
    ]);
    expect(findTornFiles(workspace)).toEqual([]);
  });
});

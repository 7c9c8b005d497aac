import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cutClip } from '../../../scripts/testing/clips.ts';
import { CliProcess, runCli } from '../../../scripts/testing/runCli.ts';
import { requireShared } from '../../../scripts/testing/shared.ts';
import { requireSmallDisk } from '../../../scripts/testing/smallDisk.ts';
import { temporaryFolder } from '../../../scripts/testing/temporaryFolder.ts';
import { findTornFiles, queryWorkspace } from '../../../scripts/testing/workspaceFiles.ts';

const DISK_BYTES = 4 * 2 ** 20;

describe('a disk that is full', () => {
  it('in mid batch fails the rest with that reason, and --resume finishes once there is room', async (context) => {
    const sign = requireShared(context, 'media/sign-clip.mp4');
    const disk = requireSmallDisk(context, DISK_BYTES);
    const folder = temporaryFolder();
    for (const [i, seconds] of [0.2, 0.3, 0.25].entries())
      cutClip(sign, join(folder, `${i + 1}.mp4`), seconds);
    const workspace = join(disk.folder, 'workspace');

    const cli = new CliProcess(['track', folder, '--workspace', workspace, '--workers', '1', '--json']);
    await cli.event(({ event, word }) => event === 'started' && word === '2');
    disk.fill();
    const filled = await cli.ended;
    expect({ exitCode: filled.exitCode, stderr: filled.stderr }).toEqual({ exitCode: 1, stderr: '' });
    expect(filled.events.at(-1)).toMatchObject({ counts: { done: 1, failed: 2, queued: 0, processing: 0 } });
    const jobs =
      'SELECT word, status, error, error_kind, error_remedy FROM jobs JOIN videos ON videos.id = video_id';
    const full = {
      status: 'failed',
      error: 'The track cannot be written: the disk is full.',
      error_kind: 'disk_full',
      error_remedy: expect.stringContaining('--resume'),
    };
    expect(queryWorkspace(workspace, `${jobs} ORDER BY word`)).toEqual([
      { word: '1', status: 'done', error: null, error_kind: null, error_remedy: null },
      { word: '2', ...full },
      { word: '3', ...full },
    ]);
    expect(findTornFiles(workspace)).toEqual([]);

    disk.clear();
    const resumed = await runCli(['track', '--resume', '--workspace', workspace, '--json']);
    expect({ exitCode: resumed.exitCode, stderr: resumed.stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(resumed.events.at(-1)).toMatchObject({ counts: { done: 3, failed: 0 }, videos_tracked: 2 });
    expect(findTornFiles(workspace)).toEqual([]);
  });

  it('from the start is reported plainly, and nothing is half recorded', async (context) => {
    const video = requireShared(context, 'media/pose.jpg');
    const disk = requireSmallDisk(context, DISK_BYTES);
    const workspace = join(disk.folder, 'workspace');
    const command = ['track', video, '--workspace', workspace, '--json'];
    disk.fill();
    const unopened = await runCli(command);
    expect(unopened.exitCode).toBe(1);
    expect(unopened.stderr).toMatch(/disk is full\.\n {2}Free some space/);

    disk.clear();
    mkdirSync(workspace, { recursive: true });
    expect((await runCli(['track', '--resume', '--workspace', workspace])).exitCode).toBe(0);
    disk.fill();
    const unrecorded = await runCli(command);
    expect(unrecorded.exitCode).toBe(1);
    expect(unrecorded.stderr).toMatch(/disk is full\.\n {2}Free some space/);
    disk.clear();
    expect(queryWorkspace(workspace, 'SELECT * FROM jobs')).toEqual([]);
    expect((await runCli(command)).exitCode).toBe(0);
  });
});

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cutClip, ffmpeg, makeTestClip } from '../../../scripts/testing/clips.ts';
import { runCli } from '../../../scripts/testing/runCli.ts';
import { requireShared } from '../../../scripts/testing/shared.ts';
import { temporaryFolder } from '../../../scripts/testing/temporaryFolder.ts';
import { findTornFiles, queryWorkspace } from '../../../scripts/testing/workspaceFiles.ts';

/** The middle half of a file written over with other bytes. */
function overwriteMiddle(content: Buffer): Buffer {
  const damaged = Buffer.from(content);
  for (let i = content.length >> 2; i < (content.length * 3) >> 2; i++) damaged[i] = (i * 7) & 255;
  return damaged;
}

describe('a folder with bad files', () => {
  it('has each failed for its own plain reason, and the good one done', async (context) => {
    const folder = temporaryFolder();
    const workspace = join(folder, 'workspace');
    const file = (name: string): string => join(folder, name);
    cutClip(requireShared(context, 'media/sign-clip.mp4'), file('good.mp4'), 0.5);
    const good = readFileSync(file('good.mp4'));
    writeFileSync(file('overwritten.mp4'), overwriteMiddle(good));
    writeFileSync(file('cut-short.mp4'), good.subarray(0, good.length / 2));
    ffmpeg('-i', file('good.mp4'), '-c', 'copy', '-movflags', '+faststart', file('tail-lost.mp4'));
    writeFileSync(file('tail-lost.mp4'), readFileSync(file('tail-lost.mp4')).subarray(0, good.length / 2));
    writeFileSync(file('empty.mp4'), '');
    writeFileSync(file('text.mp4'), 'These are words.\n');
    mkdirSync(file('x.mp4'));
    ffmpeg('-f', 'lavfi', '-i', 'sine=duration=1', file('sound.mp4'));

    const { exitCode, events, stderr } = await runCli(['track', folder, '--workspace', workspace, '--json']);
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '' });
    expect(events.at(-1)).toMatchObject({
      counts: { done: 1, failed: 7, queued: 0, processing: 0, missing_file: 0 },
    });
    const jobs = queryWorkspace(
      workspace,
      `SELECT videos.word, status, error_kind, error, error_remedy FROM jobs JOIN videos ON videos.id = video_id
       ORDER BY videos.word`,
    );
    const failed = (word: string, kind: string, reason: RegExp) => ({
      word,
      status: 'failed',
      error_kind: kind,
      error: expect.stringMatching(reason),
      error_remedy: expect.any(String),
    });
    expect(jobs).toEqual([
      failed('cut-short', 'unreadable_media', /^The video cannot be read: Invalid data found/),
      failed('empty', 'empty_file', /empty\.mp4 is empty \(0 bytes\)\.$/),
      { word: 'good', status: 'done', error_kind: null, error: null, error_remedy: null },
      failed(
        'overwritten',
        'unreadable_media',
        /^The video (is damaged|cannot be read: Error while decoding)/,
      ),
      failed('sound', 'unreadable_media', /^The file has no picture track\.$/),
      failed('tail-lost', 'unreadable_media', /^The video is damaged: only \d+ of \d+ frames can be read\.$/),
      failed('text', 'unreadable_media', /^The video cannot be read: Invalid data found/),
      failed('x', 'not_a_file', /x\.mp4 is a folder\.$/),
    ]);
    expect(findTornFiles(workspace)).toEqual([]);
  });

  it('is finished with --resume once the files are mended', async () => {
    const folder = temporaryFolder();
    const workspace = join(folder, 'workspace');
    const clips = ['damaged', 'empty', 'missing', 'vanished'];
    const file = (name: string): string => join(folder, `${name}.mp4`);
    writeFileSync(
      join(folder, 'list.csv'),
      `word,path\n${clips.map((name) => `${name},${name}.mp4`).join('\n')}`,
    );
    writeFileSync(file('damaged'), 'not a video');
    writeFileSync(file('empty'), '');
    writeFileSync(file('vanished'), 'seen once, and gone when its turn comes again');
    const first = await runCli(['track', join(folder, 'list.csv'), '--workspace', workspace, '--json']);
    expect(first.exitCode).toBe(1);

    rmSync(file('vanished'));
    const unmended = await runCli(['track', '--resume', '--workspace', workspace, '--json']);
    expect(unmended.exitCode).toBe(1);
    expect(unmended.events.at(-1)).toMatchObject({
      counts: { failed: 2, missing_file: 2 },
      failures: [
        { word: 'damaged', status: 'failed', error_kind: 'unreadable_media', remedy: expect.any(String) },
        { word: 'empty', status: 'failed', error_kind: 'empty_file', remedy: expect.any(String) },
        { word: 'missing', status: 'missing_file', error_kind: 'missing_file' },
        { word: 'vanished', status: 'missing_file', error_kind: 'missing_file' },
      ],
    });

    for (const [i, name] of clips.entries()) makeTestClip(file(name), 3 + i);
    const mended = await runCli(['track', '--resume', '--workspace', workspace, '--json']);
    expect(mended.events.at(-1)).toMatchObject({
      counts: { done: 4, failed: 0, missing_file: 0 },
      failures: [],
    });
    expect(mended.exitCode).toBe(0);
    expect(findTornFiles(workspace)).toEqual([]);
  });
});

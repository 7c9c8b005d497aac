import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { ffmpeg, frameTimes } from '../../../scripts/testing/clips.ts';
import { temporaryFolder } from '../../../scripts/testing/temporaryFolder.ts';
import { Workspace } from '../store/index.ts';
import { EVERY_JOB } from '../store/testing/everyJob.ts';
import { ClipDesk } from './clipDesk.ts';

let folder = '';
let workspace: Workspace;
let progress: number[];
let desk: ClipDesk;

beforeEach(() => {
  folder = temporaryFolder();
  workspace = Workspace.open(join(folder, 'workspace'));
  progress = [];
  desk = new ClipDesk({
    workspace,
    offer: (file) => `/offered${file}`,
    onProgress: (_jobId, done) => progress.push(done),
  });
  onTestFinished(async () => {
    await desk.close();
    workspace.close();
  });
});

/** A clip of `seconds` in a codec that no browser plays, whose first picture comes late. */
function addVideo(name: string, seconds = 1): string {
  const file = join(folder, name);
  const picture = `testsrc2=size=322x240:rate=25:duration=${seconds}`;
  ffmpeg('-f', 'lavfi', '-i', picture, '-c:v', 'mpeg4', '-output_ts_offset', '0.4', file);
  return addFile(file);
}

function addFile(path: string): string {
  const filename = path.slice(folder.length + 1);
  const sha1 = createHash('sha1').update(readFileSync(path)).digest('hex');
  workspace.clips.storeAll([{ word: 'hei', path, filename, file: { kind: 'ready', sha1 } }]);
  return workspace.jobs.page(EVERY_JOB).jobs[0]?.id ?? '';
}

describe('opening a clip', () => {
  it('tells of its video, and that it has no track yet', async () => {
    const view = await desk.open(addVideo('late.mkv'));
    expect(view).toMatchObject({ job: { word: 'hei', status: 'queued' }, track: null });
    expect(view.file).toBe(join(folder, 'late.mkv'));
    expect(view.video).toEqual({
      path: `/offered${folder}/late.mkv`,
      width: 322,
      height: 240,
      fps: 25,
      durationSeconds: expect.any(Number),
      codec: 'mpeg4',
      firstFrameSeconds: 0.4,
    });
  });

  it('goes on without a video where the file is gone or is none', async () => {
    const job = addVideo('late.mkv');
    rmSync(join(folder, 'late.mkv'));
    expect((await desk.open(job)).video).toBeNull();
    writeFileSync(join(folder, 'late.mkv'), 'no video');
    expect((await desk.open(job)).video).toBeNull();
  });

  it('refuses a clip that is not there', async () => {
    await expect(desk.open('b8f5d0a4-5d1c-4c0a-9a51-0d7b4f9a8a11')).rejects.toMatchObject({ kind: 'usage' });
  });
});

describe('a playable copy', () => {
  it('has every picture at its own time', async () => {
    const job = addVideo('late.mkv');
    const { path, firstFrameSeconds } = await desk.playableCopy(job);
    const copied = frameTimes(path.replace('/offered', ''));
    const own = frameTimes(join(folder, 'late.mkv'));
    expect(copied.length).toBe(own.length);
    for (const [i, time] of copied.entries()) {
      expect(time - firstFrameSeconds).toBeCloseTo((own[i] ?? 0) - (own[0] ?? 0), 3);
    }
    expect(progress.every((done) => done >= 0 && done <= 1)).toBe(true);
  });

  it('is made once, also when it is asked for twice', async () => {
    const job = addVideo('late.avi');
    const [first, second] = await Promise.all([desk.playableCopy(job), desk.playableCopy(job)]);
    expect(second).toEqual(first);
    expect(await desk.playableCopy(job)).toEqual(first);
  });

  it('fails in plain words for a file that is no video, and leaves nothing', async () => {
    const path = join(folder, 'note.mp4');
    writeFileSync(path, 'no video');
    const job = addFile(path);
    await expect(desk.playableCopy(job)).rejects.toMatchObject({ kind: 'unreadable_media' });
    expect(copiesIn(workspace)).toEqual([]);
  });

  it('is not made of a file that has changed since it was added', async () => {
    const job = addVideo('changed.mkv');
    appendFileSync(join(folder, 'changed.mkv'), 'more');
    await expect(desk.playableCopy(job)).rejects.toMatchObject({ kind: 'changed_file' });
    expect(copiesIn(workspace)).toEqual([]);
  });

  it('is not begun by a host that ends', async () => {
    const making = desk.playableCopy(addVideo('late.mkv', 60));
    const failed = expect(making).rejects.toMatchObject({ name: 'AbortError' });
    await desk.close();
    await failed;
    expect(copiesIn(workspace)).toEqual([]);
  });

  it('is given up when the host ends, and leaves nothing', async () => {
    const making = desk.playableCopy(addVideo('long.mkv', 60));
    const failed = expect(making).rejects.toMatchObject({ name: 'AbortError' });
    await expect.poll(() => progress.length, { timeout: 20_000 }).toBeGreaterThan(0);
    await desk.close();
    await failed;
    expect(copiesIn(workspace)).toEqual([]);
  });
});

function copiesIn({ folder }: Workspace): string[] {
  const copies = join(folder, 'cache/playable');
  return existsSync(copies) ? readdirSync(copies) : [];
}

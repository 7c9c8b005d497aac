import { copyFileSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, type TestContext } from 'vitest';
import { cutClip } from '../../scripts/testing/clips.ts';
import { type CliOutcome, eventsNamed, runCli } from '../../scripts/testing/runCli.ts';
import { requireShared } from '../../scripts/testing/shared.ts';
import { findTornFiles, queryWorkspace, type Row, readTrack } from '../../scripts/testing/workspaceFiles.ts';

/** Frames of sign-clip.mp4 in which a hand is in view, by eye: in the others no more than finger tips at the edge. */
const HAND_IN_VIEW = { first: 13, last: 46 };

const MANIFEST = [
  'ord;local_path',
  'blåbær;sign-clip.mp4',
  'blåbær;sign-clip.mp4',
  'øre;kopi/ørepynt.mp4',
  'blåbær;kopi/ørepynt.mp4',
  'ære;pose.mp4',
  'borte;finnes-ikke.mp4',
  'ødelagt;pose.mp4;for mye',
  ';pose.mp4',
].join('\r\n');

interface Tracked {
  readonly workspace: string;
  readonly first: CliOutcome;
  /** The same command again. */
  readonly second: CliOutcome;
  readonly rowsBetween: Row[];
  readonly trackTimes: readonly number[];
}

const TABLES = ['videos', 'clips', 'jobs', 'tracks'] as const;
const folders: string[] = [];
let tracked: Promise<Tracked> | undefined;

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** Tracks the manifest twice, once for all tests of this file. */
function trackManifest(context: TestContext): Promise<Tracked> {
  const sign = requireShared(context, 'media/sign-clip.mp4');
  const pose = requireShared(context, 'media/pose-clip.mp4');
  tracked ??= (async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mimesis-manifest-'));
    folders.push(folder);
    mkdirSync(join(folder, 'kopi'));
    copyFileSync(sign, join(folder, 'sign-clip.mp4'));
    copyFileSync(sign, join(folder, 'kopi/ørepynt.mp4'));
    cutClip(pose, join(folder, 'pose.mp4'), 0.2);
    const manifest = join(folder, 'tegn.csv');
    writeFileSync(manifest, `\uFEFF${MANIFEST}`);
    const workspace = join(folder, 'workspace');
    const command = ['track', manifest, '--workspace', workspace, '--json'];
    const first = await runCli(command);
    const rowsBetween = allRows(workspace);
    const trackTimes = trackTimesOf(workspace);
    const second = await runCli(command);
    return { workspace, first, second, rowsBetween, trackTimes };
  })();
  return tracked;
}

const allRows = (workspace: string): Row[] =>
  TABLES.flatMap((table) => queryWorkspace(workspace, `SELECT * FROM ${table} ORDER BY id`));

const trackTimesOf = (workspace: string): number[] =>
  queryWorkspace(workspace, 'SELECT data_path FROM tracks ORDER BY id').map(
    (row) => statSync(join(workspace, String(row['data_path']))).mtimeMs,
  );

function readSignTrack(workspace: string) {
  const [row] = queryWorkspace(
    workspace,
    "SELECT data_path FROM tracks JOIN videos ON videos.id = video_id WHERE filename = 'sign-clip.mp4'",
  );
  return readTrack(join(workspace, String(row?.['data_path'])));
}

describe('tracking a manifest', () => {
  it('reports what it read, malformed rows by their line, and ends well', async (context) => {
    const { first } = await trackManifest(context);
    expect({ exitCode: first.exitCode, stderr: first.stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(first.events[0]).toEqual({
      event: 'ingested',
      entries: 6,
      created: 4,
      reused: 2,
      missing: 1,
      unusable: 0,
      problems: [
        { line: 8, message: 'The row has 3 fields, the header has 2.' },
        { line: 9, message: 'The word is empty.' },
      ],
    });
    expect(first.events.at(-1)).toMatchObject({
      event: 'summary',
      counts: { queued: 0, processing: 0, done: 3, failed: 0, missing_file: 1 },
      videos_tracked: 2,
      face: { tracked: true },
      failures: [{ status: 'missing_file', word: 'borte', error_kind: 'missing_file' }],
    });
  });

  it('stores a clip for each word of a video, and tracks the video once', async (context) => {
    const { first, workspace } = await trackManifest(context);
    const jobs = queryWorkspace(
      workspace,
      `SELECT clips.word, videos.filename, jobs.status, jobs.frames, jobs.error_kind FROM jobs
       JOIN clips ON clips.id = jobs.clip_id JOIN videos ON videos.id = jobs.video_id ORDER BY jobs.rowid`,
    );
    expect(jobs).toEqual([
      { word: 'blåbær', filename: 'sign-clip.mp4', status: 'done', frames: 58, error_kind: null },
      { word: 'øre', filename: 'sign-clip.mp4', status: 'done', frames: 58, error_kind: null },
      { word: 'ære', filename: 'pose.mp4', status: 'done', frames: expect.any(Number), error_kind: null },
      {
        word: 'borte',
        filename: 'finnes-ikke.mp4',
        status: 'missing_file',
        frames: null,
        error_kind: 'missing_file',
      },
    ]);
    expect(queryWorkspace(workspace, 'SELECT id FROM videos')).toHaveLength(3);
    expect(
      eventsNamed(first, 'done')
        .map(({ video_id }) => video_id)
        .sort(),
    ).toEqual(
      queryWorkspace(workspace, 'SELECT video_id FROM tracks ORDER BY video_id').map(
        (row) => row['video_id'],
      ),
    );
    expect(findTornFiles(workspace)).toEqual([]);
  });

  it('changes nothing when it is run again', async (context) => {
    const { second, workspace, rowsBetween, trackTimes } = await trackManifest(context);
    expect(second.exitCode).toBe(0);
    expect(second.events.map(({ event }) => event)).toEqual(['ingested', 'begin', 'summary']);
    expect(second.events[0]).toMatchObject({ entries: 6, created: 0, reused: 6, missing: 1 });
    expect(second.events[1]).toEqual({ event: 'begin', queued: 0 });
    expect(allRows(workspace)).toEqual(rowsBetween);
    expect(trackTimesOf(workspace)).toEqual(trackTimes);
  });

  it("keeps the tracker specification's tables, columns and indexes", async (context) => {
    const { workspace } = await trackManifest(context);
    const columns = Object.fromEntries(
      TABLES.map((table) => [
        table,
        queryWorkspace(workspace, `PRAGMA table_info(${table})`).map((row) => row['name']),
      ]),
    );
    expect(columns['videos']).toEqual(
      expect.arrayContaining(
        'id word filename remote_url local_path sha1 duration_s fps width height created_at'.split(' '),
      ),
    );
    expect(columns['jobs']).toEqual(
      expect.arrayContaining(
        'id video_id status error started_at finished_at quality_score frames export_path created_at'.split(
          ' ',
        ),
      ),
    );
    expect(columns['tracks']).toEqual(
      expect.arrayContaining('id video_id provider format_version data_path created_at'.split(' ')),
    );
    const indexes = queryWorkspace(
      workspace,
      "SELECT m.name || ' ' || i.name AS indexed FROM sqlite_schema m, pragma_index_info(m.name) i WHERE m.type = 'index'",
    );
    expect(indexes.map((row) => row['indexed'])).toEqual(
      expect.arrayContaining([
        'idx_videos_word word',
        'idx_videos_filename filename',
        'idx_jobs_status status',
        'idx_jobs_video_id video_id',
        'idx_tracks_video_id video_id',
      ]),
    );
    const ids = TABLES.flatMap((table) => queryWorkspace(workspace, `SELECT id FROM ${table}`));
    for (const { id } of ids) expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });

  it('finds face, body and hands of a signer', async (context) => {
    const { workspace } = await trackManifest(context);
    const { header, frames } = readSignTrack(workspace);
    expect(header.video).toMatchObject({ filename: 'sign-clip.mp4', width: 540, height: 720 });
    expect(header.provider.channels).toEqual(['pose', 'hands', 'face']);
    expect(frames).toHaveLength(58);
    expect(frames.filter(({ pose }) => pose !== null)).toHaveLength(58);
    expect(frames.filter(({ face }) => face !== null).length / 58).toBeGreaterThanOrEqual(0.95);
    const inView = frames.slice(HAND_IN_VIEW.first, HAND_IN_VIEW.last + 1);
    const withHand = inView.filter(({ hands }) => hands.left !== null || hands.right !== null);
    expect(withHand.length / inView.length).toBeGreaterThanOrEqual(0.8);
  });
});

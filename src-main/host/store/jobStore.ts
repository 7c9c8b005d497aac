import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { QualityReport } from '#shared/body/index.ts';
import { type ErrorInfo, type JobQuery, type JobStatus, jobStatusSchema } from '#shared/contract/index.ts';
import { ioError } from '../files/index.ts';
import type { SqliteDatabase } from './database.ts';
import { type JobRecord, jobRecordSchema, type TrackedClip, trackedClipSchema } from './records.ts';

export interface FinishedTrack {
  readonly provider: string;
  readonly formatVersion: string;
  readonly dataPath: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly frames: number;
  readonly quality: QualityReport;
  readonly video: {
    readonly durationSeconds: number;
    readonly fps: number;
    readonly width: number;
    readonly height: number;
  };
}

export interface ClipSelection {
  readonly word?: string | undefined;
  readonly videoId?: string | undefined;
}

/**
 * The queue of tracking jobs, as the batch engine sees it. A video is tracked once, however many clips it carries: its
 * jobs finish or fail together.
 */
export interface JobStore {
  /** Takes the oldest queued job whose video nobody works on, under a lease. */
  claim(owner: string, leaseSeconds: number): JobRecord | undefined;
  /** The video's track is durable: all its jobs are done. */
  finish(job: JobRecord, track: FinishedTrack): void;
  /** The video is known to have a track already. */
  finishFromTrack(job: JobRecord): boolean;
  /** All open jobs of the video have failed or, with the error `missing_file`, have lost their file. */
  fail(job: JobRecord, error: ErrorInfo): void;
  /** Gives the job back to the queue, with so many attempts counted against its video. */
  release(job: JobRecord, attempts: number): void;
  /** Work that a dead process has left behind goes back to the queue. Returns how many jobs. Throws `disk_full`, `io`. */
  recoverOrphans(): number;
  /** Jobs that ended without a track: failed, or their file was missing. */
  unsuccessful(): JobRecord[];
  count(): Record<JobStatus, number>;
  /** The part of the list that a query asks for, and how many jobs it finds in all. */
  page(query: JobQuery): { total: number; jobs: JobRecord[] };
  find(id: string): JobRecord | undefined;
  ofVideo(videoId: string): JobRecord[];
  trackedClips(selection: ClipSelection): TrackedClip[];
  setExportPath(clip: TrackedClip, path: string): void;
}

const JOB_COLUMNS = `
  jobs.id, jobs.status, clips.word, jobs.video_id AS videoId, jobs.clip_id AS clipId, videos.filename,
  videos.remote_url AS remoteUrl, videos.local_path AS path, videos.sha1, jobs.error, jobs.error_kind AS errorKind, jobs.error_remedy AS errorRemedy,
  jobs.attempts, jobs.quality_score AS qualityScore, jobs.frames`;
const JOBS = 'FROM jobs JOIN clips ON clips.id = jobs.clip_id JOIN videos ON videos.id = jobs.video_id';

const NOW = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')";
const CLEAR_LEASE = 'lease_owner = NULL, lease_expires_at = NULL';

export class SqliteJobStore implements JobStore {
  readonly #database: SqliteDatabase;

  constructor(database: SqliteDatabase) {
    this.#database = database;
    // SQLite itself knows the case of the letters A to Z only.
    database.function('lower_case', { deterministic: true }, (text: unknown) => String(text).toLowerCase());
  }

  claim(owner: string, leaseSeconds: number): JobRecord | undefined {
    const claim = this.#database.prepare(
      `UPDATE jobs SET status = 'processing', attempts = attempts + 1, started_at = ${NOW}, finished_at = NULL,
         lease_owner = ?, lease_expires_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now', ? || ' seconds')
       WHERE id = (
         SELECT id FROM jobs AS next WHERE status = 'queued' AND NOT EXISTS (
           SELECT 1 FROM jobs AS busy WHERE busy.video_id = next.video_id AND busy.status = 'processing')
         ORDER BY created_at, rowid LIMIT 1)
       RETURNING id`,
    );
    // In a transaction of its own: on a full disk the row comes back all the same, and only the commit tells.
    const claimed = this.#database.transaction(() => claim.get(owner, leaseSeconds))();
    if (claimed === undefined) return undefined;
    const { id } = z.object({ id: z.string() }).parse(claimed);
    return this.find(id);
  }

  finish(job: JobRecord, track: FinishedTrack): void {
    this.#database.transaction(() => {
      this.#database
        .prepare(
          `INSERT INTO tracks (id, video_id, provider, format_version, data_path, sha256, bytes, frames, quality)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
           ON CONFLICT (video_id) DO UPDATE SET provider = excluded.provider, format_version = excluded.format_version,
             data_path = excluded.data_path, sha256 = excluded.sha256, bytes = excluded.bytes, frames = excluded.frames,
             quality = excluded.quality, created_at = ${NOW}`,
        )
        .run(
          randomUUID(),
          job.videoId,
          track.provider,
          track.formatVersion,
          track.dataPath,
          track.sha256,
          track.bytes,
          track.frames,
          JSON.stringify(track.quality),
        );
      const { durationSeconds, fps, width, height } = track.video;
      this.#database
        .prepare('UPDATE videos SET duration_s = ?, fps = ?, width = ?, height = ? WHERE id = ?')
        .run(durationSeconds, fps, width, height, job.videoId);
      this.#markDone(job, track.quality.score, track.frames);
    })();
  }

  finishFromTrack(job: JobRecord): boolean {
    const track = this.#database
      .prepare("SELECT frames, json_extract(quality, '$.score') AS score FROM tracks WHERE video_id = ?")
      .get(job.videoId);
    if (track === undefined) return false;
    const { frames, score } = z.object({ frames: z.int(), score: z.number() }).parse(track);
    this.#markDone(job, score, frames);
    return true;
  }

  fail(job: JobRecord, error: ErrorInfo): void {
    this.#database
      .prepare(
        `UPDATE jobs SET status = ?, error = ?, error_kind = ?, error_remedy = ?, finished_at = ${NOW}, ${CLEAR_LEASE}
         WHERE video_id = ? AND status IN ('queued', 'processing')`,
      )
      .run(
        error.kind === 'missing_file' ? 'missing_file' : 'failed',
        error.message,
        error.kind,
        error.remedy ?? null,
        job.videoId,
      );
  }

  release(job: JobRecord, attempts: number): void {
    this.#database
      .prepare(`UPDATE jobs SET status = 'queued', attempts = ?, ${CLEAR_LEASE} WHERE id = ?`)
      .run(attempts, job.id);
  }

  recoverOrphans(): number {
    // The attempt that was cut short is not held against the video: it was the program that died.
    const recover = `UPDATE jobs SET status = 'queued', attempts = max(0, attempts - 1), ${CLEAR_LEASE}
      WHERE status = 'processing'`;
    try {
      return this.#database.prepare(recover).run().changes;
    } catch (error) {
      throw ioError(error, 'The jobs cannot be queued again');
    }
  }

  unsuccessful(): JobRecord[] {
    return this.#jobs("WHERE jobs.status IN ('missing_file', 'failed') ORDER BY jobs.created_at, jobs.rowid");
  }

  count(): Record<JobStatus, number> {
    const counts = { queued: 0, processing: 0, done: 0, failed: 0, missing_file: 0 };
    const rows = this.#database.prepare('SELECT status, count(*) AS count FROM jobs GROUP BY status').all();
    for (const row of rows) {
      const { status, count } = z.object({ status: jobStatusSchema, count: z.int() }).parse(row);
      counts[status] = count;
    }
    return counts;
  }

  page({ status, search, offset, limit }: JobQuery): { total: number; jobs: JobRecord[] } {
    const conditions: string[] = [];
    const parameters: string[] = [];
    if (status !== null) {
      conditions.push('jobs.status = ?');
      parameters.push(status);
    }
    if (search !== '') {
      const { holds, parameter } = matchOf(search.normalize('NFC'));
      conditions.push(`(clip_id IN (SELECT id FROM clips WHERE ${holds('word')})
        OR video_id IN (SELECT id FROM videos WHERE ${holds('filename')}))`);
      parameters.push(parameter, parameter);
    }
    const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
    const counted = this.#database.prepare(`SELECT count(*) AS total FROM jobs ${where}`).get(...parameters);
    const { total } = z.object({ total: z.int() }).parse(counted);
    // Rows are numbered as they are added. The page is found first: joining what is passed over takes long.
    const page = `SELECT jobs.rowid FROM jobs ${where} ORDER BY jobs.rowid LIMIT ? OFFSET ?`;
    const jobs = this.#jobs(
      `WHERE jobs.rowid IN (${page}) ORDER BY jobs.rowid`,
      ...parameters,
      limit,
      offset,
    );
    return { total, jobs };
  }

  find(id: string): JobRecord | undefined {
    return this.#jobs('WHERE jobs.id = ?', id)[0];
  }

  ofVideo(videoId: string): JobRecord[] {
    return this.#jobs('WHERE jobs.video_id = ?', videoId);
  }

  trackedClips({ word, videoId }: ClipSelection): TrackedClip[] {
    const conditions = ["jobs.status = 'done'"];
    if (word !== undefined) conditions.push('clips.word = @word');
    if (videoId !== undefined) conditions.push('videos.id = @videoId');
    const rows = this.#database
      .prepare(
        `SELECT clips.id AS clipId, jobs.id AS jobId, videos.id AS videoId, clips.word, videos.filename, videos.sha1,
           videos.width, videos.height, videos.fps, videos.duration_s AS durationSeconds, tracks.provider,
           tracks.format_version AS formatVersion, tracks.data_path AS dataPath, tracks.sha256, tracks.bytes,
           tracks.frames, tracks.quality
         FROM jobs JOIN clips ON clips.id = jobs.clip_id JOIN videos ON videos.id = jobs.video_id
           JOIN tracks ON tracks.video_id = videos.id
         WHERE ${conditions.join(' AND ')}
         ORDER BY clips.word, jobs.created_at, jobs.rowid`,
      )
      .all({ word: word?.normalize('NFC') ?? null, videoId: videoId ?? null });
    return z.array(trackedClipSchema).parse(rows);
  }

  setExportPath(clip: TrackedClip, path: string): void {
    this.#database.prepare('UPDATE jobs SET export_path = ? WHERE id = ?').run(path, clip.jobId);
  }

  #markDone(job: JobRecord, score: number, frames: number): void {
    this.#database
      .prepare(
        `UPDATE jobs SET status = 'done', error = NULL, error_kind = NULL, error_remedy = NULL, quality_score = ?,
           frames = ?, finished_at = ${NOW}, ${CLEAR_LEASE}
         WHERE video_id = ? AND status IN ('queued', 'processing')`,
      )
      .run(score, frames, job.videoId);
  }

  #jobs(where: string, ...parameters: unknown[]): JobRecord[] {
    const rows = this.#database.prepare(`SELECT ${JOB_COLUMNS} ${JOBS} ${where}`).all(...parameters);
    return z.array(jobRecordSchema).parse(rows);
  }
}

/** How to ask whether a column holds a text in any case: by SQLite's own way, four times faster, where that will do. */
function matchOf(text: string): { holds: (column: string) => string; parameter: string } {
  return /^[ -~]*$/.test(text)
    ? {
        holds: (column) => `${column} LIKE ? ESCAPE '\\'`,
        parameter: `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`,
      }
    : { holds: (column) => `instr(lower_case(${column}), ?)`, parameter: text.toLowerCase() };
}

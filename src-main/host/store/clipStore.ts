import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { z } from 'zod';
import { type ErrorInfo, type JobStatus, jobStatusSchema } from '#shared/contract/index.ts';
import { ioError } from '../files/index.ts';
import type { SqliteDatabase } from './database.ts';

/** A line of a manifest or a file of a folder, looked at: what it is and whether it can be tracked. */
export interface ClipToStore {
  readonly word: string;
  readonly path: string;
  readonly filename: string;
  readonly remoteUrl?: string | null | undefined;
  readonly file:
    | { readonly kind: 'ready'; readonly sha1: string }
    | { readonly kind: 'missing' }
    | { readonly kind: 'unusable'; readonly error: ErrorInfo };
}

/** `created`: a new clip; `reused`: this word already had this content, or an untracked clip at this path. */
export type StoredClip = 'created' | 'reused';

const clipRowSchema = z.object({ id: z.string(), videoId: z.string(), status: jobStatusSchema });
type ClipRow = z.infer<typeof clipRowSchema>;
const CLIPS = `SELECT clips.id, clips.video_id AS videoId, jobs.status
  FROM clips JOIN jobs ON jobs.clip_id = clips.id JOIN videos ON videos.id = clips.video_id`;

const videoRowSchema = z.object({ id: z.string(), local_path: z.string() });
type VideoRow = z.infer<typeof videoRowSchema>;

/** Videos and clips, and the first state of each clip's job. Storing the same input again changes nothing. */
export class ClipStore {
  readonly #database: SqliteDatabase;

  constructor(database: SqliteDatabase) {
    this.#database = database;
  }

  /**
   * Stores all of them or, where one cannot be written, none. Throws `disk_full` or `io` then.
   *
   * @param options.retry also queues again what failed in tracking
   */
  storeAll(clips: readonly ClipToStore[], { retry = false } = {}): StoredClip[] {
    try {
      return this.#database.transaction(() => clips.map((clip) => this.#store(clip, retry)))();
    } catch (error) {
      throw ioError(error, 'The clips cannot be recorded');
    }
  }

  #store(clip: ClipToStore, retry: boolean): StoredClip {
    const videoId = this.#videoFor(clip);
    const known = this.#row(
      `${CLIPS} WHERE videos.id = ? AND clips.word = ?`,
      clipRowSchema,
      videoId,
      clip.word,
    );
    const outdated = this.#outdatedClip(clip, videoId);
    if (outdated && known) this.#removeClip(outdated);
    else if (outdated) this.#moveClip(outdated, videoId);
    const existing = known ?? outdated;
    if (existing) {
      // What is done stays done; else the file tells, which may be there now or gone. A failure is not repeated unasked.
      const isOpen = existing.status === 'queued' || existing.status === 'missing_file';
      const isNews = retry || existing === outdated || clip.file.kind !== 'ready';
      if (isOpen || (existing.status === 'failed' && isNews)) this.#setJob(existing.id, clip);
      return 'reused';
    }
    const clipId = randomUUID();
    this.#run('INSERT INTO clips (id, video_id, word) VALUES (?, ?, ?)', clipId, videoId, clip.word);
    this.#run(
      "INSERT INTO jobs (id, video_id, clip_id, status) VALUES (?, ?, ?, 'queued')",
      randomUUID(),
      videoId,
      clipId,
    );
    this.#setJob(clipId, clip);
    return 'created';
  }

  #setJob(clipId: string, { file }: ClipToStore): void {
    const [status, error]: [JobStatus, ErrorInfo | undefined] =
      file.kind === 'ready'
        ? ['queued', undefined]
        : file.kind === 'missing'
          ? ['missing_file', { kind: 'missing_file', message: 'The file does not exist.' }]
          : ['failed', file.error];
    this.#run(
      'UPDATE jobs SET status = ?, error = ?, error_kind = ?, error_remedy = ?, attempts = 0 WHERE clip_id = ?',
      status,
      error?.message ?? null,
      error?.kind ?? null,
      error?.remedy ?? null,
      clipId,
    );
  }

  /** The video with this content or, where the file cannot be read, the last known one at its path. */
  #videoFor({ file, word, filename, remoteUrl, path }: ClipToStore): string {
    const sha1 = file.kind === 'ready' ? file.sha1 : null;
    const known = sha1 === null ? this.#videoByPath(path) : this.#videoBySha1(sha1);
    if (known) {
      if (known.local_path !== path && !existsSync(known.local_path)) {
        this.#run('UPDATE videos SET local_path = ? WHERE id = ?', path, known.id);
      }
      return known.id;
    }
    const id = randomUUID();
    this.#run(
      'INSERT INTO videos (id, word, filename, remote_url, local_path, sha1) VALUES (?, ?, ?, ?, ?, ?)',
      id,
      word,
      filename,
      remoteUrl ?? null,
      path,
      sha1,
    );
    return id;
  }

  /** The word's clip of what this path held before, where that was missing or has not been tracked. */
  #outdatedClip({ file, path, word }: ClipToStore, videoId: string): ClipRow | undefined {
    if (file.kind !== 'ready') return undefined;
    return this.#row(
      `${CLIPS} WHERE videos.local_path = ? AND videos.id <> ? AND clips.word = ?
         AND jobs.status IN ('queued', 'failed', 'missing_file') ORDER BY clips.created_at DESC LIMIT 1`,
      clipRowSchema,
      path,
      videoId,
      word,
    );
  }

  #moveClip(clip: ClipRow, videoId: string): void {
    this.#run('UPDATE clips SET video_id = ? WHERE id = ?', videoId, clip.id);
    this.#run('UPDATE jobs SET video_id = ? WHERE clip_id = ?', videoId, clip.id);
    this.#removeUnusedVideo(clip.videoId);
  }

  #removeClip(clip: ClipRow): void {
    this.#run('DELETE FROM jobs WHERE clip_id = ?', clip.id);
    this.#run('DELETE FROM clips WHERE id = ?', clip.id);
    this.#removeUnusedVideo(clip.videoId);
  }

  #removeUnusedVideo(id: string): void {
    this.#run(
      `DELETE FROM videos WHERE id = ? AND NOT EXISTS (SELECT 1 FROM clips WHERE video_id = videos.id)
         AND NOT EXISTS (SELECT 1 FROM tracks WHERE video_id = videos.id)`,
      id,
    );
  }

  #videoBySha1(sha1: string): VideoRow | undefined {
    return this.#row('SELECT id, local_path FROM videos WHERE sha1 = ?', videoRowSchema, sha1);
  }

  #videoByPath(path: string): VideoRow | undefined {
    return this.#row(
      'SELECT id, local_path FROM videos WHERE local_path = ? ORDER BY created_at DESC, rowid DESC LIMIT 1',
      videoRowSchema,
      path,
    );
  }

  #row<Row>(sql: string, schema: z.ZodType<Row>, ...parameters: unknown[]): Row | undefined {
    const row = this.#database.prepare(sql).get(...parameters);
    return row === undefined ? undefined : schema.parse(row);
  }

  #run(sql: string, ...parameters: unknown[]): void {
    this.#database.prepare(sql).run(...parameters);
  }
}

import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { z } from 'zod';
import type { ErrorInfo } from '#shared/contract/index.ts';
import type { SqliteDatabase } from './database.ts';

/** A line of a manifest or a file of a folder, looked at: what it is and whether it can be tracked. */
export interface ClipToStore {
  readonly word: string;
  readonly path: string;
  readonly filename: string;
  readonly remoteUrl?: string | undefined;
  readonly file:
    | { readonly kind: 'ready'; readonly sha1: string }
    | { readonly kind: 'missing' }
    | { readonly kind: 'unusable'; readonly error: ErrorInfo };
}

/** `created`: a new clip; `reused`: this word already had this content (or this missing path). */
export type StoredClip = 'created' | 'reused';

const videoRowSchema = z.object({ id: z.string(), local_path: z.string(), sha1: z.string().nullable() });
type VideoRow = z.infer<typeof videoRowSchema>;

/** Videos and clips, and the first state of each clip's job. Storing the same input again changes nothing. */
export class ClipStore {
  readonly #database: SqliteDatabase;

  constructor(database: SqliteDatabase) {
    this.#database = database;
  }

  /** Stores all of them or, where one cannot be written, none. */
  storeAll(clips: readonly ClipToStore[]): StoredClip[] {
    return this.#database.transaction(() => clips.map((clip) => this.#store(clip)))();
  }

  #store(clip: ClipToStore): StoredClip {
    const videoId = this.#videoFor(clip);
    const existing = this.#row(
      'SELECT clips.id, jobs.status FROM clips JOIN jobs ON jobs.clip_id = clips.id WHERE clips.video_id = ? AND word = ?',
      z.object({ id: z.string(), status: z.string() }),
      videoId,
      clip.word,
    );
    if (existing) {
      // A file that was missing or empty may be there now, or the other way round; finished work stays finished.
      if (existing.status === 'missing_file' || existing.status === 'failed') {
        this.#setJob(existing.id, clip, existing.status);
      }
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
    this.#setJob(clipId, clip, 'queued');
    return 'created';
  }

  #setJob(clipId: string, { file }: ClipToStore, status: string): void {
    // A readable file that failed in tracking is retried only when asked for, with --resume.
    const next =
      file.kind === 'missing'
        ? 'missing_file'
        : file.kind === 'unusable'
          ? 'failed'
          : status === 'missing_file'
            ? 'queued'
            : status;
    if (file.kind === 'ready' && next === status) return;
    const error = file.kind === 'unusable' ? file.error : undefined;
    this.#run(
      'UPDATE jobs SET status = ?, error = ?, error_kind = ?, error_remedy = ? WHERE clip_id = ?',
      next,
      error?.message ?? (file.kind === 'missing' ? 'The file does not exist.' : null),
      error?.kind ?? (file.kind === 'missing' ? 'missing_file' : null),
      error?.remedy ?? null,
      clipId,
    );
  }

  #videoFor({ file, word, filename, remoteUrl, path }: ClipToStore): string {
    const sha1 = file.kind === 'ready' ? file.sha1 : null;
    const known = sha1 === null ? this.#videoByPath(path) : this.#videoBySha1(sha1);
    if (known) {
      if (known.local_path !== path && !existsSync(known.local_path)) {
        this.#run('UPDATE videos SET local_path = ? WHERE id = ?', path, known.id);
      }
      return known.id;
    }
    const awaited = sha1 === null ? undefined : this.#videoByPath(path);
    if (awaited && awaited.sha1 === null) {
      this.#run('UPDATE videos SET sha1 = ? WHERE id = ?', sha1, awaited.id);
      return awaited.id;
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

  #videoBySha1(sha1: string): VideoRow | undefined {
    return this.#row('SELECT id, local_path, sha1 FROM videos WHERE sha1 = ?', videoRowSchema, sha1);
  }

  #videoByPath(path: string): VideoRow | undefined {
    return this.#row(
      'SELECT id, local_path, sha1 FROM videos WHERE local_path = ? ORDER BY created_at DESC LIMIT 1',
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

import { z } from 'zod';
import { type TakeQuery, takeViewSchema } from '#shared/contract/index.ts';
import { ioError } from '../files/index.ts';
import { jsonColumn } from '../sqlite/index.ts';
import type { SqliteDatabase } from './database.ts';

/** A take as its list shows it. Its folder holds the truth; this is an index of it. */
export const takeRecordSchema = takeViewSchema.extend({
  subjects: jsonColumn(takeViewSchema.shape.subjects),
  tags: jsonColumn(takeViewSchema.shape.tags),
  hasAudio: z.int().transform(Boolean),
  hasVideo: z.int().transform(Boolean),
  isEdited: z.int().transform(Boolean),
  /** By which a change of the take's files is noticed. */
  stamp: z.string(),
});
export type TakeRecord = z.infer<typeof takeRecordSchema>;

const COLUMNS = `id, name, slate, take_number AS takeNumber, subjects, tags, rating, notes,
  trim_start_s AS trimStartSeconds, trim_end_s AS trimEndSeconds, started_at AS startedAt,
  duration_s AS durationSeconds, frames, dropped_frames AS droppedFrames, quality, end_reason AS endReason,
  has_audio AS hasAudio, has_video AS hasVideo, is_edited AS isEdited,
  bytes, stamp, trashed_at AS trashedAt`;

const ORDER_COLUMNS: Readonly<Record<TakeQuery['order'], string>> = {
  startedAt: 'started_at',
  name: 'name COLLATE NOCASE',
  rating: 'rating',
  durationSeconds: 'duration_s',
  quality: 'quality',
};

/** The index of a workspace's takes. */
export class TakeStore {
  readonly #database: SqliteDatabase;

  constructor(database: SqliteDatabase) {
    this.#database = database;
  }

  /** Stores all of them, in place of what was known of them, or none. Throws `disk_full` or `io`. */
  put(takes: readonly TakeRecord[]): void {
    const insert = this.#database.prepare(
      `INSERT OR REPLACE INTO takes (id, name, slate, take_number, subjects, tags, rating, notes, trim_start_s,
         trim_end_s, started_at, duration_s, frames, dropped_frames, quality, end_reason, has_audio, has_video, is_edited,
         bytes, search_text, stamp, trashed_at)
       VALUES (:id, :name, :slate, :takeNumber, :subjects, :tags, :rating, :notes, :trimStartSeconds,
         :trimEndSeconds, :startedAt, :durationSeconds, :frames, :droppedFrames, :quality, :endReason, :hasAudio,
         :hasVideo, :isEdited, :bytes, :searchText, :stamp, :trashedAt)`,
    );
    const forget = this.#database.prepare('DELETE FROM take_tags WHERE take_id = ?');
    const insertTag = this.#database.prepare('INSERT OR IGNORE INTO take_tags (tag, take_id) VALUES (?, ?)');
    this.#write('The takes cannot be listed', () => {
      for (const take of takes) {
        forget.run(take.id);
        insert.run(rowOf(take));
        for (const tag of take.tags) insertTag.run(tag, take.id);
      }
    });
  }

  /** Throws `disk_full` or `io`. */
  remove(ids: readonly string[]): void {
    const removal = this.#database.prepare('DELETE FROM takes WHERE id = ?');
    this.#write('The list of takes cannot be changed', () => {
      for (const id of ids) removal.run(id);
    });
  }

  find(id: string): TakeRecord | undefined {
    const row = this.#database.prepare(`SELECT ${COLUMNS} FROM takes WHERE id = ?`).get(id);
    return row === undefined ? undefined : takeRecordSchema.parse(row);
  }

  /** By id: the state of its files in which each take was listed, and whether it lay in the trash. */
  known(): Map<string, { stamp: string; inTrash: boolean }> {
    const rows = z
      .array(z.object({ id: z.string(), stamp: z.string(), inTrash: z.int() }))
      .parse(this.#database.prepare('SELECT id, stamp, trashed_at IS NOT NULL AS inTrash FROM takes').all());
    return new Map(rows.map(({ id, stamp, inTrash }) => [id, { stamp, inTrash: inTrash === 1 }]));
  }

  /** The part of the list that a query asks for, and how many takes it finds in all. */
  page(query: TakeQuery): { total: number; takes: TakeRecord[] } {
    const { where, parameters } = conditionsOf(query);
    const counted = this.#database.prepare(`SELECT count(*) AS total FROM takes ${where}`).get(...parameters);
    const rows = this.#database
      .prepare(this.pageStatement(query))
      .all(...parameters, query.limit, query.offset);
    return {
      total: z.object({ total: z.int() }).parse(counted).total,
      takes: z.array(takeRecordSchema).parse(rows),
    };
  }

  /** The statement behind `page`; its last parameters are limit and offset. */
  pageStatement(query: TakeQuery): string {
    const direction = query.descending ? 'DESC' : 'ASC';
    const order = `ORDER BY ${ORDER_COLUMNS[query.order]} ${direction}, id ${direction}`;
    return `SELECT ${COLUMNS} FROM takes ${conditionsOf(query).where} ${order} LIMIT ? OFFSET ?`;
  }

  /** Every tag of takes that are not in the trash, with how many have it, by name. */
  tags(): { tag: string; takes: number }[] {
    const rows = this.#database
      .prepare(
        `SELECT tag, count(*) AS takes FROM take_tags JOIN takes ON takes.id = take_id
         WHERE trashed_at IS NULL GROUP BY tag ORDER BY tag COLLATE NOCASE`,
      )
      .all();
    return z.array(z.object({ tag: z.string(), takes: z.int() })).parse(rows);
  }

  #write(what: string, work: () => void): void {
    try {
      this.#database.transaction(work).immediate();
    } catch (error) {
      throw ioError(
        error,
        what,
        'Free some space, then open the workspace again: the takes themselves are safe.',
      );
    }
  }
}

function rowOf(take: TakeRecord): Record<string, string | number | null> {
  const { name, slate, subjects, tags, notes } = take;
  return {
    ...take,
    subjects: JSON.stringify(subjects),
    tags: JSON.stringify(tags),
    hasAudio: Number(take.hasAudio),
    hasVideo: Number(take.hasVideo),
    isEdited: Number(take.isEdited),
    searchText: searchable([name, slate, ...subjects, ...tags, notes].join('\n')),
  };
}

/** SQLite itself knows the case of the letters A to Z only. */
const searchable = (text: string): string => text.normalize('NFC').toLowerCase();

function conditionsOf({ search, tag, minRating, inTrash }: TakeQuery): {
  where: string;
  parameters: (string | number)[];
} {
  const conditions = [`trashed_at IS ${inTrash ? 'NOT NULL' : 'NULL'}`];
  const parameters: (string | number)[] = [];
  if (minRating > 0) {
    conditions.push('rating >= ?');
    parameters.push(minRating);
  }
  if (tag !== null) {
    conditions.push('id IN (SELECT take_id FROM take_tags WHERE tag = ?)');
    parameters.push(tag.normalize('NFC'));
  }
  for (const word of searchable(search).split(/\s+/)) {
    if (word === '') continue;
    conditions.push('instr(search_text, ?)');
    parameters.push(word);
  }
  return { where: `WHERE ${conditions.join(' AND ')}`, parameters };
}

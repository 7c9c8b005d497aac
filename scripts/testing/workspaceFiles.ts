import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { z } from 'zod';
import {
  type TrackingFrame,
  type TrackingHeader,
  trackingFrameSchema,
  trackingHeaderSchema,
} from '#shared/formats/index.ts';

const rowSchema = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));
export type Row = z.infer<typeof rowSchema>;

/** Rows of a workspace's database, which may be in use. */
export function queryWorkspace(workspace: string, sql: string): Row[] {
  const database = new Database(join(workspace, 'mimesis.db'), { readonly: true });
  try {
    return z.array(rowSchema).parse(database.prepare(sql).all());
  } finally {
    database.close();
  }
}

export interface Track {
  readonly header: TrackingHeader;
  readonly frames: readonly TrackingFrame[];
}

/** Reads a whole track, every line checked. */
export function readTrack(file: string): Track {
  const lines = gunzipSync(readFileSync(file)).toString('utf8').trimEnd().split('\n');
  const [header, ...frames] = lines.map((line): unknown => JSON.parse(line));
  return {
    header: trackingHeaderSchema.parse(header),
    frames: frames.map((frame) => trackingFrameSchema.parse(frame)),
  };
}

/**
 * What is wrong with a workspace's files: a track that differs from its row, a track without a row, a half-written file.
 * Empty where nothing is torn.
 */
export function findTornFiles(workspace: string): string[] {
  const rows = queryWorkspace(workspace, 'SELECT video_id, data_path, sha256, bytes, frames FROM tracks');
  const problems = rows.flatMap((row) => {
    const path = join(workspace, String(row['data_path']));
    const content = readFileSync(path);
    const { header, frames } = readTrack(path);
    const found = {
      video_id: header.video.id,
      data_path: row['data_path'],
      sha256: createHash('sha256').update(content).digest('hex'),
      bytes: content.length,
      frames: frames.length,
    };
    const inOrder = frames.every(({ index }, i) => index === i);
    return inOrder && JSON.stringify(found) === JSON.stringify(row) ? [] : [`${path} differs from its row`];
  });
  const known = new Set(rows.map((row) => row['data_path']));
  const files = readdirSync(join(workspace, 'tracks'), { recursive: true, withFileTypes: true });
  for (const file of files) {
    if (!file.isFile()) continue;
    const path = join(file.parentPath, file.name);
    if (!known.has(path.slice(workspace.length + 1))) problems.push(`${path} belongs to no row`);
  }
  return problems;
}

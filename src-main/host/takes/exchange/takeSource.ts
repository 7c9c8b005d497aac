import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { describePhoneTake, namedByFile } from '#shared/capture/index.ts';
import { MimesisError } from '#shared/contract/index.ts';
import type { TakeHeader } from '#shared/formats/index.ts';
import { ioError } from '../../files/index.ts';
import { type FrameFileKind, frameFileKind, statOf } from './frameFile.ts';

/** Something on the disk that is one take. */
export interface TakeSource {
  readonly face: { readonly path: string; readonly kind: FrameFileKind };
  readonly slate: string;
  readonly takeNumber: number;
  /** '' where it is not told. */
  readonly subject: string;
  /** ISO 8601; undefined where it is not told. */
  readonly recordedAt: string | undefined;
  readonly origin: NonNullable<TakeHeader['origin']>;
  /** Undefined where there is none. `startSeconds` is since midnight, by the clock of the face's timecodes. */
  readonly video: { readonly path: string; readonly startSeconds: number | undefined } | undefined;
  /** What was done without, in plain sentences. */
  readonly problems: readonly string[];
}

/** Of a phone's folder; more are no take's. */
const MAX_NAMES = 1000;
/** Of a file that describes a take, and of the beginning of its frame log. */
const MAX_DESCRIPTION_BYTES = 256 * 1024;
const DESCRIPTIONS = ['take.json', 'video_metadata.json', 'frame_log.csv'];
const MAX_SLATE = 200;
const MAX_TAKE_NUMBER = 99_999;

/**
 * The takes at a path: a CSV file of Live Link Face, captured frames as lines, a phone's folder, or a folder of such.
 * @throws `invalid_take` where there is none, `missing_file`, `io`
 */
export async function findTakeSources(path: string): Promise<TakeSource[]> {
  if (!(await statOf(path)).isDirectory()) return [fileSource(path)];
  const names = await namesIn(path);
  if (names.files.some((name) => frameFileKind(name) === 'csv'))
    return [await phoneSource(path, names.files)];
  const lines = names.files.filter((name) => frameFileKind(name) === 'jsonl');
  const sources = lines.map((name) => fileSource(join(path, name)));
  for (const folder of names.folders) {
    const inside = await namesIn(join(path, folder));
    if (inside.files.some((name) => frameFileKind(name) === 'csv'))
      sources.push(await phoneSource(join(path, folder), inside.files));
  }
  if (sources.length > 0) return sources;
  throw new MimesisError('invalid_take', `There is no take in ${basename(path)}.`, {
    remedy:
      'Choose the folder that Live Link Face has left, its CSV file, or captured frames as lines (JSONL).',
  });
}

function fileSource(path: string): TakeSource {
  const kind = frameFileKind(path);
  if (!kind) {
    throw new MimesisError('invalid_take', `${basename(path)} is no take.`, {
      remedy: 'Choose a CSV file of Live Link Face, or captured frames as lines (JSONL).',
    });
  }
  const { slate, take, subject } = namedByFile(basename(path, extname(path)));
  const origin = kind === 'csv' ? 'live_link_face' : 'capture_lines';
  return {
    face: { path, kind },
    slate: slateOf(slate),
    takeNumber: takeNumberOf(take),
    subject,
    recordedAt: undefined,
    origin: { kind: origin, file: nameOf(path), deviceModel: '', appVersion: '' },
    video: undefined,
    problems: [],
  };
}

async function phoneSource(folder: string, names: readonly string[]): Promise<TakeSource> {
  const texts = new Map<string, string>();
  for (const name of names) {
    if (DESCRIPTIONS.includes(name)) texts.set(name, await beginningOf(join(folder, name)));
  }
  const take = describePhoneTake(names, texts);
  const video = take.files.byKind.get('video');
  return {
    face: { path: join(folder, take.files.face), kind: 'csv' },
    slate: slateOf(take.slate),
    takeNumber: takeNumberOf(take.takeNumber),
    subject: take.subject,
    recordedAt: take.recordedAt,
    origin: {
      kind: 'live_link_face',
      file: nameOf(folder),
      deviceModel: (take.deviceModel ?? '').slice(0, MAX_SLATE),
      appVersion: (take.appVersion ?? '').slice(0, MAX_SLATE),
    },
    video:
      video === undefined
        ? undefined
        : { path: join(folder, video), startSeconds: take.videoStart?.timeSeconds },
    problems: take.problems,
  };
}

async function namesIn(folder: string): Promise<{ files: string[]; folders: string[] }> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const isSeen = ({ name }: { name: string }): boolean => !name.startsWith('.');
    const names = (kind: 'isFile' | 'isDirectory'): string[] =>
      entries
        .filter((entry) => isSeen(entry) && entry[kind]())
        .map(({ name }) => name)
        .sort()
        .slice(0, MAX_NAMES);
    return { files: names('isFile'), folders: names('isDirectory') };
  } catch (error) {
    throw ioError(error, `${basename(folder)} cannot be read`);
  }
}

async function beginningOf(path: string): Promise<string> {
  const pieces: Buffer[] = [];
  try {
    for await (const piece of createReadStream(path, { end: MAX_DESCRIPTION_BYTES - 1 })) pieces.push(piece);
  } catch (error) {
    throw ioError(error, `${basename(path)} cannot be read`);
  }
  return Buffer.concat(pieces).toString('utf8');
}

const nameOf = (path: string): string => basename(path).slice(0, MAX_SLATE);
const slateOf = (slate: string): string => slate.trim().slice(0, MAX_SLATE) || 'Imported';
const takeNumberOf = (take: number | undefined): number =>
  take !== undefined && take <= MAX_TAKE_NUMBER ? take : 1;

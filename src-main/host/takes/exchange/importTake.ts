import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { JOINTS } from '#shared/body/index.ts';
import { CAPTURE_CHANNELS } from '#shared/capture/index.ts';
import type { TakeHeader, TakeSubject } from '#shared/formats/index.ts';
import { ioError, syncFolder } from '../../files/index.ts';
import { makeFolderDurably, TAKE_FILES, unfinishedOf } from '../takeFolder.ts';
import { createArrivalClock } from './arrivalClock.ts';
import { examineFrames, type FrameFileFacts, readFrames, statOf } from './frameFile.ts';
import { type ImportedMedia, importMedia } from './importMedia.ts';
import { startOf } from './recordingStart.ts';
import type { TakeSource } from './takeSource.ts';
import { writeTakeFile } from './writeTakeFile.ts';

/** A video begins with its face; what is farther off has a timecode of another clock. */
const MAX_VIDEO_OFFSET_SECONDS = 60;
const DAY_SECONDS = 86_400;
const MAX_NAME = 500;

export interface ImportedTake {
  readonly takeId: string;
  /** What was done without, in plain sentences. */
  readonly problems: readonly string[];
}

export interface ImportPlace {
  /** Of all takes of the workspace. */
  readonly takesFolder: string;
  readonly appVersion: string;
}

/**
 * Makes a take of what a phone, or this program, has written. It appears among the takes when it is whole.
 * @param signal ends it: nothing is left of it then
 * @throws `invalid_take` with the line that is wrong, `too_large`, `missing_file`, `disk_full`, `io`
 */
export async function importTake(
  source: TakeSource,
  place: ImportPlace,
  signal?: AbortSignal,
): Promise<ImportedTake> {
  const { path, kind } = source.face;
  const facts = await examineFrames(path, kind, signal);
  const takeId = randomUUID();
  const work = join(unfinishedOf(place.takesFolder), takeId);
  try {
    await makeFolderDurably(place.takesFolder);
    await mkdir(work, { recursive: true });
    const { faceSeconds, videoSeconds, problems } = placeVideo(source, facts);
    const { media, problems: lost }: ImportedMedia = source.video
      ? await importMedia(source.video.path, work, videoSeconds)
      : { media: [], problems: [] };
    signal?.throwIfAborted();
    const modifiedMs = (await statOf(path)).mtimeMs;
    await writeTakeFile(join(work, TAKE_FILES.take), {
      header: headerOf(takeId, source, place, startOf(source.recordedAt, facts, kind, modifiedMs)),
      media,
      subject: subjectOf(source, facts),
      frames: arriving(source, faceSeconds, signal),
    });
    await syncFolder(work);
    await rename(work, join(place.takesFolder, takeId));
    await syncFolder(place.takesFolder);
    return { takeId, problems: [...source.problems, ...problems, ...lost] };
  } catch (error) {
    await rm(work, { recursive: true, force: true }).catch(() => {
      // What cannot be removed now goes at the next start.
    });
    throw ioError(error, `${basename(path)} cannot be imported`, 'Free some space, then import it again.');
  }
}

/** Removes what imports have left that a death of the program cut short. To be called while none is under way. */
export async function clearImports(takesFolder: string): Promise<void> {
  try {
    await rm(unfinishedOf(takesFolder), { recursive: true, force: true });
  } catch (error) {
    throw ioError(error, 'What is left of an import cannot be removed');
  }
}

async function* arriving({ face }: TakeSource, firstSeconds: number, signal: AbortSignal | undefined) {
  const arrivalOf = createArrivalClock(firstSeconds);
  for await (const frame of readFrames(face.path, face.kind, signal))
    yield { frame, arrivalSeconds: arrivalOf(frame) };
}

/** When face and video begin, on a clock that starts with the earlier of them. */
function placeVideo({ video }: TakeSource, { firstSeconds }: FrameFileFacts) {
  const together = { faceSeconds: 0, videoSeconds: 0, problems: [] };
  if (video?.startSeconds === undefined) return together;
  const days = Math.round((video.startSeconds - firstSeconds) / DAY_SECONDS);
  const offset = video.startSeconds - firstSeconds - days * DAY_SECONDS;
  if (Math.abs(offset) > MAX_VIDEO_OFFSET_SECONDS) {
    const problem =
      'The timecodes of face and video are of different clocks: both were taken to begin together.';
    return { ...together, problems: [problem] };
  }
  return { faceSeconds: Math.max(0, -offset), videoSeconds: Math.max(0, offset), problems: [] };
}

function headerOf(
  takeId: string,
  { slate, takeNumber, origin }: TakeSource,
  { appVersion }: ImportPlace,
  startedAt: Date,
): TakeHeader {
  const about = { slate, takeNumber, startedAt: startedAt.toISOString(), startedAtHostSeconds: 0 };
  return { takeId, ...about, appVersion, origin };
}

function subjectOf(source: TakeSource, facts: FrameFileFacts): TakeSubject {
  return {
    number: 0,
    protocol: facts.protocol.slice(0, MAX_NAME),
    deviceId: facts.deviceId.slice(0, MAX_NAME),
    subject: (facts.subject || source.subject || 'Face').slice(0, MAX_NAME),
    frameRate: facts.frameRate,
    face: facts.hasFace ? { channels: [...CAPTURE_CHANNELS] } : null,
    hasHeadPosition: facts.hasHeadPosition,
    body: facts.hasBody ? { joints: JOINTS.map(({ name }) => name) } : null,
    calibration: null,
  };
}

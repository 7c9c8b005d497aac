import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type ErrorInfo, MimesisError, toErrorInfo } from '#shared/contract/index.ts';
import { summariseTake, type TakeHeader } from '#shared/formats/index.ts';
import { ioError, isAbsence } from '../files/index.ts';
import type { TakeRecord } from '../store/index.ts';
import { openTake } from './openTake.ts';
import { defaultFacts, readFacts, type TakeFacts } from './takeFacts.ts';
import { TAKE_FILES } from './takeFolder.ts';

/** The name of a take that was given none. */
export function titleOf({ slate, takeNumber }: Pick<TakeHeader, 'slate' | 'takeNumber'>): string {
  return `${slate} ${takeNumber}`.trim();
}

/** Changes with every change of a take's files. Throws `io`. */
export async function stampOf(folder: string): Promise<string> {
  const [take, facts, edit] = await Promise.all([
    fileState(folder, TAKE_FILES.take),
    fileState(folder, TAKE_FILES.facts),
    fileState(folder, TAKE_FILES.edit),
  ]);
  const stamp = `${take?.size} ${take?.mtimeMs} ${facts?.size} ${facts?.mtimeMs}`;
  // Lists from before edits were listed hold the first part only, and stay good for takes without one.
  return edit ? `${stamp} ${edit.size} ${edit.mtimeMs}` : stamp;
}

/**
 * What the list of takes shows of the take in a folder.
 * @param trashedAt when it was put into the trash; null where it is not there
 * @returns `problem` where what was noted of the take cannot be read, and is left out
 * @throws `invalid_take`, `io`
 */
export async function indexTake(
  folder: string,
  trashedAt: string | null,
): Promise<{ record: TakeRecord; problem?: ErrorInfo }> {
  // First the stamp: a change during the reading is then noticed by the next look.
  const stamp = await stampOf(folder);
  const take = await openTake(folder, { withRows: false });
  const { facts, problem } = await factsOf(folder, titleOf(take.header));
  const file = await fileState(folder, TAKE_FILES.take);
  const media = await Promise.all(
    take.media.map(async ({ description }) => ({
      kind: description.kind,
      state: await fileState(folder, description.file),
    })),
  );
  const record: TakeRecord = {
    id: basename(folder),
    slate: take.header.slate,
    takeNumber: take.header.takeNumber,
    subjects: take.subjects.map(({ description }) => description.subject),
    startedAt: take.header.startedAt,
    ...factColumns(facts),
    ...summariseTake(take),
    endReason: take.end?.reason ?? null,
    hasAudio: media.some(({ kind, state }) => kind === 'audio' && state),
    hasVideo: media.some(({ kind, state }) => kind === 'video' && state),
    isEdited: (await fileState(folder, TAKE_FILES.edit)) !== undefined,
    bytes: media.reduce((sum, { state }) => sum + (state?.size ?? 0), file?.size ?? 0),
    stamp,
    trashedAt,
  };
  return problem ? { record, problem } : { record };
}

/** A take's facts as the list holds them. */
export function factColumns({ trim, ...facts }: TakeFacts) {
  return {
    ...facts,
    trimStartSeconds: trim?.startSeconds ?? null,
    trimEndSeconds: trim?.endSeconds ?? null,
  };
}

async function factsOf(folder: string, title: string): Promise<{ facts: TakeFacts; problem?: ErrorInfo }> {
  try {
    return { facts: await readFacts(folder, title) };
  } catch (error) {
    if (!(error instanceof MimesisError && error.kind === 'invalid_take')) throw error;
    return { facts: defaultFacts(title), problem: toErrorInfo(error) };
  }
}

async function fileState(
  folder: string,
  name: string,
): Promise<{ size: number; mtimeMs: number } | undefined> {
  try {
    const { size, mtimeMs } = await stat(join(folder, name));
    return { size, mtimeMs };
  } catch (error) {
    if (isAbsence(error)) return undefined;
    throw ioError(error, `${name} cannot be looked at`);
  }
}

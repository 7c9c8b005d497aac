import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  captureFrameLine,
  captureHeaderLine,
  createCaptureFrame,
  LIVE_LINK_FACE_CSV_HEADER,
  liveLinkFaceCsvRow,
} from '#shared/capture/index.ts';
import { MimesisError, type TakeFormat } from '#shared/contract/index.ts';
import { type RecordedSubject, readRecordedFrame, type TakeHeader } from '#shared/formats/index.ts';
import { ioError } from '../../files/index.ts';
import { titleOf } from '../indexTake.ts';
import { openTake } from '../openTake.ts';
import { readFacts, type TakeFacts } from '../takeFacts.ts';
import { exportName } from './exportNames.ts';
import { secondsSinceMidnight } from './recordingStart.ts';
import { writeTextFile } from './writeTextFile.ts';

export interface ExportChoice {
  readonly format: TakeFormat;
  /** Whether only what lies in the take's trim is written. */
  readonly isTrimmed: boolean;
}

/**
 * Writes a take for other programs, a file for each subject. No file is ever replaced.
 * @param folder of the take
 * @param target folder that is made where it is not there
 * @returns the paths of the files
 * @throws `usage` where nothing of the take can be written so; `invalid_take`, `disk_full`, `io`
 */
export async function exportTake(folder: string, target: string, choice: ExportChoice): Promise<string[]> {
  const take = await openTake(folder);
  const { trim } = await readFacts(folder, titleOf(take.header));
  const range = choice.isTrimmed ? trim : null;
  const subjects = take.subjects.filter(
    ({ description, times }) => times.length > 0 && (choice.format === 'jsonl' || description.face !== null),
  );
  if (subjects.length === 0) throw nothingToWrite(choice.format);
  try {
    await mkdir(target, { recursive: true });
  } catch (error) {
    throw ioError(error, `The folder ${target} cannot be made`);
  }
  const files: string[] = [];
  for (const subject of subjects) {
    const { slate, takeNumber } = take.header;
    const name = exportName(slate, takeNumber, subject.description.subject, choice.format);
    const lines =
      choice.format === 'csv' ? csvLines(subject, take.header, range) : frameLines(subject, range);
    files.push(await writeTextFile(join(target, name), lines));
  }
  return files;
}

function* csvLines(
  subject: RecordedSubject,
  header: TakeHeader,
  range: TakeFacts['trim'],
): Generator<string> {
  const frame = createCaptureFrame();
  const midnight = secondsSinceMidnight(new Date(header.startedAt));
  // What Live Link Face gives as time is the phone's timecode; other senders' clocks are no time of day.
  const hasTimecode = subject.description.protocol === 'live_link_face';
  yield LIVE_LINK_FACE_CSV_HEADER;
  for (const index of framesIn(subject, range)) {
    readRecordedFrame(subject, index, frame);
    if (!frame.faceFound) frame.channels.fill(0);
    const seconds = hasTimecode && frame.isTimed ? frame.timeSeconds : midnight + (subject.times[index] ?? 0);
    yield liveLinkFaceCsvRow(Math.max(0, seconds), frame.channels, frame.faceFound);
  }
}

function* frameLines(subject: RecordedSubject, range: TakeFacts['trim']): Generator<string> {
  const frame = createCaptureFrame();
  yield captureHeaderLine(subject.description);
  for (const index of framesIn(subject, range)) {
    readRecordedFrame(subject, index, frame);
    yield captureFrameLine(frame);
  }
}

function* framesIn({ times }: RecordedSubject, range: TakeFacts['trim']): Generator<number> {
  for (const [index, time] of times.entries()) {
    if (range === null || (time >= range.startSeconds && time <= range.endSeconds)) yield index;
  }
}

function nothingToWrite(format: TakeFormat): MimesisError {
  return format === 'csv'
    ? new MimesisError('usage', 'The take holds no face, and a CSV file holds nothing else.', {
        remedy: 'Export it as captured frames (JSONL).',
      })
    : new MimesisError('usage', 'The take holds no frames.');
}

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type CaptureFrame,
  captureFrameLine,
  captureHeaderLine,
  createCaptureFrame,
  FrameCalibrator,
  LIVE_LINK_FACE_CSV_HEADER,
  liveLinkFaceCsvRow,
  NO_CALIBRATION,
  secondsOfDay,
} from '#shared/capture/index.ts';
import { type Calibration, MimesisError, type TakeContent, type TakeFormat } from '#shared/contract/index.ts';
import { type RecordedSubject, readRecordedFrame, type TakeHeader } from '#shared/formats/index.ts';
import { applyEdit } from '#shared/takeEdit/index.ts';
import { ioError } from '../../files/index.ts';
import { titleOf } from '../indexTake.ts';
import { openTake } from '../openTake.ts';
import { readEdit } from '../takeEditFile.ts';
import { readFacts } from '../takeFacts.ts';
import { exportName } from './exportNames.ts';
import { writeTextFile } from './writeTextFile.ts';

export interface ExportChoice {
  readonly format: TakeFormat;
  readonly content: TakeContent;
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
  const subjects = take.subjects.filter(
    ({ description, times }) => times.length > 0 && (choice.format === 'jsonl' || description.face !== null),
  );
  if (subjects.length === 0) throw nothingToWrite(choice.format);
  try {
    await mkdir(target, { recursive: true });
  } catch (error) {
    throw ioError(error, `The folder ${target} cannot be made`);
  }
  const written =
    choice.content === 'played'
      ? await playedParts(folder, take.header, subjects)
      : subjects.map((subject) => ({ subject, calibration: NO_CALIBRATION, range: null }));
  const files: string[] = [];
  for (const part of written) {
    const { slate, takeNumber } = take.header;
    const name = exportName(slate, takeNumber, part.subject.description.subject, choice.format);
    const lines = choice.format === 'csv' ? csvLines(part, take.header) : frameLines(part);
    files.push(await writeTextFile(join(target, name), lines));
  }
  return files;
}

/** What is written of a subject. */
interface WrittenPart {
  readonly subject: RecordedSubject;
  readonly calibration: Calibration;
  /** Null for all of it. */
  readonly range: { readonly startSeconds: number; readonly endSeconds: number } | null;
}

async function playedParts(
  folder: string,
  header: TakeHeader,
  subjects: readonly RecordedSubject[],
): Promise<WrittenPart[]> {
  const { trim } = await readFacts(folder, titleOf(header));
  const { edit } = await readEdit(folder);
  return subjects.map((subject) => ({
    subject: applyEdit(subject, edit),
    calibration: subject.description.calibration ?? NO_CALIBRATION,
    range: trim,
  }));
}

function* csvLines(part: WrittenPart, header: TakeHeader): Generator<string> {
  const { subject } = part;
  const startSeconds = secondsOfDay(new Date(header.startedAt));
  // What Live Link Face gives as time is the phone's timecode; other senders' clocks are no time of day.
  const hasTimecode = subject.description.protocol === 'live_link_face';
  yield LIVE_LINK_FACE_CSV_HEADER;
  for (const { frame, takeSeconds } of framesOf(part)) {
    if (!frame.faceFound) frame.channels.fill(0);
    const seconds = hasTimecode && frame.isTimed ? frame.timeSeconds : startSeconds + takeSeconds;
    yield liveLinkFaceCsvRow(Math.max(0, seconds), frame.channels, frame.faceFound);
  }
}

function* frameLines(part: WrittenPart): Generator<string> {
  yield captureHeaderLine(part.subject.description);
  for (const { frame } of framesOf(part)) yield captureFrameLine(frame);
}

/** The frames to be written; the same object each time. */
function* framesOf({
  subject,
  calibration,
  range,
}: WrittenPart): Generator<{ frame: CaptureFrame; takeSeconds: number }> {
  const frame = createCaptureFrame();
  const calibrator = new FrameCalibrator();
  calibrator.begin(calibration);
  for (const [index, takeSeconds] of subject.times.entries()) {
    if (range !== null && (takeSeconds < range.startSeconds || takeSeconds > range.endSeconds)) continue;
    readRecordedFrame(subject, index, frame);
    calibrator.apply(frame, takeSeconds);
    yield { frame, takeSeconds };
  }
}

function nothingToWrite(format: TakeFormat): MimesisError {
  return format === 'csv'
    ? new MimesisError('usage', 'The take holds no face, and a CSV file holds nothing else.', {
        remedy: 'Export it as captured frames (JSONL).',
      })
    : new MimesisError('usage', 'The take holds no frames.');
}

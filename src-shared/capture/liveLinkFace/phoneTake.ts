import { z } from 'zod';
import { type PhoneTakeFiles, sortPhoneTakeFiles } from './phoneTakeFiles.ts';

const TAKE_INFO = 'take.json';
const VIDEO_INFO = 'video_metadata.json';
const FRAME_LOG = 'frame_log.csv';

/** A take as Live Link Face leaves it in a folder, in its ARKit mode. */
interface PhoneTake {
  readonly slate: string;
  /** Undefined where neither take.json nor the file's name tells it. */
  readonly takeNumber: number | undefined;
  readonly subject: string;
  /** Apple's name of the model, such as `iPhone13,3`. */
  readonly deviceModel: string | undefined;
  readonly appVersion: string | undefined;
  /** ISO 8601. */
  readonly recordedAt: string | undefined;
  /** Frames a second of the video. */
  readonly frameRate: number | undefined;
  /** When the video begins; the face has timecodes of its own. */
  readonly videoStart: VideoStart | undefined;
  readonly files: PhoneTakeFiles;
  /** What could not be read and was done without, in plain sentences. */
  readonly problems: readonly string[];
}

export interface VideoStart {
  /** As in the frame log: hours, minutes, seconds and frames of the video. */
  readonly timecode: string;
  /** Seconds since midnight; undefined where the frame rate is not known. */
  readonly timeSeconds: number | undefined;
}

/** Keys as the app writes them (samples in Unreal's LiveLinkFaceMetadata); others are passed over. */
const takeInfoSchema = z.object({
  slate: z.string(),
  take: z.int().min(0),
  subject: z.string(),
  deviceModel: z.string().optional(),
  appVersion: z.string().optional(),
  date: z.iso.datetime({ offset: true, local: true }).optional(),
});
const videoInfoSchema = z.object({ FrameRate: z.number().positive() });

/**
 * Tells what a folder of Live Link Face holds. Without take.json, or where it cannot be read, slate, take number and
 * subject come from the names of the files.
 * @param names of the folder's files, without their path
 * @param texts of `take.json`, `video_metadata.json` and `frame_log.csv` (some 50 bytes a frame) where they are there, by name
 * @throws MimesisError `invalid_take` where there is no ARKit face, or that of several takes
 */
export function describePhoneTake(names: readonly string[], texts: ReadonlyMap<string, string>): PhoneTake {
  const problems: string[] = [];
  const info = readJson(takeInfoSchema, TAKE_INFO, texts, problems);
  const video = readJson(videoInfoSchema, VIDEO_INFO, texts, problems);
  const stem = info && `${info.slate}_${info.take}_${info.subject}`;
  const files = sortPhoneTakeFiles(names, stem);
  const named = info ?? namedByFile(files.stem);
  return {
    slate: named.slate,
    takeNumber: named.take,
    subject: named.subject,
    deviceModel: info?.deviceModel,
    appVersion: info?.appVersion,
    recordedAt: info?.date,
    frameRate: video?.FrameRate,
    videoStart: readVideoStart(texts.get(FRAME_LOG), video?.FrameRate),
    files,
    problems,
  };
}

function readJson<T>(
  schema: z.ZodType<T>,
  name: string,
  texts: ReadonlyMap<string, string>,
  problems: string[],
): T | undefined {
  const text = texts.get(name);
  if (text === undefined) return undefined;
  try {
    const read = schema.safeParse(JSON.parse(text));
    if (read.success) return read.data;
    problems.push(`${name} was left out: ${z.prettifyError(read.error)}.`);
  } catch {
    problems.push(`${name} was left out: it is no JSON.`);
  }
  return undefined;
}

export interface NamedTake {
  readonly slate: string;
  readonly take: number | undefined;
  readonly subject: string;
}

/**
 * What the name of a take's file tells: `<slate>_<take>_<subject>`; of a file that was renamed, the name as the slate.
 * @param stem the name without its ending
 */
export function namedByFile(stem: string): NamedTake {
  const [, slate, take, subject = ''] = /^(.+)_(\d+)_(.+)$/.exec(stem) ?? [];
  return slate === undefined
    ? { slate: stem, take: undefined, subject: '' }
    : { slate, take: Number(take), subject };
}

/**
 * A line of the frame log: V for video (A audio, D depth), index of the frame, its time as a fraction, timecode, and in
 * later apps whether the frame was dropped. Frames of the timecode are those of the video, not sixtieths of a second.
 */
const FIRST_VIDEO_FRAME = /^V,0,[^,]*,[^,]*,((\d+):(\d+):(\d+)[:;](\d+(?:\.\d+)?))\s*(?:,|$)/m;

function readVideoStart(log: string | undefined, frameRate: number | undefined): VideoStart | undefined {
  const [, timecode, ...parts] = FIRST_VIDEO_FRAME.exec(log ?? '') ?? [];
  if (timecode === undefined) return undefined;
  const [hours = 0, minutes = 0, seconds = 0, frames = 0] = parts.map(Number);
  const wholeSeconds = (hours % 24) * 3600 + minutes * 60 + seconds;
  return { timecode, timeSeconds: frameRate && wholeSeconds + frames / frameRate };
}

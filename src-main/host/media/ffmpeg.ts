import { execFile } from 'node:child_process';
import type { Writable } from 'node:stream';
import createCommand, { type FfmpegCommand } from 'fluent-ffmpeg';
import { MimesisError } from '#shared/contract/index.ts';

/** The only file that knows fluent-ffmpeg, which is archived upstream. */

/**
 * Containers that are opened. Play lists and scripts of inputs (hls, concat, dash) are left out: a file from outside
 * must not make ffmpeg read other files.
 */
const CONTAINERS = [
  'mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpegts,mpeg,mpegvideo,m4v,h264,hevc,obu,ivf',
  'asf,flv,ogg,gif,mxf,nut,dv,image2,jpeg_pipe,png_pipe,webp_pipe,bmp_pipe,tiff_pipe',
].join(',');
const INPUT_OPTIONS = ['-protocol_whitelist', 'file,pipe', '-format_whitelist', CONTAINERS];

/** `file:` keeps a name such as `concat:a|b` from being read as anything but a file. */
const asInput = (path: string): string => `file:${path}`;

/** An image whose path ffmpeg would read as a pattern for a series of other files, such as `take%03d.jpg`. */
const IMAGE_SERIES = /%(\d*d|[*?{]).*\.(jpe?g|png|webp|bmp|tiff?)$/is;

const inputOptions = (path: string): string[] =>
  IMAGE_SERIES.test(path) ? [...INPUT_OPTIONS, '-pattern_type', 'none'] : INPUT_OPTIONS;

/** The first video track that is no cover picture. */
const FIRST_VIDEO = '0:V:0';

const MISSING_TOOL = /Cannot find ff(mpeg|probe)/;

function mediaError(path: string, detail: string, cause?: unknown): MimesisError {
  if (MISSING_TOOL.test(detail)) {
    return new MimesisError('tool_missing', 'ffmpeg is not installed.', {
      remedy: 'Install ffmpeg (Debian and Ubuntu: apt-get install ffmpeg; macOS: brew install ffmpeg).',
      cause,
    });
  }
  return new MimesisError('unreadable_media', `The video cannot be read: ${lastReason(detail, path)}`, {
    remedy: 'Check that the file plays in a video player; copy it again from its source.',
    cause,
  });
}

/** What a part of ffmpeg says, such as a codec: `[h264 @ 0x55d4] [error] mmco: unref short failure`. */
const OF_A_PART = /^\[\S+ @ /;

/** ffmpeg's last complaint in its own, plainer words or, failing that, a codec's; without marks and the file's name. */
function lastReason(detail: string, path: string): string {
  const lines = detail.split('\n').map((line) => line.replaceAll(asInput(path), '').replaceAll(path, ''));
  const errors = lines.filter((line) => /\[(error|fatal)\]/.test(line));
  const general = errors.filter((line) => !OF_A_PART.test(line));
  const [said = lines] = [general, errors].filter(({ length }) => length > 0);
  const reasons = said
    .map((line) => line.replace(/^(\[[^\]]*\]\s*)+/, '').replace(/^[\s:]+|[\s:]+$/g, ''))
    .filter((line) => line !== '' && !/^(ff(mpeg|probe) )|^Conversion failed/.test(line));
  return reasons.at(-1) ?? 'unknown error';
}

/**
 * ffprobe's description of a file, unchecked. Throws `unreadable_media` or `tool_missing`.
 * @param options of ffprobe, for what it tells only when it is asked
 */
export function probe(path: string, options: readonly string[] = []): Promise<unknown> {
  return new Promise((resolve, reject) => {
    createCommand.ffprobe(asInput(path), [...inputOptions(path), ...options], (error, data) => {
      if (error) reject(mediaError(path, String(error), error));
      else resolve(data);
    });
  });
}

export interface DecodeHandlers {
  /** Presentation time of the next frame, in seconds; NaN where the file gives none. Comes in frame order. */
  onFrameTime(seconds: number): void;
  /** One line of ffmpeg's complaints about the stream. */
  onProblem(line: string): void;
}

/** A running decoder. */
export interface Decoding {
  /** Resolves when ffmpeg has ended well; rejects with `unreadable_media` or `tool_missing`. */
  readonly done: Promise<void>;
  stop(): void;
}

let frameOption: Promise<readonly string[]> | undefined;

/** Keeps ffmpeg from repeating or dropping frames; the option has another name before version 5.1. */
function everyFrameOnce(): Promise<readonly string[]> {
  frameOption ??= new Promise((resolve) => {
    // Where there is no ffmpeg, whoever goes on to use it is told.
    execFile('ffmpeg', ['-version'], (_error, stdout) => {
      const [, major = '99', minor = '0'] = /version n?(\d+)\.(\d+)/.exec(stdout) ?? [];
      const isOld = Number(major) < 5 || (major === '5' && minor === '0');
      resolve([isOld ? '-vsync' : '-fps_mode', 'passthrough']);
    });
  });
  return frameOption;
}

/**
 * Runs a command that writes a file.
 * Rejects with `unreadable_media`, `tool_missing`, the system's ENOSPC where the disk is full, or the signal's reason.
 */
function write(command: FfmpegCommand, path: string, target: string, signal?: AbortSignal): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const stop = (): void => void command.kill('SIGKILL');
  command
    // Until it runs it cannot be killed.
    .on('start', () => signal?.aborted && stop())
    .on('error', (error: Error, _stdout, stderr) => {
      const said = stderr ?? error.message;
      if (signal?.aborted) reject(signal.reason);
      else if (!/No space left on device/.test(said)) reject(mediaError(path, said, error));
      else reject(Object.assign(new Error('the disk is full'), { code: 'ENOSPC' }));
    })
    .on('end', () => resolve());
  signal?.throwIfAborted();
  signal?.addEventListener('abort', stop);
  command.save(target);
  return promise.finally(() => signal?.removeEventListener('abort', stop));
}

const FRAME_TIME = /\bpts_time:\s*(\S+)/;

/**
 * Decodes every frame of the first video track, exactly once and unchanged in number, as RGBA of the given size into
 * `target` (whose back-pressure is respected).
 */
export async function decode(
  path: string,
  size: { width: number; height: number },
  target: Writable,
  handlers: DecodeHandlers,
): Promise<Decoding> {
  const command = createCommand(asInput(path))
    .inputOptions([...inputOptions(path), '-threads', '1'])
    .outputOptions([
      '-map',
      FIRST_VIDEO,
      ...(await everyFrameOnce()),
      '-loglevel',
      'repeat+level+info',
      '-nostats',
    ])
    // showinfo is the plain way to learn each frame's true time while its pixels come through the pipe.
    .videoFilters([`scale=${size.width}:${size.height}:flags=area`, 'format=rgba', 'showinfo=checksum=0'])
    .format('rawvideo');
  const done = new Promise<void>((resolve, reject) => {
    command
      .on('stderr', (line: string) => {
        if (line.includes('showinfo')) {
          const time = FRAME_TIME.exec(line)?.[1];
          if (time !== undefined) handlers.onFrameTime(Number(time));
        } else if (line.includes('[error]') || line.includes('[fatal]')) {
          handlers.onProblem(line);
        }
      })
      .on('error', (error: Error, _stdout, stderr) =>
        reject(mediaError(path, stderr ?? error.message, error)),
      )
      .on('end', () => resolve());
  });
  command.pipe(target, { end: true });
  return { done, stop: () => command.kill('SIGKILL') };
}

/** Longest side of a copy made for looking at, in pixels. */
const COPY_SIDE = 1280;
/** Pictures from one that stands alone to the next: so many are decoded to show any of them. */
const COPY_INTERVAL = '12';

export interface TranscodeOptions {
  readonly signal: AbortSignal;
  /** Gets the media time that has been written, in seconds. */
  onTime(seconds: number): void;
}

/**
 * Writes the first video track and the first sound as H.264 and AAC in MP4, every picture once and at its own time.
 * Rejects with `unreadable_media`, `tool_missing`, the system's ENOSPC where the disk is full, or the signal's reason.
 */
export async function transcode(
  path: string,
  target: string,
  { signal, onTime }: TranscodeOptions,
): Promise<void> {
  const command = createCommand(asInput(path))
    .inputOptions(inputOptions(path))
    .outputOptions(['-map', FIRST_VIDEO, '-map', '0:a:0?', ...(await everyFrameOnce()), '-copyts'])
    .outputOptions([
      '-c:v',
      'libx264',
      '-preset',
      'veryfast',
      '-crf',
      '20',
      '-bf',
      '0',
      '-pix_fmt',
      'yuv420p',
    ])
    .outputOptions(['-g', COPY_INTERVAL, '-video_track_timescale', '90000', '-c:a', 'aac'])
    .outputOptions(['-movflags', '+faststart'])
    .videoFilters(
      `scale='min(${COPY_SIDE},iw)':'min(${COPY_SIDE},ih)':force_original_aspect_ratio=decrease:force_divisible_by=2`,
    )
    .format('mp4')
    .on('progress', ({ timemark }) => onTime(secondsOf(timemark ?? '')));
  await write(command, path, target, signal);
}

/**
 * Writes the first video track into a WebM file of its own, not coded anew and each picture at its own time, with its
 * length and where to find what. Rejects as `transcode` does.
 */
export async function copyPictures(path: string, target: string, signal: AbortSignal): Promise<void> {
  const command = createCommand(asInput(path))
    .inputOptions(inputOptions(path))
    .outputOptions(['-map', FIRST_VIDEO, '-c', 'copy', '-copyts', '-avoid_negative_ts', 'disabled'])
    .format('webm');
  await write(command, path, target, signal);
}

/** Seconds of ffmpeg's `00:01:02.50`; 0 for what is no time, as it writes before the first packet. */
function secondsOf(timemark: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = timemark.split(':').map(Number);
  return Math.max(0, hours * 3600 + minutes * 60 + seconds || 0);
}

/** Sound as it is decoded for a take: one channel is enough to hear a performer by. */
export const SOUND_FORMAT = { sampleRate: 48_000, channels: 1, sampleFormat: 'int16' } as const;

/**
 * Decodes a file's first sound into `target`, from the beginning of the file's clock on, as `SOUND_FORMAT`.
 * Resolves when ffmpeg has ended; false where the file has no sound. Rejects with `unreadable_media` or `tool_missing`.
 */
export function decodeSound(path: string, target: Writable): Promise<boolean> {
  return new Promise((resolve, reject) => {
    createCommand(asInput(path))
      .inputOptions(inputOptions(path))
      .outputOptions(['-map', '0:a:0', '-ac', String(SOUND_FORMAT.channels)])
      .outputOptions(['-ar', String(SOUND_FORMAT.sampleRate), '-af', 'aresample=async=1:first_pts=0'])
      .format('s16le')
      .on('error', (error: Error, _stdout, stderr) => {
        const said = stderr ?? error.message;
        if (/matches no streams/.test(said)) resolve(false);
        else reject(mediaError(path, said, error));
      })
      .on('end', () => resolve(true))
      .pipe(target, { end: true });
  });
}

/** Longest side of a picture that stands for a video in a list, in pixels: twice what is shown, for dense screens. */
const PICTURE_SIDE = 160;

/** Writes the picture of a video at a moment as a small JPEG. Rejects with `unreadable_media`, `tool_missing` or ENOSPC. */
export async function drawPicture(path: string, target: string, seconds: number): Promise<void> {
  const command = createCommand(asInput(path))
    .inputOptions([...inputOptions(path), '-ss', String(seconds)])
    .outputOptions(['-map', FIRST_VIDEO, '-frames:v', '1', '-q:v', '4', '-threads', '1', '-update', '1'])
    .videoFilters(`scale=${PICTURE_SIDE}:${PICTURE_SIDE}:force_original_aspect_ratio=decrease`)
    .format('image2');
  await write(command, path, target);
}

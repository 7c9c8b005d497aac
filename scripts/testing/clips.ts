import { execFileSync } from 'node:child_process';
import { z } from 'zod';
import { CHILD_LIMIT } from './childLimit.ts';

/** Runs ffmpeg; throws what it complains about. */
export function ffmpeg(...args: readonly string[]): void {
  execFileSync('ffmpeg', ['-nostdin', '-v', 'error', '-y', ...args], {
    ...CHILD_LIMIT,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

/** The beginning of a video, its pictures untouched. */
export function cutClip(source: string, target: string, seconds: number): void {
  ffmpeg('-i', source, '-t', String(seconds), '-an', '-c', 'copy', target);
}

/** A small clip of a test picture: nobody is in it, so it is tracked fast. Its content depends on the frame count. */
export function makeTestClip(target: string, frames: number): void {
  ffmpeg(
    '-f',
    'lavfi',
    '-i',
    'testsrc2=size=320x240:rate=25',
    '-frames:v',
    String(frames),
    '-c:v',
    'mpeg4',
    target,
  );
}

const framesSchema = z.object({ frames: z.array(z.object({ pts_time: z.coerce.number() })) });

/** The presentation times of a video's frames as ffprobe gives them, in seconds. */
export function frameTimes(file: string): number[] {
  const list = ['-v', 'error', '-select_streams', 'v:0', '-show_entries', 'frame=pts_time', '-of', 'json'];
  const output: unknown = JSON.parse(
    execFileSync('ffprobe', [...list, file], { ...CHILD_LIMIT, encoding: 'utf8' }),
  );
  return framesSchema.parse(output).frames.map((frame) => frame.pts_time);
}

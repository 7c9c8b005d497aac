import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { ffmpeg } from '../../scripts/testing/clips.ts';
import { repositoryRoot } from '../../scripts/testing/shared.ts';

/** A part of one of the app's sample clips, which a camera shows over and over. */
export interface FilmedPart {
  readonly clip: 'face' | 'hands' | 'crossing';
  readonly fromSeconds: number;
  readonly seconds: number;
  /** How many times slower than it was filmed, 1, 5 or 25: a busy computer tracks few pictures a second. */
  readonly slower: number;
}

/** Each picture is shown once; Chromium's camera takes whole numbers of them a second. */
const CLIP_FPS = 25;
const SIZE = 320;

/** A browser with one camera, which needs no leave of anybody. Closed when the test ends. */
export async function browserWithCamera(folder: string, part: FilmedPart): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--use-fake-ui-for-media-stream', ...cameraArguments(folder, part)],
  });
  onTestFinished(() => browser.close());
  return browser;
}

/** What Chromium is told so that its one camera shows the part of a clip, which is written into a folder. */
export function cameraArguments(
  folder: string,
  { clip, fromSeconds, seconds, slower }: FilmedPart,
): string[] {
  const video = join(folder, `${clip}.y4m`);
  ffmpeg(
    ...['-ss', String(fromSeconds), '-t', String(seconds)],
    ...['-i', join(repositoryRoot, 'resources/sample', `${clip}.mp4`)],
    ...['-vf', `scale=${SIZE}:${SIZE},setpts=${slower}*PTS`, '-r', String(CLIP_FPS / slower)],
    ...['-pix_fmt', 'yuv420p', video],
  );
  return ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${video}`];
}

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHILD_LIMIT } from '../../scripts/testing/childLimit.ts';
import { frameTimes } from '../../scripts/testing/clips.ts';
import { openTake } from '../../src-main/host/takes/index.ts';
import type { RecordedMedium } from '../../src-shared/formats/index.ts';

/** The folder of the newest take of a workspace. */
export async function newestTake(workspace: string): Promise<string> {
  const takes = join(workspace, 'takes');
  const folders = readdirSync(takes).filter((name) => !name.startsWith('.'));
  const started = await Promise.all(
    folders.map(async (name) => ({ name, at: (await openTake(join(takes, name))).header.startedAt })),
  );
  started.sort((a, b) => (a.at < b.at ? 1 : -1));
  return join(takes, started[0]?.name ?? '');
}

/** When clicks are heard in a take, on its clock: by the times of the pieces of its sound. */
export async function clicksIn(folder: string): Promise<number[]> {
  const sound = await mediumOf(folder, 'audio');
  if (sound?.description.kind !== 'audio') return [];
  const { sampleRate, channels } = sound.description;
  const bytes = readFileSync(join(folder, 'audio.wav'));
  const clicks: number[] = [];
  for (const { timeSeconds, fromByte, bytes: length } of sound.pieces) {
    for (let at = 0; at + 4 * channels <= length; at += 4 * channels) {
      if (Math.abs(bytes.readFloatLE(fromByte + at)) < 0.3) continue;
      const seconds = timeSeconds + at / (4 * channels) / sampleRate;
      if (seconds - (clicks.at(-1) ?? -1) > 0.3) clicks.push(seconds);
    }
  }
  return clicks;
}

/** When flashes are seen in a take, on its clock: by the time of its video's first piece. */
export async function flashesIn(folder: string): Promise<number[]> {
  const video = await mediumOf(folder, 'video');
  const start = video?.pieces[0]?.timeSeconds ?? Number.NaN;
  const brightness = 'frame=pts_time:frame_tags=lavfi.signalstats.YAVG';
  const graph = `movie=${join(folder, 'video.webm')},signalstats`;
  const lines = execFileSync(
    'ffprobe',
    ['-v', 'error', '-f', 'lavfi', '-i', graph, '-show_entries', brightness, '-of', 'csv=p=0'],
    { ...CHILD_LIMIT, encoding: 'utf8' },
  );
  const flashes: number[] = [];
  for (const line of lines.trim().split('\n')) {
    const [seconds = Number.NaN, light = 0] = line.split(',').map(Number);
    if (light > 128 && start + seconds - (flashes.at(-1) ?? -1) > 0.3) flashes.push(start + seconds);
  }
  return flashes;
}

async function mediumOf(folder: string, kind: 'audio' | 'video'): Promise<RecordedMedium | undefined> {
  return (await openTake(folder)).media.find(({ description }) => description.kind === kind);
}

/** The times of a take in which there is sound, in order: what lies closer together than 50 ms is one. */
export async function soundSpans(folder: string): Promise<{ fromSeconds: number; toSeconds: number }[]> {
  const sound = await mediumOf(folder, 'audio');
  if (sound?.description.kind !== 'audio') return [];
  const bytesPerSecond = 4 * sound.description.channels * sound.description.sampleRate;
  const spans: { fromSeconds: number; toSeconds: number }[] = [];
  for (const { timeSeconds, bytes } of sound.pieces) {
    const last = spans.at(-1);
    const toSeconds = timeSeconds + bytes / bytesPerSecond;
    if (last && timeSeconds - last.toSeconds < 0.05) last.toSeconds = toSeconds;
    else spans.push({ fromSeconds: timeSeconds, toSeconds });
  }
  return spans;
}

/** Pictures that can be decoded of a take's video. */
export function frameCount(folder: string): number {
  return frameTimes(join(folder, 'video.webm')).length;
}

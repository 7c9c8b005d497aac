import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { inspectFile } from '../src-main/host/ingest/index.ts';
import { TrackerProcess, type WorkerResult } from '../src-main/host/tracking/index.ts';
import { DEFAULT_POSTPROCESS } from '../src-shared/body/index.ts';
import type { Benchmark, Figure } from './figure.ts';

const media = resolve(import.meta.dirname, '../../shared/media');
const clips = ['sign-clip.mp4', 'pose-clip.mp4', 'asl-hand.mp4'];

interface Run {
  readonly results: readonly WorkerResult[];
  /** From taking the file in hand to its durable track, per clip, added up. */
  readonly seconds: number;
}

/** The tracking path of the batch on real clips: speed, overhead over inference alone, memory and size. */
export const batch: Benchmark = {
  name: 'batch',
  async run() {
    const missing = clips.filter((clip) => !existsSync(join(media, clip)));
    if (missing.length > 0) throw new Error(`test data not found: ${missing.join(', ')} in ${media}`);
    const folder = mkdtempSync(join(tmpdir(), 'mimesis-bench-'));
    try {
      return await measure(folder);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

async function measure(folder: string): Promise<Figure[]> {
  const workers = await Promise.all([startWarm(folder), startWarm(folder)]);
  try {
    const [first] = workers;
    if (!first) throw new Error('no worker');
    const one = await trackAll(first, folder);
    const started = performance.now();
    const two = await Promise.all(workers.map((worker) => trackAll(worker, folder)));
    const twoSeconds = (performance.now() - started) / 1000;
    return figures(one, two, twoSeconds);
  } finally {
    for (const worker of workers) worker.stop();
  }
}

function figures(one: Run, two: readonly Run[], twoSeconds: number): Figure[] {
  const frames = sum(one.results, ({ frames }) => frames);
  const task = (name: 'pose' | 'hands' | 'face'): number => sum(one.results, ({ timings }) => timings[name]);
  const inferenceSeconds = (task('pose') + task('hands') + task('face')) / 1000;
  const oneRate = frames / one.seconds;
  const twoRate = sum(two, (run) => sum(run.results, (result) => result.frames)) / twoSeconds;
  const rss = [...one.results, ...two.flatMap((run) => run.results)].map(({ rssBytes }) => rssBytes);
  return [
    { key: 'frames', value: frames, unit: 'frames' },
    { key: 'frames_per_second_1_worker', value: oneRate, unit: 'frames/s' },
    { key: 'frames_per_second_2_workers', value: twoRate, unit: 'frames/s' },
    { key: 'scaling_2_workers', value: twoRate / oneRate, unit: 'x' },
    { key: 'pose_ms_per_frame', value: task('pose') / frames, unit: 'ms' },
    { key: 'hands_ms_per_frame', value: task('hands') / frames, unit: 'ms' },
    { key: 'face_ms_per_frame', value: task('face') / frames, unit: 'ms' },
    {
      key: 'overhead_over_inference',
      value: one.seconds / inferenceSeconds - 1,
      unit: 'share',
      target: { atMost: 0.15 },
    },
    {
      key: 'track_bytes_per_frame',
      value: sum(one.results, ({ track }) => track.bytes) / frames,
      unit: 'bytes',
    },
    { key: 'rss_per_worker', value: Math.max(...rss) / 2 ** 20, unit: 'MiB' },
  ];
}

/** A worker that has its models loaded and its code compiled. */
async function startWarm(folder: string): Promise<TrackerProcess> {
  const worker = await TrackerProcess.start();
  await trackClip(worker, folder, 'sign-clip.mp4');
  return worker;
}

async function trackAll(worker: TrackerProcess, folder: string): Promise<Run> {
  const results: WorkerResult[] = [];
  const started = performance.now();
  for (const clip of clips) results.push(await trackClip(worker, folder, clip));
  return { results, seconds: (performance.now() - started) / 1000 };
}

async function trackClip(worker: TrackerProcess, folder: string, clip: string): Promise<WorkerResult> {
  const path = join(media, clip);
  const file = await inspectFile(path);
  if (file.kind !== 'ready') throw new Error(file.message);
  const id = randomUUID();
  return worker.track(
    {
      video: { id, sha1: file.sha1, filename: basename(path), path },
      target: join(folder, id, 'tracking.jsonl.gz'),
      postprocess: DEFAULT_POSTPROCESS,
    },
    () => {},
  );
}

function sum<Item>(items: readonly Item[], value: (item: Item) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}

import { setTimeout as sleep } from 'node:timers/promises';
import { playTake } from '../../src-main/host/capture/index.ts';
import { createCaptureFrame, decodeFrameMessage } from '../../src-shared/capture/index.ts';
import type { Figure } from '../figure.ts';
import { percentile } from '../percentile.ts';
import type { BenchHost } from './benchHost.ts';
import { loadFaces } from './faces.ts';
import { FPS } from './sendFaces.ts';

const PHONES = 10;
const MINUTES = 10;
/** What starting leaves to the optimising compilers and caches is not counted. */
const WARM_UP_SECONDS = 30;
const SAMPLE_SECONDS = 20;
const FAULTS = { loss: 0.05, jitterSeconds: 0.005, reorder: 0.02 };

/** Ten phones on a bad network, for ten minutes: what becomes of the host's time, of its memory and of the frames. */
export async function measureTenPhones({ studio, inspector, port, process }: BenchHost): Promise<Figure[]> {
  const lags = watchLags(studio);
  const ended = new AbortController();
  const phones = Array.from({ length: PHONES }, (_, i) =>
    playTake({
      protocol: 'llf',
      take: loadFaces(),
      deviceId: `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`,
      subject: `Phone ${i + 1}`,
      host: '127.0.0.1',
      port,
      fps: FPS,
      loop: true,
      faults: FAULTS,
      seed: i + 1,
      signal: ended.signal,
    }),
  );
  await sleep(WARM_UP_SECONDS * 1000);
  const begun = performance.now();
  const cpuBefore = await inspector.cpuSeconds();
  const heaps: { seconds: number; bytes: number }[] = [];
  lags.clear();
  let collecting = 0;
  while (performance.now() - begun < MINUTES * 60_000) {
    const cpuAt = await inspector.cpuSeconds();
    heaps.push({ seconds: (performance.now() - begun) / 1000, bytes: await inspector.heapBytes() });
    // The forced collections are the measurement's own.
    collecting += (await inspector.cpuSeconds()) - cpuAt;
    await sleep(SAMPLE_SECONDS * 1000);
  }
  const seconds = (performance.now() - begun) / 1000;
  const cpu = (await inspector.cpuSeconds()) - cpuBefore - collecting;
  const { numbers } = await studio.ask('capture.read', {});
  ended.abort();
  await Promise.all(phones);
  return [
    {
      key: 'ten_phones_host_runs',
      value: Number(process.exitCode === null),
      unit: '',
      target: { atLeast: 1 },
    },
    {
      key: 'ten_phones_host_cpu',
      value: (100 * cpu) / seconds,
      unit: '% of one core',
      target: { atMost: 25 },
    },
    ...memoryFigures(heaps),
    { key: 'ten_phones_drift', value: lags.drift(), unit: 'frames', target: { atMost: 1 } },
    {
      key: 'ten_phones_loss_shown',
      value: Math.max(...numbers.map(({ loss }) => loss ?? 0)),
      unit: 'share',
    },
  ];
}

/** How far frames are behind their own time when they come, against the beginning and at the end. */
function watchLags(studio: BenchHost['studio']) {
  const frame = createCaptureFrame();
  const bySubject = new Map<number, number[]>();
  studio.onFrame = (message) => {
    const id = decodeFrameMessage(message, frame);
    if (id === undefined) return;
    const lags = bySubject.get(id) ?? [];
    bySubject.set(id, lags);
    lags.push(performance.now() / 1000 - frame.timeSeconds);
  };
  const SPAN = 30 * FPS;
  return {
    clear: () => bySubject.clear(),
    /** The largest change of any phone's median lag, from the first half minute to the last, in frames. */
    drift: (): number =>
      Math.max(
        ...[...bySubject.values()].map(
          (lags) => Math.abs(percentile(lags.slice(-SPAN), 50) - percentile(lags.slice(0, SPAN), 50)) * FPS,
        ),
      ),
  };
}

/**
 * The slope of a straight line through the heap's sizes (least squares) in the second half of the time: in the first, what
 * has been compiled and counted anew still grows by some 100 KB.
 */
function memoryFigures(sizes: readonly { seconds: number; bytes: number }[]): Figure[] {
  const heaps = sizes.slice(sizes.length / 2);
  const n = heaps.length;
  const mean = (of: (each: (typeof heaps)[number]) => number): number =>
    heaps.reduce((sum, each) => sum + of(each), 0) / n;
  const [t, b] = [mean(({ seconds }) => seconds), mean(({ bytes }) => bytes)];
  const spread = heaps.reduce((sum, { seconds }) => sum + (seconds - t) ** 2, 0);
  const slope = heaps.reduce((sum, { seconds, bytes }) => sum + (seconds - t) * (bytes - b), 0) / spread;
  return [
    { key: 'ten_phones_heap', value: (heaps.at(-1)?.bytes ?? Number.NaN) / 2 ** 20, unit: 'MB' },
    {
      key: 'ten_phones_heap_slope',
      value: (slope * 60) / 2 ** 10,
      unit: 'KB/min',
      target: { atMost: 20 },
    },
  ];
}

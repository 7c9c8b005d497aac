import type { Figure } from '../figure.ts';
import { percentile } from '../shell/percentile.ts';
import { createSeedPipeline } from './seedPipeline.ts';
import type { FramedTake } from './take.ts';
import { createBusyRig, seedFrames } from './workload.ts';

const ROUNDS = 25;
const FRAMES = 6000;
const WARM_UP_ROUNDS = 5;

/** Processor time per frame of the rig and of the avatar engine's algorithm, in turns, so that both meet the same machine. */
export function measureCost(take: FramedTake): Figure[] {
  const busy = createBusyRig(take);
  const frames = seedFrames(take);
  const asWritten = createSeedPipeline('as_written');
  const tableKept = createSeedPipeline('table_kept');
  let next = 0;
  const contestants = {
    rig: () => busy.frame(next),
    asWritten: () => void asWritten(frames[next % frames.length] ?? failed()),
    tableKept: () => void tableKept(frames[next % frames.length] ?? failed()),
  };
  const times = { rig: [] as number[], asWritten: [] as number[], tableKept: [] as number[] };
  for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
    const first = next;
    for (const name of ['rig', 'asWritten', 'tableKept'] as const) {
      const run = contestants[name];
      const start = processorMicroseconds();
      for (next = first; next < first + FRAMES; next++) run();
      if (round >= WARM_UP_ROUNDS) times[name].push((processorMicroseconds() - start) / FRAMES);
    }
  }
  const ratio = (baseline: readonly number[]): number =>
    percentile(
      baseline.map((time, i) => time / (times.rig[i] ?? Number.NaN)),
      50,
    );
  return [
    { key: 'targets', value: busy.rig.targets.length, unit: 'targets' },
    { key: 'frame_p50', value: percentile(times.rig, 50), unit: 'us', target: { atMost: 6 } },
    { key: 'frame_p95', value: percentile(times.rig, 95), unit: 'us' },
    { key: 'seed_as_written_p50', value: percentile(times.asWritten, 50), unit: 'us' },
    { key: 'seed_table_kept_p50', value: percentile(times.tableKept, 50), unit: 'us' },
    { key: 'faster_than_seed', value: ratio(times.asWritten), unit: 'x', target: { atLeast: 15 } },
    { key: 'faster_than_seed_table_kept', value: ratio(times.tableKept), unit: 'x' },
    { key: 'cache_hit_rate', value: busy.rig.stats.cacheHitRate, unit: '0..1' },
  ];
}

/** Of this thread alone: what else runs on the machine does not count. */
function processorMicroseconds(): number {
  const { user, system } = process.threadCpuUsage();
  return user + system;
}

function failed(): never {
  throw new Error('the take has no frames');
}

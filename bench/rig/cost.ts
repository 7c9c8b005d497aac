import type { Figure } from '../figure.ts';
import { percentile } from '../percentile.ts';
import { createSeedPipeline, type SeedFrame } from './seedPipeline.ts';
import type { FramedTake } from './take.ts';
import { createBusyRig, seedFrames } from './workload.ts';

const ROUNDS = 11;
/** Many, since a thread's processor time is counted in steps of 4 ms. */
const RIG_FRAMES = 60_000;
const SEED_FRAMES = 12_000;
const WARM_UP_ROUNDS = 3;
const OTHER_RIG_FRAMES = 20_000;

/**
 * Processor time per frame of the rig and of the avatar engine's algorithm: of one avatar alone in a process, and after a
 * rig of another profile has worked in it, which leaves an engine with more general code.
 */
export function measureCost(take: FramedTake): Figure[] {
  const alone = measureInTurns(take);
  const other = createBusyRig(take, 'arkit');
  for (let at = 0; at < OTHER_RIG_FRAMES; at++) other.frame(at);
  const later = measureInTurns(take);
  return [
    { key: 'targets', value: alone.rig.targets.length, unit: 'targets' },
    { key: 'frame_p50', value: percentile(alone.frame, 50), unit: 'us', target: { atMost: 6 } },
    { key: 'frame_p95', value: percentile(alone.frame, 95), unit: 'us' },
    { key: 'frame_after_another_p50', value: percentile(later.frame, 50), unit: 'us', target: { atMost: 6 } },
    { key: 'seed_as_written_p50', value: percentile(alone.asWritten, 50), unit: 'us' },
    { key: 'seed_table_kept_p50', value: percentile(alone.tableKept, 50), unit: 'us' },
    { key: 'faster_than_seed', value: alone.fasterThanWritten, unit: 'x', target: { atLeast: 15 } },
    { key: 'faster_than_seed_table_kept', value: alone.fasterThanKept, unit: 'x' },
    { key: 'faster_than_seed_after_another', value: later.fasterThanWritten, unit: 'x' },
    { key: 'cache_hit_rate', value: alone.rig.stats.cacheHitRate, unit: '0..1' },
  ];
}

/** In turns, so that all meet the same machine. */
function measureInTurns(take: FramedTake) {
  const busy = createBusyRig(take);
  const frames = seedFrames(take);
  const asWritten = createSeedPipeline('as_written');
  const tableKept = createSeedPipeline('table_kept');
  const seedFrame = (at: number): SeedFrame => frames[at % frames.length] ?? failed();
  const contestants = {
    rig: { frames: RIG_FRAMES, run: busy.frame },
    asWritten: { frames: SEED_FRAMES, run: (at: number) => void asWritten(seedFrame(at)) },
    tableKept: { frames: SEED_FRAMES, run: (at: number) => void tableKept(seedFrame(at)) },
  };
  const times = { rig: [] as number[], asWritten: [] as number[], tableKept: [] as number[] };
  for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
    for (const name of ['rig', 'asWritten', 'tableKept'] as const) {
      const { frames, run } = contestants[name];
      const start = processorMicroseconds();
      for (let at = round * frames; at < (round + 1) * frames; at++) run(at);
      if (round >= WARM_UP_ROUNDS) times[name].push((processorMicroseconds() - start) / frames);
    }
  }
  const ratio = (baseline: readonly number[]): number =>
    percentile(
      baseline.map((time, i) => time / (times.rig[i] ?? Number.NaN)),
      50,
    );
  return {
    rig: busy.rig,
    frame: times.rig,
    asWritten: times.asWritten,
    tableKept: times.tableKept,
    fasterThanWritten: ratio(times.asWritten),
    fasterThanKept: ratio(times.tableKept),
  };
}

/** Of this thread alone: what else runs on the machine does not count. */
function processorMicroseconds(): number {
  const { user, system } = process.threadCpuUsage();
  return user + system;
}

function failed(): never {
  throw new Error('the take has no frames');
}

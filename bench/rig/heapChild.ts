import { percentile } from '../percentile.ts';
import { loadTake } from './take.ts';
import { createBusyRig } from './workload.ts';

/** Prints by how many bytes the heap grows over a million frames, and how many a frame allocates. Run with --expose-gc. */
const BLOCK = 100_000;
const WARM_UP_BLOCKS = 10;
const BLOCKS = 10;
/** Few enough that no garbage is taken away meanwhile; within them nothing is begun but what frames themselves do. */
const QUIET_FRAMES = 100;
const QUIET_RUNS = 15;

/** After garbage is taken away; code that is no longer used goes with it, a little at each time. */
function heapUsed(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

if (!globalThis.gc) throw new Error('run with --expose-gc');
const { frame } = createBusyRig(loadTake());
const heap: number[] = [];
for (let block = 0; block < WARM_UP_BLOCKS + BLOCKS; block++) {
  for (let i = 0; i < BLOCK; i++) frame(block * BLOCK + i);
  heap.push(heapUsed());
}
const growth = (heap.at(-1) ?? 0) - (heap[WARM_UP_BLOCKS - 1] ?? 0);
const allocated: number[] = [];
for (let run = 0; run < QUIET_RUNS; run++) {
  const first = (WARM_UP_BLOCKS + BLOCKS) * BLOCK + run * 120 + 10;
  const before = process.memoryUsage().heapUsed;
  for (let i = first; i < first + QUIET_FRAMES; i++) frame(i);
  allocated.push((process.memoryUsage().heapUsed - before) / QUIET_FRAMES);
}
process.stdout.write(`${growth} ${percentile(allocated, 50)}\n`);

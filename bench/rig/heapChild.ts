import { loadTake } from './take.ts';
import { createBusyRig } from './workload.ts';

/** Prints by how many bytes the heap grows over a million frames. Run with --expose-gc. */
const BLOCK = 100_000;
const WARM_UP_BLOCKS = 10;
const BLOCKS = 10;

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
process.stdout.write(`${(heap.at(-1) ?? 0) - (heap[WARM_UP_BLOCKS - 1] ?? 0)}\n`);

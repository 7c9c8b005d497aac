import { loadTake } from './take.ts';
import { createBusyRig } from './workload.ts';

/** Prints by how many bytes the heap grows over a million frames. Run with --expose-gc. */
const FRAMES = 1_000_000;
const WARM_UP = 100_000;

function heapUsed(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

if (!globalThis.gc) throw new Error('run with --expose-gc');
const { frame } = createBusyRig(loadTake());
for (let at = 0; at < WARM_UP; at++) frame(at);
const before = heapUsed();
for (let at = WARM_UP; at < WARM_UP + FRAMES; at++) frame(at);
process.stdout.write(`${heapUsed() - before}\n`);

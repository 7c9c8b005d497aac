import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Figure } from '../figure.ts';

/**
 * Bytes that the heap has grown by after a million frames, garbage taken away before and after, and bytes that a frame
 * allocates, in a process of its own.
 */
export function measureHeap(): Figure[] {
  const child = fileURLToPath(new URL('./heapChild.ts', import.meta.url));
  const output = execFileSync(process.execPath, ['--expose-gc', child], { encoding: 'utf8' });
  const [growth = Number.NaN, allocated = Number.NaN] = output.split(' ').map(Number);
  return [
    { key: 'heap_growth_1e6_frames', value: growth / 1024, unit: 'KiB', target: { atMost: 64 } },
    { key: 'allocated_per_frame', value: allocated, unit: 'B' },
  ];
}

import { execFileSync } from 'node:child_process';
import type { Figure } from '../figure.ts';

/** Bytes that the heap has grown by after a million frames, garbage taken away before and after, in a process of its own. */
export function measureHeap(): Figure[] {
  const child = new URL('./heapChild.ts', import.meta.url).pathname;
  const growth = Number(execFileSync(process.execPath, ['--expose-gc', child], { encoding: 'utf8' }));
  return [{ key: 'heap_growth_1e6_frames', value: growth / 1024, unit: 'KiB', target: { atMost: 64 } }];
}

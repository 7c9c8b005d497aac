import type { Benchmark } from './figure.ts';
import { measureCost } from './rig/cost.ts';
import { measureHeap } from './rig/heap.ts';
import { measureSmoothing } from './rig/smoothing.ts';
import { loadTake } from './rig/take.ts';
import { measureViewport } from './rig/viewport.ts';

/** The face rig: what a frame costs beside the avatar engine's own algorithm, what memory it takes, how well it smooths; and what the avatar costs to draw. */
export const rig: Benchmark = {
  name: 'rig',
  async run() {
    const take = loadTake();
    return [...measureCost(take), ...measureHeap(), ...measureSmoothing(take), ...(await measureViewport())];
  },
};

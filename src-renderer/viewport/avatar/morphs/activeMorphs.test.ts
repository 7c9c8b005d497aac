import { describe, expect, it } from 'vitest';
import { createActiveMorphs, listActive } from './activeMorphs.ts';

describe('the active targets of a mesh', () => {
  it('are those that have a weight, whatever their places among the weights', () => {
    const active = createActiveMorphs(4);
    listActive(active, Int16Array.of(2, 0, -1, 1), Float32Array.of(0.5, 0, 0.25));
    expect(active.count).toBe(2);
    expect([...active.packed.subarray(0, 4)]).toEqual([0, 0.25, 1, 0.5]);
  });

  it('are none for a face at rest', () => {
    const active = createActiveMorphs(3);
    listActive(active, Int16Array.of(0, 1, 2), Float32Array.of(0, 1e-5, 0));
    expect(active.count).toBe(0);
  });

  it('fit all at once', () => {
    const active = createActiveMorphs(5);
    listActive(active, Int16Array.of(0, 0, 0, 0, 0), Float32Array.of(1));
    expect(active.count).toBe(5);
    expect(active.packed).toHaveLength(12);
  });
});

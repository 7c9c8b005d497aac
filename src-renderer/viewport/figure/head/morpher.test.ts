import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sculptHead } from './headMesh.ts';
import { Morpher } from './morpher.ts';
import { morphTargets } from './morphTargets.ts';

const mesh = sculptHead();
const targets = morphTargets(mesh);
const morpher = new Morpher(mesh.surface, targets);
const numbersOf = (name: 'position' | 'normal'): Float32Array =>
  Float32Array.from(morpher.geometry.getAttribute(name).array);
const influences = fc.float32Array({
  minLength: targets.length,
  maxLength: targets.length,
  min: 0,
  max: 1,
  noNaN: true,
});

describe('a shaped surface', () => {
  it('has the mean of its shapes where half of each is taken', () => {
    const rest = numbersOf('position');
    fc.assert(
      fc.property(influences, (taken) => {
        morpher.shape(taken);
        const whole = numbersOf('position');
        morpher.shape(taken.map((value) => value / 2));
        const half = numbersOf('position');
        for (let i = 0; i < rest.length; i += 97) {
          expect(half[i]).toBeCloseTo(((rest[i] ?? 0) + (whole[i] ?? 0)) / 2, 5);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('comes back to its rest', () => {
    const none = new Float32Array(targets.length);
    morpher.shape(none.map(() => 1));
    expect(numbersOf('position')).not.toEqual(new Float32Array(mesh.surface.positions));
    morpher.shape(none);
    expect(numbersOf('position')).toEqual(new Float32Array(mesh.surface.positions));
  });

  it('has normals of length 1 in every mixture', () => {
    fc.assert(
      fc.property(influences, (taken) => {
        morpher.shape(taken);
        const normals = numbersOf('normal');
        for (const vertex of new Set(mesh.surface.triangles)) {
          expect(Math.hypot(...normals.subarray(vertex * 3, vertex * 3 + 3))).toBeCloseTo(1, 4);
        }
      }),
      { numRuns: 5 },
    );
  });
});

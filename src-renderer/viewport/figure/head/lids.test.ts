import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eyeX } from './eyeOpening.ts';
import { EYE, EYEBALL_RADIUS } from './form.ts';
import { sculptHead } from './headMesh.ts';
import { closeLids, type EyeCoefficients, type LidClosure, shutLid } from './lids.ts';

const weight = fc.double({ min: 0, max: 1, noNaN: true });
const coefficients = fc.record({
  blink: weight,
  squint: weight,
  wide: weight,
  lookDown: weight,
  lookUp: weight,
});

function closed(eye: EyeCoefficients): LidClosure {
  const out = { upper: 0, lower: 0 };
  closeLids(eye, out);
  return out;
}

const OPEN: EyeCoefficients = { blink: 0, squint: 0, wide: 0, lookDown: 0, lookUp: 0 };

describe('the lids of an eye', () => {
  it('are open at rest and shut by a blink, whatever else the eye does', () => {
    expect(closed(OPEN)).toEqual({ upper: 0, lower: 0 });
    fc.assert(
      fc.property(coefficients, (eye) => {
        expect(closed({ ...eye, blink: 1 })).toEqual({ upper: 1, lower: 1 });
      }),
    );
  });

  it('come nearer the more it blinks, and never pass each other', () => {
    fc.assert(
      fc.property(coefficients, weight, (eye, more) => {
        const before = closed(eye);
        const after = closed({ ...eye, blink: eye.blink + (1 - eye.blink) * more });
        expect(after.upper).toBeGreaterThanOrEqual(before.upper - 1e-9);
        expect(after.lower).toBeGreaterThanOrEqual(before.lower - 1e-9);
        expect(Math.max(after.upper, after.lower)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('open wider for a wide eye, and follow the gaze', () => {
    expect(closed({ ...OPEN, wide: 1 }).upper).toBeLessThan(0);
    expect(closed({ ...OPEN, squint: 1 }).lower).toBeGreaterThan(0.5);
    expect(closed({ ...OPEN, lookDown: 1 }).upper).toBeGreaterThan(0.3);
    expect(closed({ ...OPEN, lookDown: 1 }).lower).toBeLessThan(0);
    expect(closed({ ...OPEN, lookUp: 1 }).upper).toBeLessThan(0);
  });
});

describe('the skin of the lids', () => {
  const { surface, lids } = sculptHead();

  it('meets all along the eye when it is shut', () => {
    const edges = lids.filter(({ share, side }) => share === 1 && side === 'left');
    const heightAt = (lid: 'upper' | 'lower', x: number): number => {
      const near = edges
        .filter((each) => each.lid === lid)
        .toSorted((a, b) => Math.abs(surface.x(a.vertex) - x) - Math.abs(surface.x(b.vertex) - x))[0];
      return near ? shutLid(surface, near)[1] : Number.NaN;
    };
    for (const offset of [-0.009, -0.004, 0, 0.004, 0.009]) {
      const x = EYE[0] + offset;
      expect(Math.abs(heightAt('upper', x) - heightAt('lower', x))).toBeLessThan(0.0012);
    }
  });

  it('stays outside of the eyeball all the way', () => {
    for (const lid of lids) {
      const { vertex, side } = lid;
      const open = [surface.x(vertex), surface.y(vertex), surface.z(vertex)] as const;
      const shut = shutLid(surface, lid);
      // The inner side of the lid's edge lies against the eyeball.
      if (distanceToEye(open, side) < EYEBALL_RADIUS + 0.001) continue;
      for (let share = 0; share <= 1; share += 0.1) {
        const between = open.map((value, axis) => value + ((shut[axis] ?? 0) - value) * share);
        expect(distanceToEye(between, side)).toBeGreaterThan(EYEBALL_RADIUS - 1e-4);
      }
    }
  });
});

function distanceToEye([x = 0, y = 0, z = 0]: readonly number[], side: 'left' | 'right'): number {
  return Math.hypot(x - eyeX(side), y - EYE[1], z - EYE[2]);
}

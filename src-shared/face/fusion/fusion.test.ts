import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_RIG, FACE_DRIVERS } from '../presets/index.ts';
import { FACE_REGIONS, REGION_INDEX } from '../regions/index.ts';
import { ownerOf } from '../testing/neutralRig.ts';
import { createFusion } from './fusion.ts';

const MOUTH = REGION_INDEX.mouth;
const BROWS = REGION_INDEX.brows;
const FRAME = 1 / 60;
const ALL = new Float32Array(FACE_REGIONS.length).fill(1);
const presence = (idle: number, tracking: number, audio: number, text: number) =>
  Float64Array.of(idle, tracking, audio, text);

describe('who drives which part of the face', () => {
  it('is the first of its list that is present', () => {
    const fusion = createFusion(DEFAULT_RIG.fusion);
    fusion.share(presence(1, 1, 0, 1), ALL, FRAME);
    expect(ownerOf(fusion.shares, 'mouth')).toBe('text');
    expect(ownerOf(fusion.shares, 'brows')).toBe('tracking');
    fusion.share(presence(1, 0, 0, 0), ALL, FRAME);
    expect(ownerOf(fusion.shares, 'mouth')).toBe('idle');
    fusion.share(presence(0, 0, 0, 0), ALL, FRAME);
    expect(ownerOf(fusion.shares, 'mouth')).toBeUndefined();
  });

  it('is shared while one hands over to another', () => {
    const fusion = createFusion(DEFAULT_RIG.fusion);
    fusion.share(presence(1, 0.5, 0, 0.25), ALL, FRAME);
    expect(fusion.shares.text[MOUTH]).toBeCloseTo(0.25, 6);
    expect(fusion.shares.tracking[MOUTH]).toBeCloseTo(0.375, 6);
    expect(fusion.shares.idle[MOUTH]).toBeCloseTo(0.375, 6);
    expect(fusion.shares.text[BROWS]).toBe(0);
  });

  it('leaves a region that tracking does not see to the next driver', () => {
    const fusion = createFusion(DEFAULT_RIG.fusion);
    fusion.share(presence(1, 1, 0, 0), ALL.with(BROWS, 0), FRAME);
    expect(ownerOf(fusion.shares, 'brows')).toBe('idle');
    expect(ownerOf(fusion.shares, 'mouth')).toBe('tracking');
  });

  it('never sums to more than all of it, and moves no further than the presences do', () => {
    const any = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(any, any, (first, second) => {
        const fusion = createFusion(DEFAULT_RIG.fusion);
        fusion.share(Float64Array.from(first), ALL, FRAME);
        const before = FACE_DRIVERS.map((driver) => fusion.shares[driver].slice());
        fusion.share(Float64Array.from(second), ALL, FRAME);
        const moved = first.reduce((sum, value, i) => sum + Math.abs(value - (second[i] ?? 0)), 0);
        for (let region = 0; region < 8; region++) {
          const shares = FACE_DRIVERS.map((driver) => fusion.shares[driver][region] ?? 0);
          expect(shares.reduce((sum, share) => sum + share, 0)).toBeLessThan(1 + 1e-6);
          for (const [i, share] of shares.entries()) {
            expect(Math.abs(share - (before[i]?.[region] ?? 0))).toBeLessThan(moved + 1e-6);
          }
        }
      }),
    );
  });

  it('goes over to a new table gradually', () => {
    const fusion = createFusion(DEFAULT_RIG.fusion);
    const everyone = presence(1, 1, 0, 1);
    fusion.share(everyone, ALL, FRAME);
    fusion.configure({ ...DEFAULT_RIG.fusion, mouth: ['tracking'] });
    let largest = 0;
    for (let frame = 0; frame < 60; frame++) {
      const before = fusion.shares.tracking[MOUTH] ?? 0;
      fusion.share(everyone, ALL, FRAME);
      largest = Math.max(largest, Math.abs((fusion.shares.tracking[MOUTH] ?? 0) - before));
    }
    expect(ownerOf(fusion.shares, 'mouth')).toBe('tracking');
    expect(fusion.shares.tracking[MOUTH]).toBe(1);
    expect(largest).toBeLessThan(0.1);
  });
});

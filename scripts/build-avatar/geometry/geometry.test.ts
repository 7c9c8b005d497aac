import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clipSurface } from './clip.ts';
import { PointGrid } from './pointGrid.ts';
import { length, pointAt, rotate, subtract, type Vec3 } from './points.ts';
import { RayTree } from './rays.ts';
import { fitSphere } from './sphere.ts';
import { boundaryEdges, neighboursOf, normalsOf, smoothField } from './topology.ts';

const coordinate = fc.double({ min: -5, max: 5, noNaN: true });
const vector = fc.tuple(coordinate, coordinate, coordinate);
const SQUARE = { positions: Float64Array.of(0, 0, 0, 1, 0, 0, 1, 1, 0, 0, 1, 0), face: [0, 1, 2, 3] };

describe('a rotation', () => {
  it('keeps lengths, and undoes itself', () => {
    fc.assert(
      fc.property(vector, fc.double({ min: -7, max: 7, noNaN: true }), (point, angle) => {
        const turned = rotate(point, [0, 1, 0], angle);
        expect(length(turned)).toBeCloseTo(length(point), 9);
        expect(length(subtract(rotate(turned, [0, 1, 0], -angle), point))).toBeLessThan(1e-9);
      }),
    );
  });

  it('turns the front towards the left about the upright axis', () => {
    const [x, , z] = rotate([0, 0, 1], [0, 1, 0], Math.PI / 2);
    expect(x).toBeCloseTo(1);
    expect(z).toBeCloseTo(0);
  });
});

describe('a sphere fitted to points on a sphere', () => {
  it('is that sphere', () => {
    fc.assert(
      fc.property(vector, fc.double({ min: 0.1, max: 3, noNaN: true }), (centre, radius) => {
        const directions: Vec3[] = [
          [1, 0, 0],
          [-1, 0, 0],
          [0, 1, 0],
          [0, -1, 0],
          [0, 0, 1],
          [0, 0.6, 0.8],
        ];
        const points = directions.flatMap((out) => out.map((value, k) => (centre[k] ?? 0) + value * radius));
        const found = fitSphere(points, [0, 1, 2, 3, 4, 5]);
        expect(found.radius).toBeCloseTo(radius, 5);
        expect(length(subtract(found.centre, centre))).toBeLessThan(1e-5);
      }),
    );
  });
});

describe('a surface', () => {
  it('has normals out of its counter-clockwise side', () => {
    expect(pointAt(normalsOf(SQUARE.positions, [SQUARE.face]), 2)).toEqual([0, 0, 1]);
  });

  it('has the edges of a lone face as its boundary, and none between two faces', () => {
    expect(boundaryEdges([SQUARE.face])).toHaveLength(4);
    expect(
      boundaryEdges([
        [0, 1, 2],
        [0, 2, 3],
      ]),
    ).toHaveLength(4);
  });

  it('loses a peak by smoothing, but not where it is held', () => {
    const neighbours = neighboursOf([SQUARE.face], 4);
    const peak = Float64Array.of(1, 0, 0, 0);
    expect(smoothField(peak, 1, neighbours, { steps: 1 })[0]).toBe(0.5);
    expect(smoothField(peak, 1, neighbours, { steps: 9, isFree: (vertex) => vertex !== 0 })[0]).toBe(1);
  });
});

describe('clipping', () => {
  const clip = (side: (vertex: number) => number) =>
    clipSurface(
      [{ vertices: SQUARE.face, uvs: SQUARE.face }],
      [{ values: SQUARE.positions, width: 3 }],
      Float64Array.of(0, 0, 1, 0, 1, 1, 0, 1),
      side,
    );

  it('keeps what lies inside and drops what lies outside', () => {
    expect(clip(() => 1).faces).toHaveLength(1);
    expect(clip(() => -1).faces).toHaveLength(0);
  });

  it('cuts a face on the line, and interpolates what its corners carry', () => {
    const height = (vertex: number): number => 0.25 - (SQUARE.positions[vertex * 3 + 1] ?? 0);
    const { faces, perVertex, perUv } = clip(height);
    const [positions = new Float64Array(0)] = perVertex;
    expect(faces).toHaveLength(1);
    const tops = (faces[0]?.vertices ?? []).map((vertex) => positions[vertex * 3 + 1] ?? Number.NaN);
    expect(Math.max(...tops)).toBeCloseTo(0.25);
    const cut = (faces[0]?.uvs ?? []).map((uv) => perUv[uv * 2 + 1] ?? Number.NaN);
    expect(Math.max(...cut)).toBeCloseTo(0.25);
  });
});

describe('a grid of points', () => {
  it('finds the distance to the nearest point to the accuracy of its cubes', () => {
    fc.assert(
      fc.property(fc.array(vector, { minLength: 1, maxLength: 20 }), vector, (points, from) => {
        const size = 0.25;
        const true_ = Math.min(2, ...points.map((point) => length(subtract(point, from))));
        const found = new PointGrid(points.flat(), size).distance(from, 2);
        expect(found).toBeGreaterThanOrEqual(true_ - 1e-9);
        expect(found - true_).toBeLessThanOrEqual(size * Math.sqrt(3) + 1e-9);
      }),
    );
  });
});

describe('a tree of triangles', () => {
  const tree = new RayTree(SQUARE.positions, [0, 1, 2, 0, 2, 3]);

  it('blocks the rays that meet a triangle within their reach', () => {
    expect(tree.isBlocked([0.5, 0.4, 1], [0, 0, -1], 2)).toBe(true);
    expect(tree.isBlocked([0.5, 0.4, 1], [0, 0, -1], 0.5)).toBe(false);
    expect(tree.isBlocked([0.5, 0.4, 1], [0, 0, 1], 2)).toBe(false);
    expect(tree.isBlocked([1.5, 0.4, 1], [0, 0, -1], 2)).toBe(false);
  });
});

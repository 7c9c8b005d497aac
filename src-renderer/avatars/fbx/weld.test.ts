import { BufferGeometry, Float32BufferAttribute } from 'three';
import { describe, expect, it } from 'vitest';
import { weld } from './weld.ts';

/** Corners of two triangles that share an edge, each corner with its own vertex. */
const square = [0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 1, 0, 1, 0, 0, 1, 1, 0];

function geometryOf(positions: number[], ...morphs: number[][]): BufferGeometry {
  const geometry = new BufferGeometry().setAttribute('position', new Float32BufferAttribute(positions, 3));
  geometry.morphAttributes.position = morphs.map((values, i) => {
    const attribute = new Float32BufferAttribute(values, 3);
    attribute.name = `Target_${i}`;
    return attribute;
  });
  return geometry;
}

const cornersOf = (geometry: BufferGeometry): number[] => {
  const position = geometry.getAttribute('position');
  return Array.from(geometry.index?.array ?? []).flatMap((i) => [
    position.getX(i),
    position.getY(i),
    position.getZ(i),
  ]);
};

describe('welding', () => {
  it('joins corners that are alike, and every triangle stays where it was', () => {
    const geometry = geometryOf(square, Array(18).fill(0.5));
    weld(geometry);
    expect(geometry.getAttribute('position').count).toBe(4);
    expect(cornersOf(geometry)).toEqual(square);
    const [morph] = geometry.morphAttributes.position ?? [];
    expect({ name: morph?.name, count: morph?.count }).toEqual({ name: 'Target_0', count: 4 });
  });

  it('keeps vertices apart that a morph target moves apart', () => {
    // One corner of the shared edge opens, as lips do that lie on each other.
    const opening = Array(18).fill(0);
    opening[6] = 0.1;
    const geometry = geometryOf(square, opening);
    weld(geometry);
    expect(geometry.getAttribute('position').count).toBe(5);
    expect(cornersOf(geometry)).toEqual(square);
  });

  it('joins many vertices, and none that differ', () => {
    const positions = Array.from({ length: 30_000 }, (_, i) => i % 5000);
    const geometry = geometryOf(positions.flatMap((x) => [x, x * 0.5, 0]));
    weld(geometry);
    expect(geometry.getAttribute('position').count).toBe(5000);
  });

  it('leaves a geometry with an index as it is', () => {
    const geometry = geometryOf(square).setIndex([0, 1, 2]);
    weld(geometry);
    expect(geometry.getAttribute('position').count).toBe(6);
  });
});

import { DataUtils, Float32BufferAttribute } from 'three';
import { describe, expect, it } from 'vitest';
import { createMorphTexture } from './morphTexture.ts';

const targets = (...ways: number[][]) => ways.map((way) => new Float32BufferAttribute(way, 3));
/** The texel that the vertex shader looks up. */
function texel(
  texture: ReturnType<typeof createMorphTexture>,
  target: number,
  vertex: number,
  part = 0,
): number[] {
  const at = 4 * ((target * texture.rowCount + (texture.rows[vertex] ?? -1)) * texture.stride + part);
  const data = texture.texture.image.data ?? [];
  return [0, 1, 2].map((k) => DataUtils.fromHalfFloat(Number(data[at + k])));
}

describe('the texture of morph targets', () => {
  const positions = targets([0, 0, 0, 0.01, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0.02, 0, 0, 0, 0.03]);

  it('has a row for each vertex that moves, and none for the others', () => {
    const texture = createMorphTexture({ vertexCount: 3, positions, normals: [] });
    expect([...texture.rows]).toEqual([-1, 0, 1]);
    expect(texture.rowCount).toBe(2);
  });

  it('holds the way of each vertex for each target', () => {
    const texture = createMorphTexture({ vertexCount: 3, positions, normals: [] });
    expect(texel(texture, 0, 1)[0]).toBeCloseTo(0.01, 4);
    expect(texel(texture, 1, 1)[1]).toBeCloseTo(0.02, 4);
    expect(texel(texture, 1, 2)[2]).toBeCloseTo(0.03, 4);
    expect(texel(texture, 0, 2)).toEqual([0, 0, 0]);
  });

  it('holds the ways of normals beside them where a file has them', () => {
    const normals = targets([0, 0, 0, 0, 0, 0.5, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0.25, 0]);
    const texture = createMorphTexture({ vertexCount: 3, positions, normals });
    expect(texture.stride).toBe(2);
    expect(texel(texture, 0, 1, 1)).toEqual([0, 0, 0.5]);
    expect(texel(texture, 1, 2, 1)).toEqual([0, 0.25, 0]);
  });

  it('is there for targets that move nothing', () => {
    const texture = createMorphTexture({ vertexCount: 1, positions: targets([0, 0, 0]), normals: [] });
    expect(texture.rowCount).toBe(0);
    expect(texture.texture.image.height).toBeGreaterThan(0);
  });
});

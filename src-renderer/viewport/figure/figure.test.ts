import { Mesh } from 'three';
import { describe, expect, it } from 'vitest';
import { createLandmarkFrame } from '#shared/body/index.ts';
import { Figure } from './figure.ts';
import { hide, standing } from './skeleton/testing.ts';

function drawn(figure: Figure): { meshes: number; triangles: number } {
  let meshes = 0;
  let triangles = 0;
  figure.object.traverseVisible((part) => {
    if (!(part instanceof Mesh)) return;
    meshes += 1;
    triangles += (part.geometry.index?.count ?? 0) / 3;
  });
  return { meshes, triangles };
}

describe('the figure', () => {
  it('is cheap to draw, with legs and without', () => {
    const figure = new Figure();
    for (const frame of [createLandmarkFrame(), standing()]) {
      while (figure.take(frame, 0.1));
      expect(drawn(figure).meshes).toBeLessThan(20);
      expect(drawn(figure).triangles).toBeLessThan(25_000);
    }
  });

  it('has legs where they are seen, and else a stand', () => {
    const figure = new Figure();
    const bust = hide(standing(), 'leftAnkle', 'rightAnkle');
    figure.take(bust, 1);
    const withoutLegs = drawn(figure).meshes;
    expect(figure.take(standing(), 0.05)).toBe(true);
    while (figure.take(standing(), 0.05));
    // Two legs come, the pole and the plate of the stand go.
    expect(drawn(figure).meshes).toBe(withoutLegs);
    expect(figure.take(standing(), 0.05)).toBe(false);
  });

  it('has skins that face outward', () => {
    const figure = new Figure();
    figure.object.traverse((part) => {
      if (part instanceof Mesh) expect(volumeOf(part)).toBeGreaterThan(0);
    });
  });
});

/** The volume within a mesh's triangles; negative where they are seen from inside. */
function volumeOf({ geometry }: Mesh): number {
  const positions = geometry.getAttribute('position');
  const index = geometry.getIndex();
  let volume = 0;
  for (let i = 0; index && i < index.count; i += 3) {
    const [a, b, c] = [index.getX(i), index.getX(i + 1), index.getX(i + 2)];
    const [ax, ay, az] = [positions.getX(a), positions.getY(a), positions.getZ(a)];
    const [bx, by, bz] = [positions.getX(b), positions.getY(b), positions.getZ(b)];
    const [cx, cy, cz] = [positions.getX(c), positions.getY(c), positions.getZ(c)];
    volume += (ax * (by * cz - bz * cy) + ay * (bz * cx - bx * cz) + az * (bx * cy - by * cx)) / 6;
  }
  return volume;
}

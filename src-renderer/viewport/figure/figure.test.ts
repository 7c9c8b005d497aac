import { Mesh, Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import { createLandmarkFrame, SIDES } from '#shared/body/index.ts';
import { Figure } from './figure.ts';
import { SkinnedSurface } from './sculpt/skinnedSurface.ts';
import { hide, standing } from './skeleton/testing.ts';
import { sculptHand } from './skin/hand.ts';
import { addArm, addLeg } from './skin/limbs.ts';
import { addTorso } from './skin/torso.ts';

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

  it.each([
    ['torso', addTorso],
    ['left arm', (surface: SkinnedSurface) => addArm(surface, 'left')],
    ['right arm', (surface: SkinnedSurface) => addArm(surface, 'right')],
    ['left leg', (surface: SkinnedSurface) => addLeg(surface, 'left')],
    ['right leg', (surface: SkinnedSurface) => addLeg(surface, 'right')],
  ])('has a %s whose skin faces outward', (_name, add) => {
    const surface = new SkinnedSurface();
    add(surface);
    expect(volumeOf(surface)).toBeGreaterThan(0);
  });

  it.each(SIDES)('has a %s hand whose skin faces outward', (side) => {
    expect(volumeOf(sculptHand(side))).toBeGreaterThan(0);
  });
});

/** The volume within a surface; negative where it is seen from inside. */
function volumeOf({ positions, triangles }: SkinnedSurface): number {
  const corner = (i: number): Vector3 => new Vector3().fromArray(positions, (triangles[i] ?? 0) * 3);
  let volume = 0;
  for (let i = 0; i < triangles.length; i += 3) {
    volume += corner(i).dot(corner(i + 1).cross(corner(i + 2))) / 6;
  }
  return volume;
}

import { MeshLambertMaterial, Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import { Rig } from './rig.ts';
import { SkinnedSurface } from './sculpt/skinnedSurface.ts';
import { BONES, boneIndex } from './skeleton/bones.ts';
import { Poser } from './skeleton/poser.ts';
import { standing } from './skeleton/testing.ts';

/** A figure that stands, and the dots that its bones carry, one at each joint. */
function posedDots() {
  const surface = new SkinnedSurface();
  for (const [bone, { at }] of BONES.entries()) {
    surface.bound(at[0], at[1], at[2], [1, 1, 1], { bone, next: bone, share: 0 });
  }
  const rig = new Rig();
  const mesh = rig.dress(surface, new MeshLambertMaterial());
  const poser = new Poser();
  while (poser.pose(standing(), 0.1));
  rig.take(poser);
  const places = mesh.geometry.getAttribute('position');
  return { poser, dotAt: (bone: number) => new Vector3().fromBufferAttribute(places, bone) };
}

describe('what is drawn', () => {
  it('stands where the poser says that each joint is', () => {
    const { poser, dotAt } = posedDots();
    for (const bone of BONES.keys()) {
      expect(dotAt(bone).distanceTo(poser.jointOf(bone, new Vector3()))).toBeLessThan(1e-5);
    }
  });

  it('has left the place of the bind pose', () => {
    const { dotAt } = posedDots();
    const hand = boneIndex('left.hand');
    expect(dotAt(hand).distanceTo(new Vector3(...(BONES[hand]?.at ?? [])))).toBeGreaterThan(0.005);
  });
});

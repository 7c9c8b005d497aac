import { Bone, Group, Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import { turnForward } from './turnForward.ts';

/** A character with an eye on each side, 6 cm apart, turned by `yaw`. */
function scene(yaw: number) {
  const [left, right] = ['CC_Base_L_Eye', 'CC_Base_R_Eye'].map((name) => Object.assign(new Bone(), { name }));
  if (!left || !right) throw new Error('there are two');
  left.position.set(0.03, 1.6, 0.08);
  right.position.set(-0.03, 1.6, 0.08);
  const inner = new Group().add(left, right);
  inner.rotation.set(0, yaw, 0);
  const root = new Group().add(inner);
  return { root, left };
}

const placeOf = (bone: Bone) => bone.getWorldPosition(new Vector3()).toArray();

describe('a character that is brought in', () => {
  it.each([0.5, Math.PI / 2, Math.PI, -2])('looks along +Z though its file is turned by %f', (yaw) => {
    const { root, left } = scene(yaw);
    turnForward(root);
    for (const [i, value] of [0.03, 1.6, 0.08].entries()) expect(placeOf(left)[i]).toBeCloseTo(value, 6);
  });

  it('stays as it is where it looks ahead, or nearly', () => {
    const { root, left } = scene(0.05);
    root.updateMatrixWorld(true);
    const before = placeOf(left);
    turnForward(root);
    expect(placeOf(left)).toEqual(before);
  });

  it('is turned about the vertical though the scene itself has been set upright', () => {
    const { root, left } = scene(0);
    // As in a file whose Z points up, the character looking along its Y.
    root.children[0]?.rotation.set(Math.PI / 2, 0, Math.PI, 'ZYX');
    root.rotation.x = -Math.PI / 2;
    turnForward(root);
    for (const [i, value] of [0.03, 1.6, 0.08].entries()) expect(placeOf(left)[i]).toBeCloseTo(value, 6);
  });

  it('stays as it is without bones that tell', () => {
    const root = new Group().add(Object.assign(new Bone(), { name: 'Bone' }));
    turnForward(root);
    expect(root.rotation.y).toBe(0);
  });
});

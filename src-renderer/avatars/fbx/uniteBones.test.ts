import { Bone, BufferGeometry, Group, MeshBasicMaterial, Skeleton, SkinnedMesh } from 'three';
import { describe, expect, it } from 'vitest';
import { uniteBones } from './uniteBones.ts';

/** Bones as FBXLoader makes them for three meshes, and a bone that hangs on a copy. */
function scene() {
  const [hip, secondHip, thirdHip, head] = ['Hip', 'Hip', 'Hip', 'Head'].map((name) =>
    Object.assign(new Bone(), { name }),
  );
  if (!hip || !secondHip || !thirdHip || !head) throw new Error('there are four');
  const root = new Group().add(hip.add(secondHip.add(thirdHip)));
  secondHip.add(head);
  const meshes = [hip, secondHip, thirdHip].map((bone) => {
    const mesh = new SkinnedMesh(new BufferGeometry(), new MeshBasicMaterial());
    mesh.bind(new Skeleton([bone, head]), mesh.matrixWorld);
    root.add(mesh);
    return mesh;
  });
  return { root, hip, head, meshes };
}

describe('bones that stand for one', () => {
  it('become one, which moves every mesh', () => {
    const { root, hip, head, meshes } = scene();
    const inverses = meshes.map(({ skeleton }) => skeleton.boneInverses);
    uniteBones(root);
    for (const [i, { skeleton }] of meshes.entries()) {
      expect(skeleton.bones).toEqual([hip, head]);
      expect(skeleton.boneInverses).toBe(inverses[i]);
    }
    expect(root.getObjectsByProperty('name', 'Hip')).toEqual([hip]);
    expect(head.parent).toBe(hip);
  });
});

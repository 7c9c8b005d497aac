import { FINGERS, type Finger, SIDES, type Side } from '#shared/body/index.ts';

/** From the knuckle outward; of the thumb from its root at the wrist. */
export const PHALANGES = ['1', '2', '3'] as const;
type Phalanx = (typeof PHALANGES)[number];

type TrunkBone = 'pelvis' | 'spine' | 'chest' | 'head';
type LimbBone = 'upperArm' | 'forearm' | 'hand' | 'thigh' | 'shin' | 'foot' | `${Finger | 'thumb'}${Phalanx}`;
export type BoneName = TrunkBone | `${Side}.${LimbBone}`;

interface Bone {
  readonly name: BoneName;
  /** Position of its parent in `BONES`; -1 for the pelvis. */
  readonly parent: number;
}

const bones: Bone[] = [];
const indexByName = new Map<BoneName, number>();

/** Adds bones of which each is the next one's parent. */
function addChain(parent: BoneName | undefined, ...names: readonly BoneName[]): void {
  let last = parent === undefined ? -1 : boneIndex(parent);
  for (const name of names) {
    bones.push({ name, parent: last });
    last = bones.length - 1;
    indexByName.set(name, last);
  }
}

/** Position of a bone in `BONES`. */
export function boneIndex(name: BoneName): number {
  return indexByName.get(name) ?? -1;
}

addChain(undefined, 'pelvis', 'spine', 'chest', 'head');
for (const side of SIDES) {
  addChain('chest', `${side}.upperArm`, `${side}.forearm`, `${side}.hand`);
  for (const finger of ['thumb', ...FINGERS] as const) {
    addChain(`${side}.hand`, ...PHALANGES.map((phalanx): BoneName => `${side}.${finger}${phalanx}`));
  }
  addChain('pelvis', `${side}.thigh`, `${side}.shin`, `${side}.foot`);
}

/** Every bone, parents first. While no bone is turned the figure faces +z, its arms and fingers straight down. */
export const BONES: readonly Bone[] = bones;

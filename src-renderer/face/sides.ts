import { PROFILE_TARGETS } from '#shared/face/index.ts';

/** ExPlus numbers its targets, and gives each side a number of its own. */
const NUMBERED = new Map(
  PROFILE_TARGETS.cc3_explus.map((target) => [withoutNumber(target), target] as const),
);

/** The same target on the other side of the face, by the ways in which profiles write sides; itself where it has none. */
export function otherSideOf(target: string): string {
  const other = swapSides(target);
  return isNumbered(target) ? (NUMBERED.get(withoutNumber(other)) ?? other) : other;
}

function swapSides(name: string): string {
  return name.replace(/_[LR](?=$|_)|Left|Right/g, (side) => {
    if (side === 'Left') return 'Right';
    if (side === 'Right') return 'Left';
    return side === '_L' ? '_R' : '_L';
  });
}

const isNumbered = (name: string): boolean => /^[AT]\d\d_/.test(name);

function withoutNumber(name: string): string {
  return name.replace(/^[AT]\d\d_/, '');
}

/** Parts of the middle that move to one side or the other: their sides are directions, and would cancel each other. */
const MIDLINE =
  /^([AT]\d\d_)?(Jaw|Mouth|Mouth_Upper|Mouth_Lower|Head|Head_Turn|Head_Tilt|Nose_Tip|Teeth|Tongue|Tongue_(Tip|Twist|Bulge))_(L|R|Left|Right)(_[DU])?$|^(jaw|mouth)(Left|Right)$/;

/** Whether a target moves the middle of the face to one side, so that its other side is its opposite. */
export const isDirection = (target: string): boolean => MIDLINE.test(target);

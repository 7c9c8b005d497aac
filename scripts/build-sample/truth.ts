import { JOINTS } from '#shared/body/index.ts';
import { ARKIT_BLENDSHAPES } from '#shared/face/index.ts';
import type { SampleClip } from '#shared/performance/index.ts';
import type { Truth } from './truthSchema.ts';

/** Decimals that say all that a picture shows. */
const DECIMALS = 4;
const HAND_JOINT = /^(hand|thumb|index|middle|ring|pinky)_/;
const LEG_JOINT = /^(thigh|calf|foot|ball)_/;

const round = (value: number): number => Number(value.toFixed(DECIMALS));

/** What is true in one picture of a clip. */
export interface FilmedFrame {
  /** 52 coefficients in ARKit's order. */
  readonly blendshapes: readonly number[];
  /** Of every joint of the canonical skeleton to its parent, 4 numbers each. */
  readonly rotations: readonly number[];
  /** Where every joint is seen: x and y as fractions of the picture. */
  readonly places: readonly number[];
}

/** What is true in a clip, frame by frame. Legs stand still and are left out. */
export function truthOf(clip: SampleClip, fps: number, size: number, frames: readonly FilmedFrame[]): Truth {
  const moving = JOINTS.map(({ name }, index) => ({ name, index })).filter(
    ({ name }) => !LEG_JOINT.test(name),
  );
  const handJoints = (letter: 'l' | 'r') =>
    moving.filter(({ name }) => HAND_JOINT.test(name) && name.endsWith(`_${letter}`));
  const hands = { left: handJoints('l'), right: handJoints('r') };
  return {
    format: 'mimesis-sample-truth',
    version: 1,
    clip: clip.name,
    fps,
    width: size,
    height: size,
    blendshapes: [...ARKIT_BLENDSHAPES],
    joints: moving.map(({ name }) => name),
    frames: frames.map(({ blendshapes, rotations, places }, i) => {
      const isSeen = (index: number): boolean =>
        [places[2 * index], places[2 * index + 1]].every((value = -1) => value >= 0 && value <= 1);
      const share = (joints: readonly { index: number }[]): number =>
        round(joints.filter(({ index }) => isSeen(index)).length / joints.length);
      return {
        t: round(i / fps),
        face: blendshapes.map(round),
        rotations: moving.flatMap(({ index }) => rotations.slice(4 * index, 4 * index + 4).map(round)),
        places: moving.flatMap(({ index }) =>
          places
            .slice(2 * index, 2 * index + 2)
            .map((value) => (Number.isFinite(value) ? round(value) : null)),
        ),
        inPicture: { left: share(hands.left), right: share(hands.right) },
      };
    }),
  };
}

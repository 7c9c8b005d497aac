import { JOINTS } from '#shared/body/index.ts';
import { ARKIT_BLENDSHAPES } from '#shared/face/index.ts';
import type { SampleClip } from '#shared/performance/index.ts';
import type { FilmedFrame } from '../../src-renderer/film/film.ts';

/** Decimals that say all that a picture shows. */
const DECIMALS = 4;
const HAND_JOINT = /^(hand|thumb|index|middle|ring|pinky)_/;

const round = (value: number): number | null =>
  Number.isFinite(value) ? Number(value.toFixed(DECIMALS)) : null;

/**
 * What is true in a clip, frame by frame: the coefficients of the face, the joints' rotations, where each joint is seen,
 * and how much of each hand is in the picture.
 */
export function truthOf(clip: SampleClip, fps: number, size: number, frames: readonly FilmedFrame[]) {
  const moving = JOINTS.map(({ name }, index) => ({ name, index })).filter(({ name }) => !isLeg(name));
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
    /** Order of the numbers below. Rotations: x, y, z, w to the parent; places: x, y as fractions of the picture. */
    blendshapes: ARKIT_BLENDSHAPES,
    joints: moving.map(({ name }) => name),
    frames: frames.map(({ blendshapes, rotations, places }, i) => {
      const isSeen = (index: number): boolean =>
        [places[2 * index], places[2 * index + 1]].every((value = -1) => value >= 0 && value <= 1);
      const share = (joints: readonly { index: number }[]): number =>
        joints.filter(({ index }) => isSeen(index)).length / joints.length;
      return {
        t: round(i / fps),
        face: blendshapes.map(round),
        rotations: moving.flatMap(({ index }) => rotations.slice(4 * index, 4 * index + 4).map(round)),
        places: moving.flatMap(({ index }) => places.slice(2 * index, 2 * index + 2).map(round)),
        inPicture: { left: round(share(hands.left)), right: round(share(hands.right)) },
      };
    }),
  };
}

const isLeg = (name: string): boolean => /^(thigh|calf|foot|ball)_/.test(name);

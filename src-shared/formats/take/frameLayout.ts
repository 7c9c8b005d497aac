import type { TakeSubject } from './records.ts';

/** Subject as u16, 2 bytes of 0, bytes of a frame as u32. */
export const FRAMES_HEAD_BYTES = 8;
/** Device time and arrival as f64, flags as u32. */
export const FRAME_HEAD_BYTES = 20;

/** What is true of a frame; bits of its flags. */
export const FRAME_FLAGS = { faceFound: 1, bodyFound: 2, hasHeadPosition: 4, isTimed: 8 } as const;

export const HEAD_POSITION_LENGTH = 3;
export const PELVIS_LENGTH = 3;
export const ROTATION_LENGTH = 4;

/** Numbers in a subject's rows. */
export interface RowLengths {
  readonly face: number;
  readonly headPosition: number;
  /** Pelvis and rotations. */
  readonly body: number;
  /** Of a whole frame, its times and flags included. */
  readonly frameBytes: number;
}

export function rowLengths({ face, hasHeadPosition, body }: TakeSubject): RowLengths {
  const lengths = {
    face: face?.channels.length ?? 0,
    headPosition: hasHeadPosition ? HEAD_POSITION_LENGTH : 0,
    body: body ? PELVIS_LENGTH + ROTATION_LENGTH * body.joints.length : 0,
  };
  const numbers = lengths.face + lengths.headPosition + lengths.body;
  return { ...lengths, frameBytes: FRAME_HEAD_BYTES + 4 * numbers };
}

/**
 * Where each name is found among the known ones; -1 for a name that this version does not know.
 * @param known names in the order of the arrays in memory
 */
export function positionsOf(names: readonly string[], known: readonly string[]): Int32Array {
  return Int32Array.from(names, (name) => known.indexOf(name));
}

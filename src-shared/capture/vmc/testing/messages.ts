import { encodeOscMessage, type OscArgument } from '../../osc/encode.ts';

const floats = (values: readonly number[]): OscArgument[] => values.map((value) => ({ type: 'f', value }));

type Rotation = readonly [x: number, y: number, z: number, w: number];
const REST: Rotation = [0, 0, 0, 1];

/** Messages as senders write them, in Unity's axes. */
export const ok = (...values: number[]): Uint8Array =>
  encodeOscMessage(
    '/VMC/Ext/OK',
    values.map((value) => ({ type: 'i', value })),
  );
export const time = (seconds: number): Uint8Array => encodeOscMessage('/VMC/Ext/T', floats([seconds]));
export const blend = (name: string, weight: number): Uint8Array =>
  encodeOscMessage('/VMC/Ext/Blend/Val', [{ type: 's', value: name }, ...floats([weight])]);
export const apply = encodeOscMessage('/VMC/Ext/Blend/Apply');

export function bone(
  name: string,
  rotation: Rotation = REST,
  place: readonly [x: number, y: number, z: number] = [0, 0, 0],
): Uint8Array {
  return encodeOscMessage('/VMC/Ext/Bone/Pos', [
    { type: 's', value: name },
    ...floats([...place, ...rotation]),
  ]);
}

export function root(
  place: readonly [x: number, y: number, z: number] = [0, 0, 0],
  rotation: Rotation = REST,
  ...scaleAndOffset: number[]
): Uint8Array {
  return encodeOscMessage('/VMC/Ext/Root/Pos', [
    { type: 's', value: 'root' },
    ...floats([...place, ...rotation, ...scaleAndOffset]),
  ]);
}

/** A turn about one axis by an angle in radians, as Unity writes it. */
export function turn(axis: 'x' | 'y' | 'z', radians: number): Rotation {
  const sine = Math.sin(radians / 2);
  return [axis === 'x' ? sine : 0, axis === 'y' ? sine : 0, axis === 'z' ? sine : 0, Math.cos(radians / 2)];
}

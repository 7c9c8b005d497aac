import { Color } from 'three';
import type { Point } from './sculpt/distance.ts';

const linear = (hex: string): Point => {
  const { r, g, b } = new Color(hex);
  return [r, g, b];
};

/** Colours of the figure: clay, and darker or lighter shades of it where a face needs contrast. Linear RGB. */
export const CLAY = linear('#b4b1ad');
export const LIP = linear('#a58d87');
export const LID_EDGE = linear('#5d5552');
export const LASHES = linear('#6f6763');
export const BROW = linear('#746e69');
export const MOUTH_LINING = linear('#5a3431');
export const THROAT = linear('#140a0a');
export const NOSTRIL = linear('#3d3330');
export const TEETH = linear('#dedbd2');
export const TONGUE = linear('#8c5c58');
export const SCLERA = linear('#d8d5d0');
export const IRIS = linear('#5c6b74');
export const IRIS_RIM = linear('#2d363c');
export const PUPIL = linear('#0b0c0d');

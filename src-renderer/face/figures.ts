import { create } from 'zustand';
import type { AvatarCost } from '../viewport/index.ts';

/** What the picture of the avatar costs on this computer. */
export const useFigures = create<{ readonly cost: AvatarCost | undefined }>(() => ({ cost: undefined }));

/** Share of the newest picture in the means. */
const NEWEST = 0.1;

let scriptMs = 0;
let drawn = 0;

/** Notes that a picture was drawn. */
export function noteDrawn(milliseconds: number): void {
  drawn++;
  scriptMs = scriptMs === 0 ? milliseconds : scriptMs + NEWEST * (milliseconds - scriptMs);
}

/** Pictures since the last call, and the mean time that the script takes for one, in milliseconds. */
export function takeDrawn(): { pictures: number; scriptMs: number } {
  const pictures = drawn;
  drawn = 0;
  return { pictures, scriptMs };
}

import type { Place } from '../stage/letterbox.ts';
import { projectHead } from './headAxes.ts';
import type { Pen } from './pen.ts';

const projected = new Float32Array(8);

/** Draws where a head is turned: short lines to its right and up, and one that ends in a dot where it looks. */
export function drawHead(pen: Pen, place: Place, head: Float32Array, isFilled: boolean): void {
  if (!projectHead(head, place.width / place.height, projected)) return;
  const { context } = pen;
  const x = (at: number): number => place.left + (projected[at] ?? 0) * place.width;
  const y = (at: number): number => place.top + (projected[at + 1] ?? 0) * place.height;
  context.beginPath();
  for (let end = 2; end < projected.length; end += 2) {
    context.moveTo(x(0), y(0));
    context.lineTo(x(end), y(end));
  }
  pen.stroke(isFilled);
  context.beginPath();
  context.arc(x(6), y(6), pen.width * 1.6, 0, 2 * Math.PI);
  pen.dots(isFilled);
}

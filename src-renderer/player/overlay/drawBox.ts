import { BOX_STRIDE, type Track } from '#shared/formats/index.ts';
import type { Place } from '../stage/letterbox.ts';
import type { Pen } from './pen.ts';

/** Length of a corner mark, as part of the box's shorter side. */
const CORNER = 0.08;

/** Marks the corners of the box around the person; nothing where there is none. */
export function drawBox(pen: Pen, place: Place, boxes: Track['boxes'], frame: number): void {
  const at = frame * BOX_STRIDE;
  const width = (boxes[at + 2] ?? 0) * place.width;
  const height = (boxes[at + 3] ?? 0) * place.height;
  if (width === 0) return;
  const left = place.left + (boxes[at] ?? 0) * place.width;
  const top = place.top + (boxes[at + 1] ?? 0) * place.height;
  const mark = CORNER * Math.min(width, height);
  const { context } = pen;
  context.beginPath();
  for (let corner = 0; corner < 4; corner++) {
    const isRight = corner % 2 === 1;
    const isLow = corner >= 2;
    const x = isRight ? left + width : left;
    const y = isLow ? top + height : top;
    context.moveTo(x + (isRight ? -mark : mark), y);
    context.lineTo(x, y);
    context.lineTo(x, y + (isLow ? -mark : mark));
  }
  pen.stroke();
}

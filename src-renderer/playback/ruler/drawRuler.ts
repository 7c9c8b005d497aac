import { rulerTicks } from './ruler.ts';
import type { TimeSpan } from './timeSpan.ts';

/** In CSS pixels. */
export const RULER_HEIGHT = 20;
const LABEL_ROOM = 72;
/** A label stands so far beside its tick that the playhead does not cover it. */
const LABEL_INDENT = 7;

export interface RulerLook {
  readonly line: string;
  readonly text: string;
  readonly font: string;
  /** Canvas pixels a CSS pixel. */
  readonly pixelRatio: number;
}

/** Draws the ruler of a span along the whole width of a canvas, at its top. */
export function drawRuler(context: CanvasRenderingContext2D, span: TimeSpan, look: RulerLook): void {
  const { line, text, font, pixelRatio } = look;
  const seconds = span.toSeconds - span.fromSeconds;
  if (seconds <= 0) return;
  const { width } = context.canvas;
  const bottom = (RULER_HEIGHT - 3) * pixelRatio;
  context.font = font;
  context.textBaseline = 'top';
  context.textAlign = 'left';
  for (const tick of rulerTicks(span, width / (LABEL_ROOM * pixelRatio))) {
    const x = Math.round(((tick.seconds - span.fromSeconds) / seconds) * width);
    const height = (tick.label === undefined ? 3 : 6) * pixelRatio;
    context.fillStyle = line;
    context.fillRect(x, bottom - height, Math.max(1, Math.round(pixelRatio)), height);
    if (tick.label === undefined) continue;
    context.fillStyle = text;
    const left = x + LABEL_INDENT * pixelRatio;
    if (left + context.measureText(tick.label).width <= width) context.fillText(tick.label, left, pixelRatio);
  }
}

import type { Content, Look } from './orders.ts';

type Context = OffscreenCanvasRenderingContext2D;

const COLUMNS = 2;
/** In CSS pixels. */
const COLUMN_GAP = 12;
const BAR_HEIGHT = 4;

/** How high bars are, as CSS writes it; each has its label above it. */
export function barsHeight(bars: number): string {
  return `calc(${Math.ceil(bars / COLUMNS)} * (1lh + ${2 * BAR_HEIGHT}px))`;
}

/** Draws the content anew, in CSS pixels. */
export function paint(context: Context, content: Content, look: Look, width: number, height: number): void {
  context.clearRect(0, 0, width, height);
  context.font = `${look.fontWeight} ${look.fontSize}px ${look.fontFamily}`;
  context.textBaseline = 'middle';
  context.fillStyle = look.color;
  if (content.kind === 'text') paintText(context, content.text, height / 2);
  else paintBars(context, content.labels, content.levels, look, width);
}

/** A canvas knows no tabular digits: each is given the same room, so that nothing trembles. */
function paintText(context: Context, text: string, middle: number): void {
  const room = context.measureText('0').width;
  let x = 0;
  for (const character of text) {
    const own = context.measureText(character).width;
    const isDigit = character >= '0' && character <= '9';
    context.fillText(character, isDigit ? x + (room - own) / 2 : x, middle);
    x += isDigit ? room : own;
  }
}

function paintBars(
  context: Context,
  labels: readonly string[],
  levels: Float32Array,
  look: Look,
  width: number,
): void {
  const columnWidth = (width - (COLUMNS - 1) * COLUMN_GAP) / COLUMNS;
  for (const [i, label] of labels.entries()) {
    const x = (i % COLUMNS) * (columnWidth + COLUMN_GAP);
    const y = Math.floor(i / COLUMNS) * rowHeight(look.lineHeight);
    context.fillStyle = look.color;
    context.fillText(label, x, y + look.lineHeight / 2, columnWidth);
    paintBar(context, x, y + look.lineHeight, columnWidth, look.track);
    const level = Math.min(1, Math.max(0, levels[i] ?? 0));
    if (level > 0) paintBar(context, x, y + look.lineHeight, columnWidth * level, look.fill);
  }
}

function paintBar(context: Context, x: number, y: number, width: number, color: string): void {
  context.fillStyle = color;
  context.beginPath();
  context.roundRect(x, y, width, BAR_HEIGHT, BAR_HEIGHT / 2);
  context.fill();
}

function rowHeight(lineHeight: number): number {
  return lineHeight + 2 * BAR_HEIGHT;
}

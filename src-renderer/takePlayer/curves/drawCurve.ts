import { frameAt } from '#shared/formats/index.ts';
import type { TimeSpan } from '../../playback/index.ts';
import { envelopeOf, type Run } from './columns.ts';

/** Where a curve is drawn, in canvas pixels. */
export interface CurvePlace {
  readonly view: TimeSpan;
  /** Of the whole canvas. */
  readonly width: number;
  /** Where a value lies. */
  readonly yOf: (value: number) => number;
}

/** Frames a pixel from which on least and greatest are drawn in place of the line through all frames. */
const DENSE = 2;

/** How strong what a curve reaches is drawn behind its mean, so that other curves are seen through it. */
const REACH_OPACITY = 0.35;

/** Draws a curve over the view: a line through its frames or, from far away, its mean, and all that it reaches. */
export function drawCurve(
  context: CanvasRenderingContext2D,
  times: Float64Array,
  values: Float32Array,
  runs: readonly Run[],
  place: CurvePlace,
): void {
  const { view } = place;
  const from = frameAt(times, view.fromSeconds);
  const to = Math.min(times.length, frameAt(times, view.toSeconds) + 2);
  const isDense = (to - from) / place.width > DENSE;
  const reach = new Path2D();
  const line = new Path2D();
  for (let i = firstRun(runs, from); i < runs.length; i++) {
    const run = runs[i];
    if (!run || run.start >= to) break;
    const start = Math.max(run.start, from);
    const end = Math.min(run.end, to);
    if (start >= end) continue;
    if (isDense) traceColumns(reach, line, times, values, start, end, place);
    else traceLine(line, times, values, start, end, place);
  }
  context.save();
  const { globalAlpha, lineWidth } = context;
  context.globalAlpha = globalAlpha * REACH_OPACITY;
  context.lineWidth = 1;
  context.stroke(reach);
  context.globalAlpha = globalAlpha;
  context.lineWidth = lineWidth;
  context.stroke(line);
  context.restore();
}

/** The first run that ends behind a frame. */
function firstRun(runs: readonly Run[], frame: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.end ?? 0) > frame) high = middle;
    else low = middle + 1;
  }
  return low;
}

function traceLine(
  line: Path2D,
  times: Float64Array,
  values: Float32Array,
  start: number,
  end: number,
  { view, width, yOf }: CurvePlace,
): void {
  const scale = width / (view.toSeconds - view.fromSeconds);
  for (let frame = start; frame < end; frame++) {
    const x = ((times[frame] ?? 0) - view.fromSeconds) * scale;
    const y = yOf(values[frame] ?? 0);
    if (frame === start) line.moveTo(x, y);
    else line.lineTo(x, y);
  }
  // A frame by itself is a line without length, which nobody would see.
  if (end - start === 1)
    line.lineTo(((times[start] ?? 0) - view.fromSeconds) * scale + 1, yOf(values[start] ?? 0));
}

function traceColumns(
  reach: Path2D,
  line: Path2D,
  times: Float64Array,
  values: Float32Array,
  start: number,
  end: number,
  { view, width, yOf }: CurvePlace,
): void {
  const envelope = envelopeOf(values);
  const secondsPerPixel = (view.toSeconds - view.fromSeconds) / width;
  let isFirst = true;
  for (let frame = start; frame < end; ) {
    const column = Math.floor(((times[frame] ?? 0) - view.fromSeconds) / secondsPerPixel);
    const next = frameAt(times, view.fromSeconds + (column + 1) * secondsPerPixel);
    const stop = Math.min(end, Math.max(next, frame + 1));
    envelope.look(frame, stop);
    const x = column + 0.5;
    if (isFirst) line.moveTo(x, yOf(envelope.mean));
    else line.lineTo(x, yOf(envelope.mean));
    reach.moveTo(x, yOf(envelope.high));
    reach.lineTo(x, yOf(envelope.low));
    isFirst = false;
    frame = stop;
  }
}

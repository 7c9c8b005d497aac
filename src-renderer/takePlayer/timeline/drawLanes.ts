import type { RecordedTake } from '#shared/formats/index.ts';
import { drawRuler, type TimeSpan } from '../../playback/index.ts';
import { type CurveScene, drawCurves } from '../curves/drawCurves.ts';
import { PEAKS_PER_SECOND, type Sound } from '../reading/soundReader.ts';
import type { MediaTimes } from '../time/mediaTimes.ts';
import type { Lane, Lanes } from './lanes.ts';
import type { TimelineLook } from './look.ts';

export interface TimelineScene {
  readonly take: RecordedTake;
  readonly lanes: Lanes;
  readonly view: TimeSpan;
  readonly sound: { readonly drawn: Sound; readonly times: MediaTimes } | undefined;
  readonly curves: CurveScene | undefined;
  /** Between in and out point. */
  readonly range: TimeSpan | null;
  /** What the take is trimmed to. */
  readonly trim: TimeSpan | null;
}

/** In CSS pixels. */
const HATCH = 5;
const LINE_ROOM = 24;

/** Draws all that the open take has in the time that is seen. */
export function drawTimeline(
  context: CanvasRenderingContext2D,
  scene: TimelineScene,
  look: TimelineLook,
): void {
  const { canvas } = context;
  const { take, lanes, view, sound, curves, range, trim } = scene;
  context.clearRect(0, 0, canvas.width, canvas.height);
  drawRuler(context, view, look);
  for (const lane of [lanes.markers, ...lanes.gaps, lanes.sound, lanes.curves]) {
    if (lane) fillSpan(context, view, view, lane, look.sunken, look.pixelRatio);
  }
  const hatch = hatching(context, look);
  for (const [i, subject] of take.subjects.entries()) {
    const lane = lanes.gaps[i];
    for (const gap of lane ? subject.gaps : [])
      if (lane) fillSpan(context, gap, view, lane, hatch, look.pixelRatio);
  }
  if (sound && lanes.sound) drawSound(context, sound, view, lanes.sound, look);
  if (curves) drawCurves(context, curves, lanes.curves, look);
  for (const { timeSeconds, colour } of areMarkersApart(take, view, canvas.width) ? take.markers : []) {
    drawLine(context, timeSeconds, colour, scene, look);
  }
  if (trim) shadeOutside(context, trim, scene, look);
  if (range) drawRange(context, range, scene, look);
}

const xOf = (seconds: number, { fromSeconds, toSeconds }: TimeSpan, width: number): number =>
  ((seconds - fromSeconds) / (toSeconds - fromSeconds)) * width;

/** Fills a lane between two moments; at least a pixel of it, where that is seen. */
function fillSpan(
  context: CanvasRenderingContext2D,
  { fromSeconds, toSeconds }: TimeSpan,
  view: TimeSpan,
  { top, height }: Lane,
  fill: string | CanvasPattern,
  pixelRatio: number,
): void {
  if (toSeconds < view.fromSeconds || fromSeconds > view.toSeconds) return;
  const { width } = context.canvas;
  const from = Math.max(0, Math.floor(xOf(fromSeconds, view, width)));
  const to = Math.min(width, Math.ceil(xOf(toSeconds, view, width)));
  context.fillStyle = fill;
  context.fillRect(from, top * pixelRatio, Math.max(1, to - from), height * pixelRatio);
}

function drawSound(
  context: CanvasRenderingContext2D,
  { drawn, times }: NonNullable<TimelineScene['sound']>,
  view: TimeSpan,
  { top, height }: Lane,
  { sound, pixelRatio }: TimelineLook,
): void {
  const { width } = context.canvas;
  const middle = (top + height / 2) * pixelRatio;
  const half = (height / 2 - 1) * pixelRatio;
  const secondsPerPixel = (view.toSeconds - view.fromSeconds) / width;
  context.fillStyle = sound;
  for (let x = 0; x < width; x++) {
    const from = times.fileSeconds(view.fromSeconds + x * secondsPerPixel);
    if (from === undefined) continue;
    const first = Math.floor(from * PEAKS_PER_SECOND);
    const end = Math.max(first + 1, Math.floor((from + secondsPerPixel) * PEAKS_PER_SECOND));
    let low = 0;
    let high = 0;
    for (let peak = first; peak < end; peak++) {
      low = Math.min(low, drawn.peaks[2 * peak] ?? 0);
      high = Math.max(high, drawn.peaks[2 * peak + 1] ?? 0);
    }
    context.fillRect(x, middle - high * half, 1, Math.max(1, (high - low) * half));
  }
}

function drawLine(
  context: CanvasRenderingContext2D,
  seconds: number,
  colour: string,
  { view, lanes }: TimelineScene,
  { pixelRatio }: TimelineLook,
): void {
  const x = xOf(seconds, view, context.canvas.width);
  if (x < 0 || x > context.canvas.width) return;
  const top = lanes.markers.top * pixelRatio;
  context.globalAlpha = 0.6;
  context.fillStyle = colour;
  context.fillRect(Math.round(x), top, Math.max(1, Math.round(pixelRatio)), context.canvas.height - top);
  context.globalAlpha = 1;
}

/** Whether lines of markers leave the curves to be seen. */
function areMarkersApart({ markers }: RecordedTake, view: TimeSpan, width: number): boolean {
  const seen = markers.filter(
    ({ timeSeconds }) => timeSeconds >= view.fromSeconds && timeSeconds <= view.toSeconds,
  );
  return seen.length * LINE_ROOM < width;
}

/** What the trim leaves out is paler. */
function shadeOutside(
  context: CanvasRenderingContext2D,
  { fromSeconds, toSeconds }: TimeSpan,
  { view, lanes }: TimelineScene,
  { sunken, pixelRatio }: TimelineLook,
): void {
  const lane = { top: lanes.markers.top, height: lanes.curves.top + lanes.curves.height - lanes.markers.top };
  context.globalAlpha = 0.6;
  const before = { fromSeconds: view.fromSeconds - 1, toSeconds: fromSeconds };
  const behind = { fromSeconds: toSeconds, toSeconds: view.toSeconds + 1 };
  fillSpan(context, before, view, lane, sunken, pixelRatio);
  fillSpan(context, behind, view, lane, sunken, pixelRatio);
  context.globalAlpha = 1;
}

function drawRange(
  context: CanvasRenderingContext2D,
  range: TimeSpan,
  { view, lanes }: TimelineScene,
  { accent, pixelRatio }: TimelineLook,
): void {
  const bottom = lanes.curves.top + lanes.curves.height;
  const top = lanes.markers.top - 3;
  context.globalAlpha = 0.1;
  fillSpan(context, range, view, { top, height: bottom - top }, accent, pixelRatio);
  context.globalAlpha = 1;
  fillSpan(context, range, view, { top, height: 2 }, accent, pixelRatio);
  for (const seconds of [range.fromSeconds, range.toSeconds]) {
    const edge = { fromSeconds: seconds, toSeconds: seconds };
    fillSpan(context, edge, view, { top, height: bottom - top }, accent, pixelRatio);
  }
}

/** Slanting lines, for time in which nothing came. */
function hatching(
  context: CanvasRenderingContext2D,
  { gap, pixelRatio }: TimelineLook,
): CanvasPattern | string {
  const tile = document.createElement('canvas');
  const size = Math.round(HATCH * pixelRatio);
  tile.width = size;
  tile.height = size;
  const lines = tile.getContext('2d');
  if (!lines) return gap;
  lines.strokeStyle = gap;
  lines.lineWidth = 1.5 * pixelRatio;
  for (const shift of [-size, 0, size]) {
    lines.moveTo(shift, size);
    lines.lineTo(shift + size, 0);
  }
  lines.stroke();
  return context.createPattern(tile, 'repeat') ?? gap;
}

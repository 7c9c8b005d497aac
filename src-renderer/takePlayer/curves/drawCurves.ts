import type { CaptureChannel } from '#shared/capture/index.ts';
import { frameAt, type RecordedSubject } from '#shared/formats/index.ts';
import type { TimeSpan } from '../../playback/index.ts';
import type { Lane } from '../timeline/lanes.ts';
import { CURVE_COLOURS, type TimelineLook } from '../timeline/look.ts';
import { recordedColumn, runsOf } from './columns.ts';
import type { CurveSource } from './curveSource.ts';
import { drawCurve } from './drawCurve.ts';
import { heightOf, reachOf } from './scales.ts';
import { spread } from './spread.ts';

export interface CurveScene {
  readonly subject: RecordedSubject;
  readonly channels: readonly CaptureChannel[];
  readonly edit: CurveSource | undefined;
  readonly view: TimeSpan;
}

/** Sizes in CSS pixels. */
const MARGIN = 7;
const LINE = 1.5;
const THIN = 1;
const KEY = 5;
const LABEL_HEIGHT = 13;
const INDENT = 5;
const FAINT = 0.45;
const DASH = [5, 3];

/** Draws the chosen channels: thin as recorded and strong as edited where that differs, each with its name. */
export function drawCurves(
  context: CanvasRenderingContext2D,
  { subject, channels, edit, view }: CurveScene,
  lane: Lane,
  look: TimelineLook,
): void {
  const { pixelRatio } = look;
  const { width } = context.canvas;
  const top = lane.top * pixelRatio;
  const height = lane.height * pixelRatio;
  const reach = reachOf(subject, channels);
  context.save();
  context.beginPath();
  context.rect(0, top, width, height);
  context.clip();
  drawAxis(context, top, height, reach, channels, look);
  const margin = MARGIN * pixelRatio;
  const labels: { readonly channel: CaptureChannel; readonly colour: string; readonly y: number }[] = [];
  for (const [i, channel] of channels.entries()) {
    const recorded = recordedColumn(subject, channel);
    if (!recorded) continue;
    const share = heightOf(channel, reach);
    const yOf = (value: number): number => top + height - margin - share(value) * (height - 2 * margin);
    const place = { view, width, yOf };
    const edited = edit?.subject === subject.description.number ? edit.edited(channel) : undefined;
    const colour = look.curves[i % CURVE_COLOURS] ?? look.text;
    context.strokeStyle = colour;
    context.lineJoin = 'bevel';
    context.setLineDash(i < CURVE_COLOURS ? [] : DASH.map((length) => length * pixelRatio));
    if (edited) {
      context.globalAlpha = FAINT;
      context.lineWidth = THIN * pixelRatio;
      drawCurve(context, subject.times, recorded, runsOf(subject), place);
      context.globalAlpha = 1;
    }
    context.lineWidth = LINE * pixelRatio;
    drawCurve(context, subject.times, edited ?? recorded, runsOf(subject), place);
    if (edited) drawKeys(context, edit?.keys(channel) ?? [], place, colour, pixelRatio);
    labels.push({
      channel,
      colour,
      y: yOf((edited ?? recorded)[frameAt(subject.times, view.toSeconds)] ?? 0),
    });
  }
  context.setLineDash([]);
  drawLabels(context, labels, top, height, look);
  context.restore();
}

/** Lines at nothing, half and all; for rotations their degrees at the right end. */
function drawAxis(
  context: CanvasRenderingContext2D,
  top: number,
  height: number,
  reach: number | undefined,
  channels: readonly CaptureChannel[],
  { line, text, font, pixelRatio }: TimelineLook,
): void {
  const { width } = context.canvas;
  const margin = MARGIN * pixelRatio;
  const hasWeights = channels.some((channel) => heightOf(channel, undefined)(1) === 1);
  context.font = font;
  context.textBaseline = 'middle';
  for (const share of [0, 0.5, 1]) {
    const y = Math.round(top + height - margin - share * (height - 2 * margin));
    context.globalAlpha = 0.35;
    context.fillStyle = line;
    context.fillRect(0, y, width, Math.max(1, Math.round(pixelRatio / 2)));
    context.globalAlpha = 1;
    context.fillStyle = text;
    context.textAlign = 'left';
    const weight = hasWeights ? String(share) : '';
    const degrees = reach === undefined ? '' : `${(2 * share - 1) * reach}°`;
    context.fillText([weight, degrees].filter((each) => each !== '').join('  '), INDENT * pixelRatio, y);
  }
}

function drawKeys(
  context: CanvasRenderingContext2D,
  keys: ReturnType<CurveSource['keys']>,
  { view, width, yOf }: { view: TimeSpan; width: number; yOf: (value: number) => number },
  colour: string,
  pixelRatio: number,
): void {
  const scale = width / (view.toSeconds - view.fromSeconds);
  const size = KEY * pixelRatio;
  const seen = keys.filter(
    ({ timeSeconds }) => timeSeconds >= view.fromSeconds && timeSeconds <= view.toSeconds,
  );
  // Where keys lie on each other they tell nothing.
  if (seen.length * size > width) return;
  context.fillStyle = colour;
  for (const { timeSeconds, value } of seen) {
    const x = (timeSeconds - view.fromSeconds) * scale;
    context.fillRect(x - size / 2, yOf(value) - size / 2, size, size);
  }
}

/** Writes names at the right end, each as near to its curve as the others let it be. */
function drawLabels(
  context: CanvasRenderingContext2D,
  labels: readonly { readonly channel: CaptureChannel; readonly colour: string; readonly y: number }[],
  top: number,
  height: number,
  { sunken, font, pixelRatio }: TimelineLook,
): void {
  const room = LABEL_HEIGHT * pixelRatio;
  const right = context.canvas.width - INDENT * pixelRatio;
  const sorted = labels.toSorted((a, b) => a.y - b.y);
  const places = spread(
    sorted.map(({ y }) => y),
    room,
    top + room / 2,
    top + height - room / 2,
  );
  context.font = font;
  context.textBaseline = 'middle';
  context.textAlign = 'right';
  for (const [i, { channel, colour }] of sorted.entries()) {
    const y = places[i] ?? 0;
    const { width } = context.measureText(channel);
    context.globalAlpha = 0.8;
    context.fillStyle = sunken;
    context.fillRect(right - width - 3 * pixelRatio, y - room / 2, width + 6 * pixelRatio, room);
    context.globalAlpha = 1;
    context.fillStyle = colour;
    context.fillText(channel, right, y);
  }
}

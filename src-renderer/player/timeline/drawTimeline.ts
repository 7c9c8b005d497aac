import { CHANNEL_NAMES, PRESENCES } from '#shared/body/index.ts';
import { channelTrackOf, type Track } from '#shared/formats/index.ts';
import { drawRuler, RULER_HEIGHT, type Timing } from '../../playback/index.ts';
import type { CanvasColours } from '../channelColours.ts';
import { type LaneColumns, laneColumns } from './laneColumns.ts';

/** Sizes in CSS pixels; those of the lanes are also in timeline.css, where their labels stand beside them. */
const LANE_HEIGHT = 14;
const LANE_GAP = 2;
/** Opacity of a tracked column without any confidence: paler than a sure one, but no gap. */
const FAINTEST = 0.3;
const HATCH = 4;

const TRACKED = PRESENCES.indexOf('tracked');
const FILLED = PRESENCES.indexOf('filled');

export interface TimelineLook {
  readonly colours: CanvasColours;
  readonly font: string;
  /** Canvas pixels a CSS pixel. */
  readonly pixelRatio: number;
}

/** Draws ruler and presence lanes over the whole canvas. The lanes are empty without a track. */
export function drawTimeline(
  context: CanvasRenderingContext2D,
  timing: Timing,
  track: Track | undefined,
  look: TimelineLook,
): void {
  const { canvas } = context;
  const { colours, pixelRatio } = look;
  context.clearRect(0, 0, canvas.width, canvas.height);
  drawRuler(
    context,
    { fromSeconds: 0, toSeconds: timing.endSeconds },
    { ...look, line: colours.line, text: colours.text },
  );
  for (const [i, name] of CHANNEL_NAMES.entries()) {
    const top = (RULER_HEIGHT + i * (LANE_HEIGHT + LANE_GAP)) * pixelRatio;
    context.fillStyle = colours.sunken;
    context.fillRect(0, top, canvas.width, LANE_HEIGHT * pixelRatio);
    if (!track) continue;
    const columns = laneColumns(channelTrackOf(track, name), timing, canvas.width);
    drawLane(context, columns, { top, colour: colours.channels[name], pixelRatio });
  }
}

function drawLane(
  context: CanvasRenderingContext2D,
  { presence, strength }: LaneColumns,
  { top, colour, pixelRatio }: { top: number; colour: string; pixelRatio: number },
): void {
  const height = LANE_HEIGHT * pixelRatio;
  const hatch = hatching(context, colour, pixelRatio);
  for (let column = 0; column < presence.length; column++) {
    const state = presence[column];
    if (state !== TRACKED && state !== FILLED) continue;
    context.globalAlpha = state === TRACKED ? FAINTEST + (1 - FAINTEST) * (strength[column] ?? 0) : 1;
    context.fillStyle = state === TRACKED ? colour : hatch;
    context.fillRect(column, top, 1, height);
  }
  context.globalAlpha = 1;
}

/** Slanting lines, for what was not seen but interpolated. */
function hatching(
  context: CanvasRenderingContext2D,
  colour: string,
  pixelRatio: number,
): CanvasPattern | string {
  const tile = document.createElement('canvas');
  const size = Math.round(HATCH * pixelRatio);
  tile.width = size;
  tile.height = size;
  const lines = tile.getContext('2d');
  if (!lines) return colour;
  lines.strokeStyle = colour;
  lines.lineWidth = pixelRatio;
  for (const shift of [-size, 0, size]) {
    lines.moveTo(shift, size);
    lines.lineTo(shift + size, 0);
  }
  lines.stroke();
  return context.createPattern(tile, 'repeat') ?? colour;
}

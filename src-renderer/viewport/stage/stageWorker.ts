import type { AvatarNames } from '../avatar/index.ts';
import type { StageNews, StageOrder } from './messages.ts';
import type { View } from './orbit.ts';
import { Pace } from './pace.ts';
import { drawsInSoftware } from './softwareGraphics.ts';
import { Stage } from './stage.ts';

/** Once nothing has moved for so long, the picture is drawn as fine as the screen is. */
const SETTLED_MS = 350;
/** A processor that does the graphics' work is left this many times as long for capture and the page. */
const REST = 3;
/** A first picture takes seconds, since its shaders are compiled with it; the next does not. */
const LONGEST_REST_MS = 300;

const isSoftware = drawsInSoftware();
const pace = new Pace();
let stage: Stage | undefined;
let settling: ReturnType<typeof setTimeout> | undefined;
/** The avatar that was ordered last, until it is in a picture. */
let coming: { readonly number: number; readonly since: number } | undefined;

/** The worker that draws the avatar: reading and drawing it never hold up the page. */
self.onmessage = ({ data: order }: MessageEvent<StageOrder>) => {
  switch (order.kind) {
    case 'open':
      stage = open(order.canvas, order.view);
      break;
    case 'avatar':
      void dress(order.number, order.file, order.names);
      break;
    case 'resize':
      stage?.resize(order.width, order.height, order.pixelRatio);
      break;
    case 'paint':
      stage?.paint(order.colors);
      break;
    case 'draw':
      if (order.isNew) stage?.take(order.parcel, order.number);
      if (stage) draw(stage, order.parcel);
      break;
    default:
      stage?.move(order);
  }
};

function open(canvas: OffscreenCanvas, view: View): Stage | undefined {
  const context = canvas.getContext('webgl2', { antialias: !isSoftware, alpha: false });
  if (!context) {
    tell({ kind: 'trouble', trouble: 'unsupported' });
    return undefined;
  }
  canvas.addEventListener('webglcontextlost', (event) => {
    event.preventDefault();
    stage = undefined;
    tell({ kind: 'trouble', trouble: 'lost' });
  });
  canvas.addEventListener('webglcontextrestored', () => tell({ kind: 'restored' }));
  return new Stage(canvas, context, view, isSoftware);
}

async function dress(number: number, file: Blob, names: AvatarNames): Promise<void> {
  const mine = { number, since: performance.now() };
  coming = mine;
  try {
    const bytes = await file.arrayBuffer();
    await stage?.dress(number, bytes, names);
  } catch (error) {
    if (coming === mine) coming = undefined;
    tell({ kind: 'avatar_failed', number, message: error instanceof Error ? error.message : String(error) });
  }
}

/** Of the pose that is drawn when the screen is next renewed. */
let waiting: Float32Array<ArrayBuffer> | undefined;

/** Draws when the screen is next renewed. A newer pose takes the place of one that waits. */
function draw(current: Stage, parcel: Float32Array<ArrayBuffer>): void {
  clearTimeout(settling);
  pace.order(performance.now());
  if (waiting) {
    tell({ kind: 'skipped', parcel: waiting }, [waiting.buffer]);
    waiting = parcel;
    return;
  }
  waiting = parcel;
  requestAnimationFrame((time) => {
    const drawn = waiting;
    waiting = undefined;
    if (current === stage && drawn) drawNow(current, drawn, time);
  });
}

function drawNow(current: Stage, parcel: Float32Array<ArrayBuffer>, time: number): void {
  const begun = performance.now();
  const passedMs = pace.begin(begun);
  const isGliding = current.draw(time);
  const scriptMs = performance.now() - begun;
  if (isSoftware) current.finish();
  // An avatar that is being read holds pictures up too.
  const drawMs = Math.max(performance.now() - begun, coming ? 0 : passedMs);
  announce(current);
  // An avatar that is being read comes into the picture without anything new from the page.
  const isMoving = isGliding || coming !== undefined;
  const giveBack = (): void => {
    if (current !== stage) return;
    tell({ kind: 'drawn', parcel, isMoving, scriptMs, drawMs, mayOverlap: !isSoftware }, [parcel.buffer]);
  };
  if (!isSoftware) {
    giveBack();
    return;
  }
  current.note(drawMs);
  const restMs = Math.min(LONGEST_REST_MS, REST * drawMs);
  setTimeout(giveBack, restMs);
  if (current.isCoarse) settling = setTimeout(() => drawFinely(current), restMs + SETTLED_MS);
}

function drawFinely(current: Stage): void {
  requestAnimationFrame((time) => {
    if (current === stage) current.drawFinely(time);
  });
}

/** Tells the page once that an avatar which it ordered is in the picture. */
function announce(current: Stage): void {
  if (!coming || !current.shows(coming.number)) return;
  const { number, since } = coming;
  coming = undefined;
  tell({ kind: 'avatar_shown', number, cost: current.cost(performance.now() - since) });
}

function tell(news: StageNews, transfer: ArrayBuffer[] = []): void {
  self.postMessage(news, { transfer });
}

import type { StageNews, StageOrder } from './messages.ts';
import type { View } from './orbit.ts';
import { drawsInSoftware } from './softwareGraphics.ts';
import { Stage } from './stage.ts';

/** A processor that does the graphics' work is left this many times as long for capture and the page. */
const REST = 2;

const isSoftware = drawsInSoftware();
let stage: Stage | undefined;

/** The worker that draws the figure: sculpting and drawing it never hold up the page. */
self.onmessage = ({ data: order }: MessageEvent<StageOrder>) => {
  switch (order.kind) {
    case 'open':
      stage = open(order.canvas, order.view);
      break;
    case 'resize':
      stage?.resize(order.width, order.height, order.pixelRatio);
      break;
    case 'paint':
      stage?.paint(order.colors);
      break;
    case 'draw':
      if (order.isNew) stage?.take(order.parcel);
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
  return new Stage(canvas, context, view);
}

/** Draws when the screen is next renewed, and only then lets the page send more. */
function draw(current: Stage, parcel: Float32Array<ArrayBuffer>): void {
  requestAnimationFrame((time) => {
    if (current !== stage) return;
    const begun = performance.now();
    const isMoving = current.draw(time);
    const giveBack = (): void => {
      if (current === stage) tell({ kind: 'drawn', parcel, isMoving }, [parcel.buffer]);
    };
    if (!isSoftware) {
      giveBack();
      return;
    }
    current.finish();
    setTimeout(giveBack, REST * (performance.now() - begun));
  });
}

function tell(news: StageNews, transfer: ArrayBuffer[] = []): void {
  self.postMessage(news, { transfer });
}

import inter from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';
import type { PixelBox } from '../watchPixels.ts';
import type { Content, Look, Order } from './orders.ts';
import { paint } from './paint.ts';

interface Drawing {
  readonly context: OffscreenCanvasRenderingContext2D;
  size?: PixelBox;
  look?: Look;
  content?: Content;
}

const drawings = new Map<number, Drawing>();

// The page's own fonts are not the worker's.
const font = new FontFace('Inter Variable', `url(${inter})`, { weight: '100 900' });
const { fonts } = self as unknown as { readonly fonts: FontFaceSet };
fonts.add(font);
void font.load().then(
  () => drawings.forEach(draw),
  () => {
    // Without it, the family's next font stands in.
  },
);

self.onmessage = ({ data: order }: MessageEvent<Order>): void => {
  if (order.kind === 'open') {
    const context = order.canvas.getContext('2d');
    if (context) drawings.set(order.id, { context });
    return;
  }
  const drawing = drawings.get(order.id);
  if (!drawing) return;
  switch (order.kind) {
    case 'size':
      drawing.size = order.size;
      drawing.context.canvas.width = order.size.width;
      drawing.context.canvas.height = order.size.height;
      break;
    case 'look':
      drawing.look = order.look;
      break;
    case 'show':
      drawing.content = order.content;
      break;
    case 'close':
      drawings.delete(order.id);
      return;
  }
  draw(drawing);
};

function draw({ context, size, look, content }: Drawing): void {
  if (!size || !look || !content) return;
  const { width, height, pixelRatio } = size;
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  paint(context, content, look, width / pixelRatio, height / pixelRatio);
}

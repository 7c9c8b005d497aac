export interface PixelBox {
  /** In the display's own pixels. */
  readonly width: number;
  readonly height: number;
  /** Of them, to one CSS pixel. */
  readonly pixelRatio: number;
}

/** Tells at once, and after every change, how large the box of an element is shown. Returns how to stop. */
export function watchBox(element: Element, onResize: (box: PixelBox) => void): () => void {
  const observer = new ResizeObserver(([entry]) => {
    const [box] = entry?.devicePixelContentBoxSize ?? [];
    if (!entry || !box) return;
    const pixelRatio = entry.contentRect.width > 0 ? box.inlineSize / entry.contentRect.width : 1;
    onResize({ width: box.inlineSize, height: box.blockSize, pixelRatio });
  });
  observer.observe(element, { box: 'device-pixel-content-box' });
  return () => observer.disconnect();
}

/**
 * Keeps a canvas as large as the box in which it is shown, in the display's own pixels. Returns how to stop.
 *
 * @param onResize is called at once and after every change, when the canvas is empty; gets canvas pixels a CSS pixel
 */
export function watchPixels(canvas: HTMLCanvasElement, onResize: (pixelRatio: number) => void): () => void {
  return watchBox(canvas, ({ width, height, pixelRatio }) => {
    canvas.width = width;
    canvas.height = height;
    onResize(pixelRatio);
  });
}

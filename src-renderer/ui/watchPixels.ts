/**
 * Keeps a canvas as large as the box in which it is shown, in the display's own pixels. Returns how to stop.
 *
 * @param onResize is called at once and after every change, when the canvas is empty; gets canvas pixels a CSS pixel
 */
export function watchPixels(canvas: HTMLCanvasElement, onResize: (pixelRatio: number) => void): () => void {
  const observer = new ResizeObserver(([entry]) => {
    const [box] = entry?.devicePixelContentBoxSize ?? [];
    if (!entry || !box) return;
    canvas.width = box.inlineSize;
    canvas.height = box.blockSize;
    onResize(entry.contentRect.width > 0 ? box.inlineSize / entry.contentRect.width : 1);
  });
  observer.observe(canvas, { box: 'device-pixel-content-box' });
  return () => observer.disconnect();
}

import type { Browser } from 'playwright-core';

export interface LabelledPicture {
  readonly label: string;
  readonly png: Buffer;
}

/**
 * Lays square pictures out in rows, each with its label below it.
 * @param size of a picture in pixels
 * @returns a PNG file
 */
export async function contactSheet(
  browser: Browser,
  pictures: readonly LabelledPicture[],
  size: number,
  columns: number,
): Promise<Buffer> {
  const width = size * Math.min(columns, pictures.length);
  const page = await browser.newPage({ viewport: { width, height: size } });
  const figures = pictures.map(
    ({ label, png }) =>
      `<figure><img src="data:image/png;base64,${png.toString('base64')}"><figcaption>${label}</figcaption></figure>`,
  );
  const style = `
    body { margin: 0; display: grid; grid-template-columns: repeat(auto-fill, ${size}px); font: 12px sans-serif; }
    figure { margin: 0; }
    img { display: block; }
    figcaption { padding: 1px 3px; line-height: 14px; }`;
  await page.setContent(`<style>${style}</style>${figures.join('')}`);
  return await page.screenshot({ fullPage: true });
}

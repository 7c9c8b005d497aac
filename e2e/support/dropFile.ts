import type { Locator, Page } from 'playwright-core';

/** Drops a file or folder of this computer on the middle of the page, or of a part of it, as the file manager does. */
export async function dropFile(
  page: Page,
  path: string,
  target: Locator = page.locator('body'),
): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const box = (await target.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x, y, data });
  }
  await session.detach();
}

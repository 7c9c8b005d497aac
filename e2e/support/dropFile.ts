import type { Page } from 'playwright-core';

/** Drops a file of this computer on the middle of the page, as the file manager does. */
export async function dropFile(page: Page, path: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { width = 0, height = 0 } = (await page.locator('body').boundingBox()) ?? {};
  const [x, y] = [width / 2, height / 2];
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x, y, data });
  }
  await session.detach();
}

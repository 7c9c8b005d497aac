import type { Locator } from 'playwright-core';

/** What a number says that changes only while it is in sight. */
export async function textInSight(number: Locator): Promise<string> {
  await number.scrollIntoViewIfNeeded();
  return number.innerText();
}

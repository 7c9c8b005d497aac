import type { Page } from 'playwright-core';

/** Arms capture. @returns the UDP port at which Live Link Face is heard */
export async function armCapture(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Arm capture' }).click();
  return /UDP port (\d+)/.exec(await page.getByText('Live Link Face at UDP port').innerText())?.[1] ?? '';
}

export async function disarmCapture(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Disarm capture' }).click();
  await page.getByText('No socket is open.').waitFor();
}

import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { endApp, type LaunchedApp, launchApp } from '../scripts/testing/launchApp.ts';
import { playPhone, writeStillTake } from '../scripts/testing/phone.ts';
import { repositoryRoot } from '../scripts/testing/shared.ts';
import { textOf } from '../scripts/testing/shellWindow.ts';
import { openTake } from '../src-main/host/takes/index.ts';
import { armCapture } from './support/devices.ts';

describe('a recording in the window', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mimesis-recording-'));
  const workspace = join(folder, 'workspace');
  let launched: LaunchedApp | undefined;

  afterAll(async () => {
    if (launched) await endApp(launched);
    rmSync(folder, { recursive: true, maxRetries: 3 });
  });

  it('goes on while the process of the page is killed, and is there when it is back', async (context) => {
    process.env['MIMESIS_CAPTURE_ADDRESS'] = '127.0.0.1';
    process.env['MIMESIS_CAPTURE_PORT'] = '0';
    launched = await launchApp(context, [
      repositoryRoot,
      `--workspace=${workspace}`,
      `--user-data-dir=${join(folder, 'profile')}`,
    ]);
    const { app, page } = launched;
    const port = await armCapture(page);
    const phone = playPhone(writeStillTake(join(folder, 'face.csv'), { jawOpen: 0.5 }), port, 'Ada');
    try {
      await page.getByText('Face found').waitFor();
      await page.getByLabel('Slate').fill('Night watch');
      await page.getByRole('button', { name: 'Record', exact: true }).click();
      await page.getByRole('button', { name: 'Stop recording' }).waitFor();

      await app.evaluate(({ BrowserWindow }) => {
        BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
      });
      await expect.poll(() => textOf(app)).toContain('Night watch, take 1');

      await app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
          `[...document.querySelectorAll('button')].find((each) => each.textContent.includes('Stop recording')).click()`,
        ),
      );
      await expect.poll(() => textOf(app)).not.toContain('Stop recording');
    } finally {
      await phone.stop();
    }
    const [id = ''] = readdirSync(join(workspace, 'takes')).filter((name) => !name.startsWith('.'));
    const { subjects, end, durationSeconds } = await openTake(join(workspace, 'takes', id));
    expect(end?.reason).toBe('stopped');
    expect(subjects.map(({ description }) => description.subject)).toEqual(['Ada']);
    // It took the page seconds to come back: nothing of them is missing.
    expect(subjects[0]?.gaps).toEqual([]);
    expect(subjects[0]?.counts.frames).toBeGreaterThan(50 * (durationSeconds - 0.5));
  });
});

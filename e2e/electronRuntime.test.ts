import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { requireElectron } from '../scripts/testing/electron.ts';

const manifest = { name: 'small-app', version: '1.2.3', main: 'main.cjs' };
const main = `
const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => new BrowserWindow().loadURL('data:text/html,<button>push</button>'));
`;

describe('the Electron that set-up found', () => {
  it('opens the window of an app and is driven by Playwright', async (context) => {
    const { executablePath, version } = requireElectron(context);
    const folder = mkdtempSync(join(tmpdir(), 'mimesis-electron-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
    writeFileSync(join(folder, 'main.cjs'), main);

    const app = await _electron.launch({ executablePath, args: [folder] });
    onTestFinished(() => app.close());
    const window = await app.firstWindow();
    await window.click('button');

    expect(await app.evaluate(() => process.versions['electron'])).toBe(version);
    expect(await app.evaluate((electron) => electron.app.getName())).toBe('small-app');
    expect(await app.evaluate((electron) => electron.app.getVersion())).toBe('1.2.3');
  });
});

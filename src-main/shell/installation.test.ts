import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repositoryRoot } from '../../scripts/testing/shared.ts';
import { locateInstallation } from './installation.ts';

describe('the parts of the app', () => {
  it('lie beside app.asar when it is installed, but the page, which is in it', () => {
    const resourcesPath = join('/opt', 'Mimesis Studio', 'resources');
    const parts = locateInstallation({
      isPackaged: true,
      appPath: join(resourcesPath, 'app.asar'),
      resourcesPath,
      platform: 'linux',
    });
    expect(parts).toEqual({
      host: {
        node: join(resourcesPath, 'node/bin/node'),
        entry: join(resourcesPath, 'app-host/src-main/cli/main.ts'),
        folder: join(resourcesPath, 'app-host'),
      },
      page: join(resourcesPath, 'app.asar/out/renderer'),
    });
  });

  it('lie in the checkout when it is not, wherever Electron lies', () => {
    const { host, page } = locateInstallation({
      isPackaged: false,
      appPath: repositoryRoot,
      resourcesPath: join('/opt', 'electron', 'resources'),
      platform: process.platform,
    });
    expect(host.folder).toBe(repositoryRoot);
    expect(page).toBe(join(repositoryRoot, 'out/renderer'));
    expect([host.node, host.entry].filter((file) => !existsSync(file))).toEqual([]);
  });

  it('include a Node that ends in .exe on Windows', () => {
    const app = { appPath: '/app', resourcesPath: '/resources', platform: 'win32' } as const;
    for (const isPackaged of [true, false])
      expect(locateInstallation({ ...app, isPackaged }).host.node).toMatch(/node\.exe$/);
  });
});

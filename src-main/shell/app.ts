import { join } from 'node:path';
import { app, type BrowserWindow } from 'electron';
import { SHELL_CHANNELS } from '#shared/bridge/index.ts';
import { HostProcess } from './hostProcess.ts';
import { locateInstallation } from './installation.ts';
import { installMenu } from './menu.ts';
import { denyPermissions, guardContents, handleFromStudio } from './security.ts';
import { registerStudioScheme, serveStudioPage } from './studioPage.ts';
import { createStudioWindow } from './windows.ts';

// Tests run as root, where Chromium's sandbox cannot; everywhere else every renderer is sandboxed.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
// WebGL must come back after the GPU process has crashed a few times.
app.disableDomainBlockingFor3DAPIs();
registerStudioScheme();
app.on('web-contents-created', (_event, contents) => guardContents(contents));

let window: BrowserWindow | undefined;

async function open(): Promise<void> {
  await app.whenReady();
  const installation = locateInstallation({
    isPackaged: app.isPackaged,
    appPath: app.getAppPath(),
    resourcesPath: process.resourcesPath,
    platform: process.platform,
  });
  // The host's Node keeps its compiled code there, and starts faster the next time.
  process.env['NODE_COMPILE_CACHE'] ??= join(app.getPath('userData'), 'compile-cache');
  const workspace = app.commandLine.getSwitchValue('workspace');
  const input = app.commandLine.getSwitchValue('track');
  const host = new HostProcess({
    node: installation.host.node,
    args: [
      installation.host.entry,
      'serve',
      ...(input ? [input] : []),
      ...(workspace ? ['--workspace', workspace] : []),
    ],
    folder: installation.host.folder,
  });
  app.on('will-quit', (event) => {
    event.preventDefault();
    void host.stop().then(() => app.exit(0));
  });
  denyPermissions();
  installMenu();
  serveStudioPage(installation.page);
  handleFromStudio(SHELL_CHANNELS.hostAddress, () => host.address());
  app.setAsDefaultProtocolClient('mimesis');
  window = await createStudioWindow();
  window.once('closed', () => {
    window = undefined;
  });
}

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  app.on('window-all-closed', () => app.quit());
  void open().catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    app.exit(1);
  });
} else {
  app.quit();
}

import { join, resolve } from 'node:path';
import { app, type BrowserWindow, shell } from 'electron';
import { SHELL_CHANNELS } from '#shared/bridge/index.ts';
import { noteHelperCrashes } from './crashes.ts';
import { DEEP_LINK_SCHEME, isDeepLink, readDeepLink } from './deepLink.ts';
import { letCaptureGoFirst } from './graphicsPriority.ts';
import { HostProcess } from './hostProcess.ts';
import { explainHostTrouble } from './hostTrouble.ts';
import { locateInstallation } from './installation.ts';
import { LogFile } from './logFile.ts';
import { installMenu } from './menu.ts';
import { RecentWorkspaces } from './recentWorkspaces.ts';
import { guardContents, handleFromStudio, limitPermissions } from './security.ts';
import { registerStudioScheme, serveStudioPage } from './studioPage.ts';
import { askForFolder, createStudioWindow, showWindow } from './windows.ts';
import { words } from './words.ts';
import { Workspaces } from './workspaces.ts';

// Tests run as root, where Chromium's sandbox cannot; everywhere else every renderer is sandboxed.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
// WebGL must come back after the GPU process has crashed a few times.
app.disableDomainBlockingFor3DAPIs();
registerStudioScheme();
app.on('web-contents-created', (_event, contents) => guardContents(contents));

const log = new LogFile(app.getPath('logs'), (text) => process.stderr.write(text));
let window: BrowserWindow | undefined;

async function open(): Promise<void> {
  log.write('shell', `${app.name} ${app.getVersion()}, Electron ${process.versions['electron']}`);
  noteHelperCrashes(log);
  const installation = locateInstallation({
    isPackaged: app.isPackaged,
    appPath: app.getAppPath(),
    resourcesPath: process.resourcesPath,
    platform: process.platform,
  });
  const host = new HostProcess(installation.host, {
    onListening: (workspace) => workspaces.opened(workspace),
    onComplaint: (line) => log.write('host', line),
    onHopeless: (reason) => {
      workspaces.lost();
      void explainHostTrouble(window, reason, {
        tryAgain: () => host.start(),
        openOther: () => workspaces.choose(),
      });
    },
  });
  const recent = new RecentWorkspaces(join(app.getPath('userData'), 'workspaces.json'), {
    onChange: () => void app.whenReady().then(refreshMenu),
    onProblem: (problem) => log.write('shell', problem),
  });
  const workspaces = new Workspaces(host, recent, () => askForFolder(window, words.openWorkspace));
  const refreshMenu = (): void =>
    installMenu(
      {
        openWorkspace: () => void workspaces.choose(),
        openRecent: (folder) => void workspaces.open(folder),
        clearRecent: () => recent.clear(),
        showLog: () => shell.showItemInFolder(log.path),
      },
      recent.list(),
    );

  app.on('open-file', (event, folder) => {
    event.preventDefault();
    void workspaces.open(folder);
  });
  app.on('will-quit', (event) => {
    event.preventDefault();
    void host.stop().finally(() => app.exit(0));
  });
  void workspaces.start({ workspace: pathOption('workspace'), input: pathOption('track') });

  await app.whenReady();
  limitPermissions();
  refreshMenu();
  serveStudioPage(installation.page);
  handleFromStudio(SHELL_CHANNELS.hostAddress, () => host.address());
  handleFromStudio(SHELL_CHANNELS.openWorkspace, async () => {
    await workspaces.choose();
  });
  handleFromStudio(SHELL_CHANNELS.chooseFolder, () => askForFolder(window, words.exportTo));
  window = createStudioWindow(log);
  letCaptureGoFirst(window.webContents);
  window.once('ready-to-show', () => {
    // A checkout must not take the scheme away from the installed app. Asking the system for it can take a while.
    if (app.isPackaged) app.setAsDefaultProtocolClient(DEEP_LINK_SCHEME);
  });
  window.once('closed', () => {
    window = undefined;
  });
}

/** An option of the command line that names a file or folder, as an absolute path. */
function pathOption(name: string): string | undefined {
  const value = app.commandLine.getSwitchValue(name);
  return value === '' ? undefined : resolve(value);
}

function followDeepLink(address: string): void {
  if (readDeepLink(address) === 'open') showWindow(window);
  else log.write('shell', `nothing is known to do for ${JSON.stringify(address.slice(0, 200))}`);
}

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', (_event, argv) => {
    const link = argv.find(isDeepLink);
    if (link === undefined) showWindow(window);
    else followDeepLink(link);
  });
  app.on('open-url', (event, address) => {
    event.preventDefault();
    followDeepLink(address);
  });
  app.on('window-all-closed', () => app.quit());
  process.on('uncaughtExceptionMonitor', (error) => log.write('shell', error.stack ?? String(error)));
  process.on('unhandledRejection', (reason) =>
    log.write('shell', `a promise was rejected: ${String(reason)}`),
  );
  void open().catch((error: unknown) => {
    log.write('shell', `the app cannot start: ${String(error)}`);
    app.exit(1);
  });
} else {
  app.quit();
}

import { app, type BrowserWindow } from 'electron';
import { guardContents } from './security.ts';
import { createWindow } from './windows.ts';

// Tests run as root, where Chromium's sandbox cannot; everywhere else every renderer is sandboxed.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
app.on('web-contents-created', (_event, contents) => guardContents(contents));

let window: BrowserWindow | undefined;

async function open(): Promise<void> {
  await app.whenReady();
  const address = process.argv
    .find((argument) => argument.startsWith('--studio='))
    ?.slice('--studio='.length);
  if (address === undefined) {
    process.stderr.write('Name the studio to open: --studio=http://127.0.0.1:PORT/#token=…\n');
    app.exit(2);
    return;
  }
  window = await createWindow(address);
  window.once('closed', () => {
    window = undefined;
  });
}

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => window?.focus());
  app.on('window-all-closed', () => app.quit());
  void open().catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    app.exit(1);
  });
} else {
  app.quit();
}

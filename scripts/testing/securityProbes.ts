import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ElectronApplication, Page } from 'playwright-core';
import { onTestFinished } from 'vitest';

/** The preferences that the app's window has come to. */
export function preferencesOf(app: ElectronApplication): Promise<Record<string, unknown>> {
  return app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    return contents ? Reflect.get(contents, 'getLastWebPreferences').call(contents) : {};
  });
}

/** Evaluates an expression where the preload script of a page lives. */
export async function evaluateInPreload(page: Page, expression: string): Promise<unknown> {
  const session = await page.context().newCDPSession(page);
  try {
    let contextId: number | undefined;
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.name === 'Electron Isolated Context') contextId = context.id;
    });
    await session.send('Runtime.enable');
    if (contextId === undefined) throw new Error('the preload script has no context of its own');
    const { result } = await session.send('Runtime.evaluate', { expression, contextId });
    return result.value;
  } finally {
    await session.detach();
  }
}

/** Adds an element to a page, and evaluates an expression in which it is called `element`. */
export function addElement(
  page: Page,
  tag: string,
  properties: Readonly<Record<string, string>>,
  expression = '0',
): Promise<unknown> {
  return page.evaluate(`{
    const element = Object.assign(document.createElement('${tag}'), ${JSON.stringify(properties)});
    document.body.append(element);
    ${expression};
  }`);
}

/** A server on this computer that is not the host, for the running test. It answers everything with a script. */
export async function startStranger(): Promise<{ address: string; asked: readonly string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.setHeader('content-type', 'text/javascript').end('globalThis.strangeCode = true;');
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}`, asked };
}

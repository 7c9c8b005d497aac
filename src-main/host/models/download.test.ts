import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { download } from './download.ts';

const limits = { maxBytes: 1000, answerTimeoutMs: 5_000, totalTimeoutMs: 10_000 };
const stops: (() => void)[] = [];

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}/face.task`;
}

afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

describe('a download', () => {
  it('gives the bytes the server sends', async () => {
    const url = await serve((_, response) => response.end(Buffer.alloc(1000, 7)));
    expect(Buffer.from(await download(url, limits))).toEqual(Buffer.alloc(1000, 7));
  });

  it('says what the server answered instead', async () => {
    const url = await serve((_, response) => response.writeHead(404).end());
    await expect(download(url, limits)).rejects.toMatchObject({
      kind: 'model_missing',
      message: expect.stringContaining('the server answered 404'),
    });
  });

  it('stops reading a file that does not end', async () => {
    const url = await serve((_, response) => {
      const send = () => {
        while (response.write(Buffer.alloc(64 * 1024)));
      };
      response.on('drain', send);
      send();
    });
    await expect(download(url, limits)).rejects.toMatchObject({
      kind: 'model_missing',
      message: expect.stringContaining('larger than the expected 1000 bytes'),
    });
  });

  it('does not wait long for a server that does not answer', async () => {
    const url = await serve(() => undefined);
    await expect(download(url, { ...limits, answerTimeoutMs: 100 })).rejects.toMatchObject({
      kind: 'model_missing',
      message: expect.stringContaining('did not answer in time'),
    });
  });

  it('says why where no server can be reached', async () => {
    await expect(download('http://127.0.0.1:9/face.task', limits)).rejects.toMatchObject({
      kind: 'model_missing',
    });
  });
});

import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import {
  captureSettingsSchema,
  encodeUpload,
  type HostMessage,
  hostMessageSchema,
  LINK_PROTOCOL,
  MAX_CLIENT_MESSAGE_BYTES,
  MimesisError,
} from '#shared/contract/index.ts';
import { refusingHandlers } from '../../../../scripts/testing/refusingHandlers.ts';
import { MediaShelf } from '../media.ts';
import { createServer } from '../server.ts';

const token = 'a-secret';
const workspace = {
  folder: '/videos',
  counts: { queued: 0, processing: 0, done: 0, failed: 0, missing_file: 0 },
};

const capture = {
  isArmed: false,
  sockets: [],
  subjects: [],
  numbers: [],
  remotes: [],
  metaHuman: [],
  settings: captureSettingsSchema.parse({}),
  networks: [],
};

function missing(): never {
  throw new MimesisError('usage', 'There is no such clip.');
}

async function startServer() {
  const uploads: unknown[] = [];
  const { http, link } = await createServer({
    token,
    studioFolder: '/nowhere',
    shelf: new MediaShelf(),
    receiveAvatar: refusingHandlers['avatar.import'],
    receiveTakeFile: refusingHandlers['take.import'],
    uploads: {
      audio: (content, stream, studio) => uploads.push({ content: [...content], stream, studio }),
    },
    handlers: {
      ...refusingHandlers,
      'workspace.read': async () => workspace,
      'batch.start': async ({ input }) => {
        throw new MimesisError('missing_file', `There is no ${input}.`, { remedy: 'Look again.' });
      },
      'batch.resume': async () => ({}),
      'batch.stop': async () => ({}),
      'jobs.page': async () => ({ total: 0, jobs: [] }),
      'clip.open': async () => missing(),
      'clip.proxy': async () => missing(),
      'capture.read': async () => capture,
      'capture.arm': async () => capture,
      'capture.disarm': async () => capture,
    },
  });
  onTestFinished(() => http.close());
  const address = await http.listen({ host: '127.0.0.1', port: 0 });
  return { address: `${address.replace('http', 'ws')}/link`, link, uploads };
}

interface Options {
  readonly protocols?: string[];
  readonly headers?: Record<string, string>;
}

/** A studio that keeps everything it hears. */
class Studio {
  readonly heard: HostMessage[] = [];
  readonly frames: Uint8Array[] = [];
  readonly socket: WebSocket;
  closeCode: number | undefined;
  refusedWith: number | undefined;

  constructor(
    address: string,
    { protocols = [LINK_PROTOCOL, `token.${token}`], headers = {} }: Options = {},
  ) {
    this.socket = new WebSocket(address, protocols, { headers });
    this.socket.on('message', (data: Buffer, isBinary) => {
      if (isBinary) this.frames.push(data);
      else this.heard.push(hostMessageSchema.parse(JSON.parse(data.toString())));
    });
    this.socket.on('unexpected-response', (_request, { statusCode }) => {
      this.refusedWith = statusCode;
    });
    this.socket.on('error', () => {});
    this.socket.on('close', (code) => {
      this.closeCode = code;
    });
    onTestFinished(() => this.socket.terminate());
  }

  static async greeted(address: string, hello: object = { kind: 'hello' }): Promise<Studio> {
    const studio = new Studio(address);
    await expect.poll(() => studio.socket.readyState).toBe(WebSocket.OPEN);
    studio.say(hello);
    await expect.poll(() => studio.heard.length).toBeGreaterThan(0);
    return studio;
  }

  say(message: unknown): void {
    const isRaw = typeof message === 'string' || message instanceof Uint8Array;
    this.socket.send(isRaw ? message : JSON.stringify(message));
  }
}

describe('who may connect', () => {
  it.each<[string, number, Options]>([
    ['a wrong token', 401, { protocols: [LINK_PROTOCOL, 'token.guess'] }],
    ['no token', 401, { protocols: [LINK_PROTOCOL] }],
    ['another protocol', 400, { protocols: ['chat', `token.${token}`] }],
    ['a page of another origin', 403, { headers: { origin: 'http://evil.example' } }],
    ['a name that was rebound to this computer', 403, { headers: { host: 'evil.example' } }],
  ])('%s is refused with %i', async (_case, status, options) => {
    const { address } = await startServer();
    const stranger = new Studio(address, options);
    await expect.poll(() => stranger.refusedWith).toBe(status);
  });

  it('thousands who want nothing good do not keep a studio out', async () => {
    const { address } = await startServer();
    const { port, hostname } = new URL(address);
    const silent = Array.from({ length: 2000 }, () => connect(Number(port), hostname).on('error', () => {}));
    onTestFinished(() => {
      for (const socket of silent) socket.destroy();
    });
    for (const socket of silent.slice(0, 1000)) socket.write('GET /link HTTP/1.1\r\nHost: ');
    const guessing = Array.from({ length: 500 }, () => new Studio(address, { protocols: [LINK_PROTOCOL] }));
    const waiting = Array.from({ length: 500 }, () => new Studio(address));
    await expect.poll(() => guessing.every(({ refusedWith }) => refusedWith === 401)).toBe(true);
    await expect.poll(() => waiting.every(({ socket }) => socket.readyState === WebSocket.OPEN)).toBe(true);

    const studio = await Studio.greeted(address);
    studio.say({ kind: 'request', id: 1, name: 'workspace.read', parameters: {} });
    await expect.poll(() => studio.heard.length).toBe(2);
    expect(studio.heard[1]).toEqual({ kind: 'result', id: 1, result: workspace });
  });
});

describe('requests', () => {
  it('are answered by number, with the result or the typed error', async () => {
    const { address } = await startServer();
    const studio = await Studio.greeted(address);
    studio.say({ kind: 'request', id: 7, name: 'workspace.read', parameters: {} });
    studio.say({ kind: 'request', id: 8, name: 'batch.start', parameters: { input: 'a.mp4' } });
    studio.say({ kind: 'request', id: 9, name: 'batch.start', parameters: { input: 5 } });
    await expect.poll(() => studio.heard.length).toBe(4);
    const answers = new Map(studio.heard.slice(1).map((answer) => ['id' in answer ? answer.id : -1, answer]));
    expect(answers.get(7)).toEqual({ kind: 'result', id: 7, result: workspace });
    expect(answers.get(8)).toEqual({
      kind: 'error',
      id: 8,
      error: { kind: 'missing_file', message: 'There is no a.mp4.', remedy: 'Look again.' },
    });
    expect(answers.get(9)).toMatchObject({ kind: 'error', error: { kind: 'usage' } });
  });

  it.each<[string, number, unknown]>([
    ['text that is no JSON', 1008, '{{{'],
    ['an unknown kind', 1008, { kind: 'shutdown' }],
    ['an unknown request', 1008, { kind: 'request', id: 1, name: 'file.read', parameters: {} }],
    ['a name that every object has', 1008, { kind: 'request', id: 1, name: 'constructor', parameters: {} }],
    ['binary data', 1008, Uint8Array.from({ length: 1000 }, (_, i) => (i * 167) % 256)],
    ['a message nested without end', 1008, '['.repeat(MAX_CLIENT_MESSAGE_BYTES)],
    ['a message one byte over the limit', 1009, 'x'.repeat(MAX_CLIENT_MESSAGE_BYTES + 1)],
  ])('%s ends the connection with %i, and no other one', async (_case, code, message) => {
    const { address } = await startServer();
    const studio = await Studio.greeted(address);
    const other = await Studio.greeted(address);
    studio.say(message);
    await expect.poll(() => studio.closeCode).toBe(code);
    other.say({ kind: 'request', id: 1, name: 'workspace.read', parameters: {} });
    await expect.poll(() => other.heard.length).toBe(2);
  });

  it('may be binary, and lead to whoever takes their kind', async () => {
    const { address, uploads } = await startServer();
    const studio = await Studio.greeted(address);
    const other = await Studio.greeted(address);
    studio.say(encodeUpload({ kind: 'audio', stream: 5, content: Uint8Array.of(1, 2, 3) }));
    studio.say(encodeUpload({ kind: 'video', stream: 5, content: Uint8Array.of(9) }));
    await expect.poll(() => uploads).toEqual([{ content: [1, 2, 3], stream: 5, studio: 1 }]);
    other.say(encodeUpload({ kind: 'audio', stream: 6, content: new Uint8Array() }));
    await expect.poll(() => uploads.at(-1)).toEqual({ content: [], stream: 6, studio: 2 });
    expect(studio.closeCode).toBeUndefined();
  });

  it('come only after hello', async () => {
    const { address } = await startServer();
    const studio = new Studio(address);
    await expect.poll(() => studio.socket.readyState).toBe(WebSocket.OPEN);
    studio.say({ kind: 'request', id: 1, name: 'workspace.read', parameters: {} });
    await expect.poll(() => studio.closeCode).toBe(1008);
    expect(studio.heard).toEqual([]);
  });
});

describe('events', () => {
  it('are numbered, and those missed in a break are sent after it', async () => {
    const { address, link } = await startServer();
    const studio = await Studio.greeted(address);
    link.publish({ event: 'workspace_changed' });
    await expect.poll(() => studio.heard.at(-1)).toMatchObject({ kind: 'event', sequence: 1 });
    const [welcome] = studio.heard;
    if (welcome?.kind !== 'welcome') throw new Error('no welcome');
    studio.socket.terminate();
    link.publish({ event: 'batch_ended', error: null });

    const resume = { epoch: welcome.epoch, lastSequence: 1 };
    const back = await Studio.greeted(address, { kind: 'hello', resume });
    await expect.poll(() => back.heard.length).toBe(2);
    expect(back.heard[0]).toMatchObject({ kind: 'welcome', resumed: true });
    expect(back.heard[1]).toMatchObject({ kind: 'event', sequence: 2, event: { event: 'batch_ended' } });
  });

  it('are not resumed from another run of the host, nor when too many were missed', async () => {
    const { address, link } = await startServer();
    const stranger = { kind: 'hello', resume: { epoch: 'another', lastSequence: 0 } };
    const first = await Studio.greeted(address, stranger);
    expect(first.heard[0]).toMatchObject({ kind: 'welcome', resumed: false });
    for (let i = 0; i < 3000; i++) link.publish({ event: 'batch_ended', error: null });
    const [welcome] = first.heard;
    if (welcome?.kind !== 'welcome') throw new Error('no welcome');
    const resume = { epoch: welcome.epoch, lastSequence: 0 };
    const late = await Studio.greeted(address, { kind: 'hello', resume });
    expect(late.heard[0]).toMatchObject({ kind: 'welcome', resumed: false, sequence: 3000 });
  });
});

describe('live frames', () => {
  it('reach a slow studio newest first, not all of them', async () => {
    const { address, link } = await startServer();
    const studio = await Studio.greeted(address);
    studio.socket.pause();
    const frames = 400;
    for (let i = 0; i < frames; i++) {
      link.publishFrame(new Uint8Array(64 * 1024).fill(i % 251), 0);
      if (i % 20 === 0) await sleep(1);
    }
    studio.socket.resume();
    await expect.poll(() => studio.frames.at(-1)?.[0]).toBe((frames - 1) % 251);
    expect(studio.frames.length).toBeLessThan(frames);
  });

  it('reach a slow studio of every subject, the newest of each', async () => {
    const { address, link } = await startServer();
    const studio = await Studio.greeted(address);
    studio.socket.pause();
    const rounds = 200;
    for (let i = 0; i < rounds; i++) {
      for (const subject of [1, 2, 3])
        link.publishFrame(new Uint8Array(64 * 1024).fill(i).fill(subject, 1), subject);
      if (i % 20 === 0) await sleep(1);
    }
    studio.socket.resume();
    const newest = () =>
      [1, 2, 3].map((subject) => studio.frames.findLast((frame) => frame[1] === subject)?.[0]);
    await expect.poll(newest).toEqual([rounds - 1, rounds - 1, rounds - 1]);
    expect(studio.frames.length).toBeLessThan(3 * rounds);
  });
});

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { DEFAULT_POSTPROCESS } from '#shared/body/index.ts';
import { CAPTURE_CHANNEL_COUNT, CAPTURE_CHANNELS, type FaceTake } from '#shared/capture/index.ts';
import {
  type HostEvent,
  hostMessageSchema,
  LINK_PROTOCOL,
  type RequestName,
  type RequestParameters,
  type RequestResult,
  requestSchemas,
} from '#shared/contract/index.ts';
import { temporaryFolder } from '../../../scripts/testing/temporaryFolder.ts';
import { BatchRunner } from '../batch/index.ts';
import { playTake } from '../capture/index.ts';
import { startHost } from '../host.ts';
import { Workspace } from '../store/index.ts';
import { openTake } from './openTake.ts';

const JAW_OPEN = CAPTURE_CHANNELS.indexOf('jawOpen');

/** 30 frames at 60 a second, the jaw further open in each. */
const performance: FaceTake = {
  times: Float64Array.from({ length: 30 }, (_, i) => 40_000 + i / 60),
  channels: Float32Array.from({ length: 30 * CAPTURE_CHANNEL_COUNT }, (_, i) =>
    i % CAPTURE_CHANNEL_COUNT === JAW_OPEN ? Math.floor(i / CAPTURE_CHANNEL_COUNT) / 30 : 0,
  ),
};

/** A host with a workspace, asked as a studio asks it. */
async function openStudio(folder: string) {
  const workspace = Workspace.open(join(folder, 'workspace'));
  const runner = await BatchRunner.open(workspace, { workers: 1, postprocess: DEFAULT_POSTPROCESS });
  const host = await startHost(workspace, runner, {
    port: 0,
    capture: { address: '127.0.0.1', port: 0 },
    libraryFolder: join(folder, 'library'),
  });
  let isClosed = false;
  const close = async (): Promise<void> => {
    if (isClosed) return;
    isClosed = true;
    await host.close();
    workspace.close();
  };
  onTestFinished(close);
  const { host: address, hash } = new URL(host.url);
  const token = new URLSearchParams(hash.slice(1)).get('token') ?? '';
  const socket = new WebSocket(`ws://${address}/link`, [LINK_PROTOCOL, `token.${token}`]);
  onTestFinished(() => socket.terminate());
  const heard: HostEvent[] = [];
  const answers = new Map<number, { result?: unknown; error?: unknown }>();
  let isGreeted = false;
  socket.on('open', () => socket.send(JSON.stringify({ kind: 'hello' })));
  socket.on('message', (data, isBinary) => {
    if (isBinary) return;
    const message = hostMessageSchema.parse(JSON.parse(String(data)));
    isGreeted ||= message.kind === 'welcome';
    if (message.kind === 'event') heard.push(message.event);
    if (message.kind === 'result' || message.kind === 'error') answers.set(message.id, message);
  });
  await expect.poll(() => isGreeted).toBe(true);
  let id = 0;
  async function ask<Name extends RequestName>(
    name: Name,
    parameters: RequestParameters<Name>,
  ): Promise<RequestResult<Name>> {
    const asked = id++;
    socket.send(JSON.stringify({ kind: 'request', id: asked, name, parameters }));
    await expect.poll(() => answers.has(asked)).toBe(true);
    const { result, error } = answers.get(asked) ?? {};
    if (error) throw Object.assign(new Error(`refused: ${name}`), { error });
    return requestSchemas[name].result.parse(result) as RequestResult<Name>;
  }
  return { ask, heard, close, takesFolder: workspace.takesFolder };
}

const all = {
  search: '',
  tag: null,
  minRating: 0,
  inTrash: false,
  order: 'startedAt',
  descending: true,
  offset: 0,
  limit: 50,
} as const;

const play = (port: number, subject: string) =>
  playTake({
    protocol: 'llf',
    take: performance,
    deviceId: subject,
    subject,
    host: '127.0.0.1',
    port,
    fps: undefined,
    loop: false,
    signal: new AbortController().signal,
  });

describe('a take', () => {
  it('holds every frame of every subject from its beginning to its end, and is listed', async () => {
    const { ask, heard, takesFolder } = await openStudio(temporaryFolder());
    const { sockets } = await ask('capture.arm', {});
    const port = sockets[0]?.port ?? 0;
    const { recording } = await ask('recording.start', { slate: 'HELLO', takeNumber: 3 });
    expect(recording).toMatchObject({ slate: 'HELLO', takeNumber: 3, frames: 0, subjects: [] });
    await Promise.all([play(port, 'Ada'), play(port, 'Grace')]);
    await expect.poll(async () => (await ask('recording.read', {})).recording?.frames).toBe(60);
    expect(await ask('recording.stop', {})).toEqual({ recording: null, failure: null });

    const { total, takes } = await ask('takes.page', all);
    expect(total).toBe(1);
    expect(takes).toMatchObject([
      {
        slate: 'HELLO',
        takeNumber: 3,
        subjects: ['Ada', 'Grace'],
        frames: 60,
        droppedFrames: 0,
        endReason: 'stopped',
      },
    ]);
    const { subjects } = await openTake(join(takesFolder, takes[0]?.id ?? ''));
    for (const { times, channels } of subjects) {
      expect(times).toHaveLength(30);
      const jaw = Array.from({ length: 30 }, (_, i) => channels[i * CAPTURE_CHANNEL_COUNT + JAW_OPEN]);
      expect(jaw).toEqual(Array.from({ length: 30 }, (_, i) => Math.fround(i / 30)));
    }
    const told = heard.map(({ event }) => event);
    expect(told).toContain('recording_changed');
    expect(told).toContain('takes_changed');
  });

  it('is there tomorrow: renamed, rated, put into the trash and taken out of it', async () => {
    const folder = temporaryFolder();
    const first = await openStudio(folder);
    await first.ask('capture.arm', {});
    await first.ask('recording.start', { slate: 'A', takeNumber: 1 });
    await first.ask('recording.stop', {});
    const [take] = (await first.ask('takes.page', all)).takes;
    const id = take?.id ?? '';
    await first.ask('take.change', { id, changes: { name: 'The good one', rating: 5, tags: ['best'] } });
    await first.ask('take.trash', { id });
    expect((await first.ask('takes.page', all)).total).toBe(0);
    await first.close();

    const second = await openStudio(folder);
    await second.ask('take.restore', { id });
    expect((await second.ask('takes.page', { ...all, tag: 'best' })).takes).toMatchObject([
      { id, name: 'The good one', rating: 5 },
    ]);
  });

  it('is ended and kept when capture is disarmed, or the host ends', async () => {
    const folder = temporaryFolder();
    const first = await openStudio(folder);
    await first.ask('capture.arm', {});
    await first.ask('recording.start', { slate: 'A', takeNumber: 1 });
    await first.ask('capture.disarm', {});
    expect(await first.ask('recording.read', {})).toEqual({ recording: null, failure: null });
    await first.ask('capture.arm', {});
    await first.ask('recording.start', { slate: 'A', takeNumber: 2 });
    await first.close();

    const { ask } = await openStudio(folder);
    const { takes } = await ask('takes.page', { ...all, descending: false });
    expect(takes.map(({ takeNumber, endReason }) => [takeNumber, endReason])).toEqual([
      [1, 'stopped'],
      [2, 'stopped'],
    ]);
  });

  it('needs capture to be armed, and is one at a time', async () => {
    const { ask, takesFolder } = await openStudio(temporaryFolder());
    await expect(ask('recording.start', { slate: 'A', takeNumber: 1 })).rejects.toMatchObject({
      error: { kind: 'usage', remedy: 'Arm capture first.' },
    });
    expect(existsSync(takesFolder) ? readdirSync(takesFolder) : []).toEqual([]);
    await ask('capture.arm', {});
    await ask('recording.start', { slate: 'A', takeNumber: 1 });
    await expect(ask('recording.start', { slate: 'B', takeNumber: 1 })).rejects.toMatchObject({
      error: { kind: 'usage' },
    });
  });
});

import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { DEFAULT_POSTPROCESS } from '#shared/body/index.ts';
import { type HostEvent, hostMessageSchema, LINK_PROTOCOL } from '#shared/contract/index.ts';
import { makeTestClip } from '../../scripts/testing/clips.ts';
import { temporaryFolder } from '../../scripts/testing/temporaryFolder.ts';
import { BatchRunner } from './batch/index.ts';
import { startHost } from './host.ts';
import { Workspace } from './store/index.ts';

/** A host with an empty workspace, and the events that a studio hears of it. */
async function startWithStudio() {
  const folder = temporaryFolder();
  const workspace = Workspace.open(join(folder, 'workspace'));
  const runner = await BatchRunner.open(workspace, { workers: 1, postprocess: DEFAULT_POSTPROCESS });
  const capture = { address: '127.0.0.1', port: 0 };
  const libraryFolder = join(folder, 'library');
  const host = await startHost(workspace, runner, { port: 0, capture, libraryFolder });
  onTestFinished(async () => {
    await host.close();
    workspace.close();
  });
  const { host: address, hash } = new URL(host.url);
  const token = new URLSearchParams(hash.slice(1)).get('token') ?? '';
  const socket = new WebSocket(`ws://${address}/link`, [LINK_PROTOCOL, `token.${token}`]);
  onTestFinished(() => socket.terminate());
  const heard: HostEvent['event'][] = [];
  let isGreeted = false;
  socket.on('open', () => socket.send(JSON.stringify({ kind: 'hello' })));
  socket.on('message', (data) => {
    const message = hostMessageSchema.parse(JSON.parse(String(data)));
    isGreeted ||= message.kind === 'welcome';
    if (message.kind === 'event') heard.push(message.event.event);
  });
  await expect.poll(() => isGreeted).toBe(true);
  return { folder, runner, heard };
}

describe('a studio', () => {
  it('hears of clips that come by another way than its own', async () => {
    const { folder, runner, heard } = await startWithStudio();
    const clip = join(folder, 'clip.mp4');
    makeTestClip(clip, 3);
    await runner.add(clip);
    await expect.poll(() => heard).toEqual(['workspace_changed']);
  });

  it('hears of the end of a batch that it has not begun', async () => {
    const { runner, heard } = await startWithStudio();
    await runner.run();
    await expect.poll(() => heard).toEqual(['workspace_changed', 'batch_ended']);
  });

  it('hears of jobs that are queued again', async () => {
    const { runner, heard } = await startWithStudio();
    await runner.retry();
    await expect.poll(() => heard).toEqual(['workspace_changed']);
  });
});

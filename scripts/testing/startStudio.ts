import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { BatchRunner } from '../../src-main/host/batch/index.ts';
import { startHost } from '../../src-main/host/host.ts';
import { Workspace } from '../../src-main/host/store/index.ts';
import { DEFAULT_POSTPROCESS } from '../../src-shared/body/index.ts';
import {
  encodeUpload,
  type HostEvent,
  type HostMessage,
  hostMessageSchema,
  LINK_PROTOCOL,
  type RequestName,
  type RequestParameters,
  type RequestResult,
  requestSchemas,
  type Upload,
} from '../../src-shared/contract/index.ts';
import { temporaryFolder } from './temporaryFolder.ts';

/** A whole host on folders of its own unless they are named, and a studio that asks it over the link. */
export async function startStudio({
  libraryFolder = temporaryFolder(),
  workspaceFolder = join(temporaryFolder(), 'workspace'),
} = {}) {
  const workspace = Workspace.open(workspaceFolder);
  const runner = await BatchRunner.open(workspace, { workers: 1, postprocess: DEFAULT_POSTPROCESS });
  const host = await startHost(workspace, runner, {
    port: 0,
    capture: { address: '127.0.0.1', port: 0 },
    libraryFolder,
  });
  const { host: address, hash, origin } = new URL(host.url);
  const token = new URLSearchParams(hash.slice(1)).get('token') ?? '';
  const socket = new WebSocket(`ws://${address}/link`, [LINK_PROTOCOL, `token.${token}`]);
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (!isOpen) return;
    isOpen = false;
    socket.terminate();
    await host.close();
    workspace.close();
  };
  onTestFinished(close);
  const messages: HostMessage[] = [];
  const frames: Uint8Array[] = [];
  socket.on('open', () => socket.send(JSON.stringify({ kind: 'hello' })));
  socket.on('message', (data, isBinary) => {
    if (!isBinary) messages.push(hostMessageSchema.parse(JSON.parse(String(data))));
    else if (data instanceof Uint8Array) frames.push(data);
  });
  await expect.poll(() => messages.length).toBeGreaterThan(0);
  let id = 0;
  return {
    origin,
    token,
    takesFolder: workspace.takesFolder,
    /** Live messages, in the order in which they came. */
    frames: (): readonly Uint8Array[] => frames,
    /** Ends the host; what it wrote stays. */
    close,
    events: (): HostEvent[] =>
      messages.flatMap((message) => (message.kind === 'event' ? [message.event] : [])),
    heard: (): HostEvent['event'][] =>
      messages.flatMap((message) => (message.kind === 'event' ? [message.event.event] : [])),
    /** Sends a binary message. */
    upload: (upload: Upload): void => socket.send(encodeUpload(upload)),
    /** The answer, in the form that the contract promises; rejects with what the host says is wrong. */
    async ask<Name extends RequestName>(name: Name, parameters: RequestParameters<Name>) {
      id += 1;
      const own = id;
      socket.send(JSON.stringify({ kind: 'request', id: own, name, parameters }));
      const find = () => messages.find((message) => 'id' in message && message.id === own);
      await expect.poll(find).toBeDefined();
      const answer = find();
      if (answer?.kind === 'error') throw Object.assign(new Error(answer.error.message), answer.error);
      const result: unknown = answer?.kind === 'result' ? answer.result : undefined;
      return requestSchemas[name].result.parse(result) as RequestResult<Name>;
    },
  };
}

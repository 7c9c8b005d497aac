import { spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { FPS } from './sendFaces.ts';

const SECONDS = 20;
const SETTLE_MS = 300;

/** Sends every datagram back, in a process that does nothing else. */
const ECHO = `
const socket = require('node:dgram').createSocket('udp4');
socket.on('message', (message, { port }) => socket.send(message, port, '127.0.0.1'));
socket.bind(0, '127.0.0.1', () => process.stdout.write(String(socket.address().port)));
`;

/**
 * How long datagrams take to a bare process and back, in ms, as often as frames come: what the computer itself adds with
 * all that runs on it.
 */
export async function measureEcho(): Promise<number[]> {
  const child = spawn(process.execPath, ['-e', ECHO], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  try {
    const [port] = await once(child.stdout, 'data');
    return await echoesOf(Number(port));
  } finally {
    child.kill('SIGKILL');
    await ended;
  }
}

async function echoesOf(port: number): Promise<number[]> {
  const socket = createSocket('udp4');
  socket.connect(port, '127.0.0.1');
  await once(socket, 'connect');
  const times: number[] = [];
  const message = Buffer.alloc(8);
  socket.on('message', (echo) => times.push(performance.now() - echo.readDoubleLE(0)));
  for (let i = 0; i < SECONDS * FPS; i++) {
    message.writeDoubleLE(performance.now());
    socket.send(message);
    await sleep(1000 / FPS);
  }
  await sleep(SETTLE_MS);
  socket.close();
  return times;
}

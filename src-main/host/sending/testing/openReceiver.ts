import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';
import {
  type CaptureFrame,
  copyCaptureFrame,
  createCaptureFrame,
  type PacketDecoder,
} from '#shared/capture/index.ts';

/** A program that receives, on loopback at a free port. Closed when the test ends. */
export async function openReceiver(decode: PacketDecoder) {
  const socket = createSocket('udp4');
  const frames: CaptureFrame[] = [];
  const frame = createCaptureFrame();
  socket.on('message', (packet) => {
    if (decode(packet, frame) !== 'frame') return;
    const copy = createCaptureFrame();
    copyCaptureFrame(frame, copy);
    frames.push(copy);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  let isOpen = true;
  const close = (): void => {
    if (isOpen) socket.close();
    isOpen = false;
  };
  onTestFinished(close);
  return { port: socket.address().port, frames, close };
}

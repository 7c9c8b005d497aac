import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { createControlPacketReader, encodeControlPacket } from '#shared/capture/index.ts';

const requestSchema = z.object({
  sessionId: z.string(),
  addressPath: z.string(),
  transactionId: z.number(),
  body: z.object({ streamPort: z.number() }).optional().catch(undefined),
});

const SUBJECT = {
  id: 'subject-1',
  name: 'Ada',
  animationMetadata: { type: 'arkit', version: 1, controls: ['JawOpen', 'EyeBlinkLeft'] },
};

/**
 * A phone with Live Link Face in its MetaHuman mode, as far as that is documented. It keeps silent on requests of
 * `unanswered`. Closed when the test ends.
 */
export async function openMetaHumanPhone({ unanswered = [] }: { unanswered?: string[] } = {}) {
  const asked: string[] = [];
  const connections = new Set<Socket>();
  const udp = createSocket('udp4');
  let streamPort = 0;
  const answerTo = (addressPath: string): object => {
    if (addressPath === '/session/start') return { sessionId: 'session-1' };
    return addressPath === '/stream/subjects' ? { subjects: [SUBJECT] } : {};
  };
  const server = createServer((socket) => {
    connections.add(socket);
    const read = createControlPacketReader();
    socket.on('error', () => {});
    socket.on('data', (piece) => {
      for (const payload of read(piece)) {
        const request = requestSchema.parse(JSON.parse(Buffer.from(payload).toString()));
        const { sessionId, addressPath, transactionId, body } = request;
        asked.push(`${sessionId} ${addressPath}`);
        if (body) streamPort = body.streamPort;
        if (unanswered.includes(addressPath)) continue;
        const answer = {
          ...request,
          timestamp: 1,
          type: 'response',
          body: answerTo(addressPath),
          transactionId,
        };
        socket.write(encodeControlPacket(Buffer.from(JSON.stringify(answer))));
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const place = server.address();
  onTestFinished(() => {
    udp.close();
    for (const socket of connections) socket.destroy();
    server.close();
  });
  return {
    port: typeof place === 'object' ? (place?.port ?? 0) : 0,
    asked,
    /** Sends a frame, written by hand, to where the studio wants it. */
    send: (frameNumber: number, jawOpen: number) =>
      new Promise((sent) => udp.send(packetOf(frameNumber, jawOpen), streamPort, '127.0.0.1', sent)),
    hangUp: () => {
      for (const socket of connections) socket.destroy();
    },
  };
}

function packetOf(frameNumber: number, jawOpen: number): Buffer {
  const id = Buffer.from(SUBJECT.id);
  const packet = Buffer.alloc(4 + id.length + 16 + 2 + 2 * 2 + 6 * 4);
  packet.writeUInt16LE(1, 0);
  packet.writeUInt16LE(id.length, 2);
  id.copy(packet, 4);
  let at = 4 + id.length;
  packet.writeInt32LE(frameNumber, at);
  packet.writeInt32LE(60, at + 8);
  packet.writeInt32LE(1, at + 12);
  at += 16;
  packet.writeUInt16LE(2, at);
  packet.writeUInt16LE(Math.round(65_535 * jawOpen), at + 2);
  return packet;
}

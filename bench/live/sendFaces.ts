import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { createCaptureFrame, encodeLiveLinkFace, sampleTake } from '../../src-shared/capture/index.ts';
import type { Faces } from './faces.ts';

export const FPS = 60;
/** Frames are counted from a multiple of this for each phone, so that a frame's time tells whose it is. */
export const PHONE_SPACING = 100_000;

/** When each frame was sent, in ms of this process's clock, by its number. */
export type Sent = ReadonlyMap<number, number>;

interface Sending {
  readonly faces: Faces;
  readonly port: number;
  readonly phones: number;
  readonly seconds: number;
  /** Where the phones' clocks stand at first. */
  readonly afterSeconds: number;
}

/** Sends faces as so many phones with Live Link Face do, each at 60 a second and at its own moment. */
export async function sendFaces({ faces, port, phones, seconds, afterSeconds }: Sending): Promise<Sent> {
  const socket = createSocket('udp4');
  // A connected socket sends at once; another looks the address up before each datagram.
  socket.connect(port, '127.0.0.1');
  await once(socket, 'connect');
  const sent = new Map<number, number>();
  const begun = performance.now();
  const first = Math.round(afterSeconds * FPS);
  const frames = Array.from({ length: phones }, (_, phone) =>
    Object.assign(createCaptureFrame(), {
      deviceId: `00000000-0000-4000-8000-${String(phone).padStart(12, '0')}`,
      subject: `Phone ${phone + 1}`,
    }),
  );
  for (let step = 0; step < Math.round(seconds * FPS) * phones; step++) {
    const phone = step % phones;
    const number = first + Math.floor(step / phones);
    await sleep(Math.max(0, begun + (step * 1000) / (FPS * phones) - performance.now()));
    const frame = frames[phone];
    if (!frame) continue;
    sampleTake(faces, faces.start + ((number / FPS) % faces.seconds), frame);
    frame.timeSeconds = (phone * PHONE_SPACING + number) / FPS;
    const packet = encodeLiveLinkFace(frame);
    sent.set(phone * PHONE_SPACING + number, performance.timeOrigin + performance.now());
    socket.send(packet);
  }
  socket.close();
  await once(socket, 'close');
  return sent;
}

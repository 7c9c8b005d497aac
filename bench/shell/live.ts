import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CDPSession, Page } from 'playwright-core';
import { createCaptureFrame, encodeLiveLinkFace } from '../../src-shared/capture/index.ts';
import type { Figure } from '../figure.ts';
import { percentile } from './percentile.ts';
import type { OpenWindow } from './window.ts';

const FPS = 60;
const WARM_UP = 2 * FPS;
const PACKETS = 20 * FPS;

/** Sends faces at 60 a second by UDP, and measures when the page is given each of them and what it costs the page. */
export async function measureLive({ page, capturePort }: OpenWindow): Promise<Figure[]> {
  const session = await page.context().newCDPSession(page);
  await recordArrivals(page, session);
  await page.getByRole('button', { name: 'Arm capture' }).click();
  await page.getByText(`UDP port ${capturePort}`).first().waitFor();
  await sendPackets(capturePort, 0, WARM_UP);
  const scriptBefore = await scriptSeconds(session);
  const sent = await sendPackets(capturePort, WARM_UP, PACKETS);
  const script = (await scriptSeconds(session)) - scriptBefore;
  const offset = await clockOffset(page);
  const arrivals = new Map(
    await page.evaluate(() => Reflect.get(globalThis, 'arrivals') as [number, number][]),
  );
  const delays = sent.flatMap((time, i) => {
    const arrival = arrivals.get(WARM_UP + i);
    return arrival === undefined ? [] : [arrival - offset - time];
  });
  return [
    {
      key: 'live_frames_delivered',
      value: delays.length / PACKETS,
      unit: 'share',
      target: { atLeast: 0.99 },
    },
    { key: 'datagram_to_renderer_p50', value: percentile(delays, 50), unit: 'ms', target: { atMost: 1.5 } },
    { key: 'datagram_to_renderer_p99', value: percentile(delays, 99), unit: 'ms', target: { atMost: 5 } },
    { key: 'renderer_script_per_frame', value: (script * 1000) / PACKETS, unit: 'ms' },
  ];
}

/** Notes each binary message's frame number and the time at which the page's own handler is called with it. */
async function recordArrivals(page: Page, session: CDPSession): Promise<void> {
  await session.send('Performance.enable');
  await page.addInitScript(() => {
    const arrivals: [number, number][] = [];
    Reflect.set(globalThis, 'arrivals', arrivals);
    const property = Object.getOwnPropertyDescriptor(WebSocket.prototype, 'onmessage');
    Object.defineProperty(WebSocket.prototype, 'onmessage', {
      ...property,
      set(this: WebSocket, handler: (event: { data: unknown }) => void) {
        property?.set?.call(this, (event: { data: unknown }) => {
          if (event.data instanceof ArrayBuffer) {
            const frame = Math.round(new DataView(event.data).getFloat64(4, true) * 60);
            arrivals.push([frame, performance.timeOrigin + performance.now()]);
          }
          handler.call(this, event);
        });
      },
    });
  });
  await page.reload();
}

/** Sends packets `first`, `first + 1`, … at their times; returns when each was sent, in ms of this process's clock. */
async function sendPackets(port: number, first: number, count: number): Promise<number[]> {
  const frame = Object.assign(createCaptureFrame(), {
    deviceId: '00000000-0000-4000-8000-000000000000',
    subject: 'Bench',
    faceFound: true,
  });
  const socket = createSocket('udp4');
  const sent: number[] = [];
  const begun = performance.now();
  for (let i = 0; i < count; i++) {
    await sleep(Math.max(0, begun + (i * 1000) / FPS - performance.now()));
    frame.timeSeconds = (first + i) / FPS;
    frame.blendshapes.fill((i % FPS) / FPS);
    const packet = encodeLiveLinkFace(frame);
    sent.push(performance.timeOrigin + performance.now());
    socket.send(packet, port, '127.0.0.1');
  }
  await sleep(200);
  socket.close();
  await once(socket, 'close');
  return sent;
}

async function scriptSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN;
}

/** How far the page's clock is ahead of this process's, in ms; as exact as half of the fastest question. */
async function clockOffset(page: Page): Promise<number> {
  let best = { roundTrip: Number.POSITIVE_INFINITY, offset: 0 };
  for (let i = 0; i < 200; i++) {
    const asked = performance.timeOrigin + performance.now();
    const there = await page.evaluate(() => performance.timeOrigin + performance.now());
    const roundTrip = performance.timeOrigin + performance.now() - asked;
    if (roundTrip < best.roundTrip) best = { roundTrip, offset: there - (asked + roundTrip / 2) };
  }
  return best.offset;
}

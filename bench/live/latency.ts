import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { percentile } from '../percentile.ts';
import type { Faces } from './faces.ts';
import { PHONE_SPACING, type Sent, sendFaces } from './sendFaces.ts';

const WARM_UP_SECONDS = 3;
const MEASURED_SECONDS = 20;
const SETTLE_MS = 300;

export interface Latency {
  /** From a datagram's sending to the page's handler, in milliseconds, of every frame that came. */
  readonly delivered: readonly number[];
  /** Likewise to the end of the handler, which has made the avatar's pose by then; of the phone that is shown. */
  readonly composed: readonly number[];
  /** Share of the frames that were sent. */
  readonly arrived: number;
}

/** Lets the page note each live frame when its handler is called and when that has returned. Reloads the page. */
export async function noteArrivals(page: Page): Promise<void> {
  await page.addInitScript((spacing) => {
    const arrivals: [number, number, number][] = [];
    Reflect.set(globalThis, 'arrivals', arrivals);
    const property = Object.getOwnPropertyDescriptor(WebSocket.prototype, 'onmessage');
    const now = (): number => performance.timeOrigin + performance.now();
    Object.defineProperty(WebSocket.prototype, 'onmessage', {
      ...property,
      set(this: WebSocket, handler: (event: { data: unknown }) => void) {
        property?.set?.call(this, (event: { data: unknown }) => {
          const called = now();
          handler.call(this, event);
          if (!(event.data instanceof ArrayBuffer)) return;
          const frame = Math.round(new DataView(event.data).getFloat64(4, true) * 60);
          arrivals.push([frame, called, now()]);
          if (arrivals.length > spacing) arrivals.shift();
        });
      },
    });
  }, PHONE_SPACING);
  await page.reload();
}

/** What is sent to measure it. */
export interface Trial {
  readonly faces: Faces;
  readonly phones: number;
  /** Where the phones' clocks stand, which never go back: later than after the trial before. */
  readonly afterSeconds: number;
}

/** Sends faces of so many phones at 60 a second each, and measures when the page has each of them. */
export async function measureLatency(
  page: Page,
  port: number,
  { afterSeconds, ...trial }: Trial,
): Promise<Latency> {
  await sendFaces({ ...trial, port, seconds: WARM_UP_SECONDS, afterSeconds });
  await page.evaluate(() => (Reflect.get(globalThis, 'arrivals') as unknown[]).splice(0));
  const sent = await sendFaces({
    ...trial,
    port,
    seconds: MEASURED_SECONDS,
    afterSeconds: afterSeconds + WARM_UP_SECONDS,
  });
  await sleep(SETTLE_MS);
  const offset = await clockOffset(page);
  const arrivals = await page.evaluate(
    () => Reflect.get(globalThis, 'arrivals') as [number, number, number][],
  );
  return latencyOf(sent, arrivals, offset);
}

function latencyOf(sent: Sent, arrivals: readonly [number, number, number][], offset: number): Latency {
  const delivered: number[] = [];
  const composed: number[] = [];
  for (const [frame, called, returned] of arrivals) {
    const time = sent.get(frame);
    if (time === undefined) continue;
    delivered.push(called - offset - time);
    if (frame < PHONE_SPACING) composed.push(returned - offset - time);
  }
  return { delivered, composed, arrived: delivered.length / sent.size };
}

/** How far the page's clock is ahead of this process's, in ms; as exact as half of the fastest question. */
async function clockOffset(page: Page): Promise<number> {
  const offsets: { roundTrip: number; offset: number }[] = [];
  for (let i = 0; i < 200; i++) {
    const asked = performance.timeOrigin + performance.now();
    const there = await page.evaluate(() => performance.timeOrigin + performance.now());
    const roundTrip = performance.timeOrigin + performance.now() - asked;
    offsets.push({ roundTrip, offset: there - (asked + roundTrip / 2) });
  }
  const fastest = percentile(
    offsets.map(({ roundTrip }) => roundTrip),
    0,
  );
  return offsets.find(({ roundTrip }) => roundTrip === fastest)?.offset ?? Number.NaN;
}

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createCaptureFrame } from '../captureFrame.ts';
import { faceFrame } from '../testing.ts';
import { createPacketDecoder } from './decodePacket.ts';
import { encodePacket } from './encodePacket.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = z.custom<() => void>((gc) => typeof gc === 'function').parse(runInNewContext('gc'));

function heapAfterCollection(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

/** Whole numbers from 0 up to below `limit`, the same in each run (xorshift32, Marsaglia 2003). */
function createRandom(): (limit: number) => number {
  let state = 0x9e3779b9;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
}

/** Fills the buffer with packets: some random, some true ones with changed bytes, some of another length. */
function createPackets(buffer: Uint8Array): () => Uint8Array {
  const random = createRandom();
  const originals = ['Ada', 'Grace', ''].flatMap((subject) => {
    const frame = faceFrame({
      deviceId: 'F5D5A0C4-6B0E-4E0A-9B5C-2B1B0E2B7A11',
      subject,
      timeSeconds: 47_584,
    });
    return [encodePacket(frame), encodePacket({ ...frame, faceFound: false })];
  });
  return () => {
    if (random(4) === 0) {
      const length = random(400);
      for (let i = 0; i < length; i++) buffer[i] = random(256);
      buffer[0] = 6;
      return buffer.subarray(0, length);
    }
    const original = originals[random(originals.length)] ?? new Uint8Array();
    buffer.set(original);
    for (let changes = random(4); changes > 0; changes--) buffer[random(original.length)] = random(256);
    return buffer.subarray(0, random(4) === 0 ? random(400) : original.length);
  };
}

describe('a million random and damaged packets', () => {
  it('are read without an error, a value that is no number, or growth of the heap', () => {
    const decode = createPacketDecoder();
    const frame = createCaptureFrame();
    const nextPacket = createPackets(new Uint8Array(512));
    const seen = { frame: 0, alive: 0, not_v6: 0, malformed: 0 };
    let wrong = 0;
    const run = (packets: number): void => {
      for (let i = 0; i < packets; i++) {
        const outcome = decode(nextPacket(), frame);
        seen[outcome] += 1;
        if (outcome !== 'frame') continue;
        if (!Number.isFinite(frame.timeSeconds)) wrong += 1;
        for (let c = 0; c < frame.channels.length; c++) if (!Number.isFinite(frame.channels[c])) wrong += 1;
      }
    };
    run(100_000);
    const before = heapAfterCollection();
    run(900_000);
    expect(heapAfterCollection() - before).toBeLessThan(256 * 1024);
    expect(wrong).toBe(0);
    for (const outcome of Object.values(seen)) expect(outcome).toBeGreaterThan(1000);
  });

  it('cost no allocation where the sender is known', () => {
    const decode = createPacketDecoder();
    const frame = createCaptureFrame();
    const packets = ['Ada', 'Grace'].map((subject) =>
      encodePacket(faceFrame({ subject, timeSeconds: 1 / 3 })),
    );
    const run = (rounds: number): void => {
      for (let i = 0; i < rounds; i++)
        for (let p = 0; p < packets.length; p++) decode(packets[p] ?? new Uint8Array(), frame);
    };
    run(50_000);
    const before = process.memoryUsage().heapUsed;
    run(50_000);
    // One object of the smallest kind for each packet would be 1.6 MB.
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(400_000);
  });
});

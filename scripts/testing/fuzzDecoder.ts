import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect } from 'vitest';
import { z } from 'zod';
import {
  type CaptureFrame,
  createCaptureFrame,
  type PacketDecoder,
  type PacketOutcome,
} from '../../src-shared/capture/index.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = z.custom<() => void>((gc) => typeof gc === 'function').parse(runInNewContext('gc'));

const PACKETS = 1_000_000;
/** Until then, what is compiled and remembered once may grow. */
const WARM_UP = 100_000;
const MOST_GROWTH_BYTES = 256 * 1024;
const MAX_PACKET_BYTES = 4096;

/** Whole numbers from 0 up to below `limit`, the same in each run (xorshift32, Marsaglia 2003). */
export function createRandom(): (limit: number) => number {
  let state = 0x9e3779b9;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
}

/**
 * Gives a decoder a million packets: a quarter at random, the others true ones of which bytes were changed, cut off or
 * repeated. It may not throw, let through a number that is not finite, or hold on to memory.
 * @param originals true packets, up to 4096 bytes
 * @returns how often each outcome was seen
 */
export function fuzzDecoder(
  decode: PacketDecoder,
  originals: readonly Uint8Array[],
): Record<PacketOutcome, number> {
  const frame = createCaptureFrame();
  const next = createPackets(originals);
  const seen: Record<PacketOutcome, number> = { frame: 0, alive: 0, part: 0, foreign: 0, malformed: 0 };
  let wrong = 0;
  const run = (packets: number): void => {
    for (let i = 0; i < packets; i++) {
      const outcome = decode(next(), frame);
      seen[outcome] += 1;
      if ((outcome === 'frame' || outcome === 'alive') && !isSound(frame)) wrong += 1;
    }
  };
  run(WARM_UP);
  const before = heapAfterCollection();
  // Collected as often as before: the engine keeps the room that it once needed for the shapes of parsed objects.
  for (let done = WARM_UP; done < PACKETS; done += WARM_UP) {
    run(WARM_UP);
    collectGarbage();
  }
  expect(heapAfterCollection() - before).toBeLessThan(MOST_GROWTH_BYTES);
  expect(wrong).toBe(0);
  return seen;
}

function heapAfterCollection(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

function createPackets(originals: readonly Uint8Array[]): () => Uint8Array {
  const random = createRandom();
  const buffer = new Uint8Array(MAX_PACKET_BYTES);
  const noise = (from: number, to: number): void => {
    for (let i = from; i < to; i++) buffer[i] = random(256);
  };
  return () => {
    const original = originals[random(originals.length)] ?? new Uint8Array();
    if (random(4) === 0) {
      const length = random(400);
      noise(0, length);
      // Half of them get past the first look.
      if (random(2) === 0) buffer.set(original.subarray(0, Math.min(length, 16)));
      return buffer.subarray(0, length);
    }
    buffer.set(original);
    for (let changes = random(4); changes > 0; changes--) buffer[random(original.length)] = random(256);
    const end = random(4) === 0 ? random(original.length + 64) : original.length;
    if (end > original.length) noise(original.length, end);
    return buffer.subarray(0, Math.min(end, MAX_PACKET_BYTES));
  };
}

function isSound(frame: CaptureFrame): boolean {
  return (
    Number.isFinite(frame.timeSeconds) &&
    Number.isFinite(frame.frameRate) &&
    areFinite(frame.channels) &&
    areFinite(frame.headPosition) &&
    areFinite(frame.body.rotations) &&
    areFinite(frame.body.pelvis)
  );
}

function areFinite(numbers: Float32Array): boolean {
  for (let i = 0; i < numbers.length; i++) if (!Number.isFinite(numbers[i])) return false;
  return true;
}

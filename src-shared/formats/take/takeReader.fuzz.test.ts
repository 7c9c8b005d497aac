import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createRandom } from '../../../scripts/testing/fuzzDecoder.ts';
import { MimesisError } from '../../contract/index.ts';
import { TakeReader } from './takeReader.ts';
import { sampleFrame, sampleHeader, sampleSubject, sampleTake, TakeBytes } from './testing/sampleTake.ts';

const FILES = 100_000;
const WARM_UP = 10_000;
const MOST_GROWTH_BYTES = 2 ** 20;

setFlagsFromString('--expose-gc');
const collectGarbage = z.custom<() => void>((gc) => typeof gc === 'function').parse(runInNewContext('gc'));

function heldBytes(): number {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

const small = sampleSubject({ face: { channels: ['jawOpen', 'tongueOut'] } });
const frame = { frame: sampleFrame(1, 5), arrival: 0.1 };
const originals = [
  sampleTake().bytes,
  new TakeBytes().json('header', sampleHeader).json('subject', small).frames(small, [frame, frame]).bytes,
  new TakeBytes()
    .json('header', sampleHeader)
    .json('marker', { timeSeconds: 1, name: 'a', colour: '#123456' }).bytes,
];

describe('damaged and random take files', () => {
  it('are read as far as they go, or refused in plain words: a hundred thousand of them', async () => {
    const random = createRandom();
    const seen = { whole: 0, torn: 0, damaged: 0, refused: 0 };
    let before = 0;
    for (let i = 0; i < FILES; i++) {
      if (i === WARM_UP) before = heldBytes();
      const reader = new TakeReader();
      try {
        reader.push(mutated(originals[i % 16 === 0 ? 0 : 1 + (i % 2)] ?? new Uint8Array(), random));
        const { report, subjects } = reader.finish();
        seen[report.tail.reason]++;
        for (const { times, channels } of subjects) {
          if (!times.every(Number.isFinite) || !channels.every(Number.isFinite))
            throw new Error('not a number');
        }
      } catch (error) {
        if (!(error instanceof MimesisError && error.kind === 'invalid_take')) throw error;
        seen.refused++;
      }
    }
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(1000);
    // Buffers that nothing holds are given back some time after the collection.
    await expect.poll(() => heldBytes() - before).toBeLessThan(MOST_GROWTH_BYTES);
  });
});

function mutated(original: Uint8Array, random: (limit: number) => number): Uint8Array {
  const choice = random(8);
  if (choice === 0) return Uint8Array.from({ length: random(600) }, () => random(256));
  const end = choice < 4 ? random(original.length + 1) : original.length;
  const copy = original.slice(0, end);
  for (let changes = random(4); changes > 0 && end > 0; changes--) {
    const at = random(end);
    if (random(3) > 0) copy[at] = random(256);
    else copy.copyWithin(at, random(end), random(end));
  }
  return copy;
}

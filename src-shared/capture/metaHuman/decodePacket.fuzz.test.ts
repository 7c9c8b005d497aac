import { describe, expect, it } from 'vitest';
import { fuzzDecoder } from '../../../scripts/testing/fuzzDecoder.ts';
import { ARKIT_BLENDSHAPES } from '../../face/index.ts';
import { createCaptureFrame } from '../captureFrame.ts';
import { createMetaHumanDecoder } from './decodePacket.ts';
import { clearExpressionControls } from './expressionControls.ts';
import type { MetaHumanSubject } from './subject.ts';

const expressions = [...clearExpressionControls().values()].flat();
const subjects: MetaHumanSubject[] = [
  {
    id: 'a',
    name: 'Ada',
    animationMetadata: { type: 'arkit', version: 1, controls: [...ARKIT_BLENDSHAPES] },
  },
  { id: 'grace', name: 'Grace', animationMetadata: { type: 'mha', version: 1, controls: expressions } },
  { id: 'x', name: 'Unknown', animationMetadata: { type: 'later', version: 2, controls: ['a'] } },
];

/** A packet of frame 100 of 60 / 1, with values and head of 0. */
function packetOf({ id, animationMetadata: { controls } }: MetaHumanSubject): Uint8Array {
  const time = [100, 0, 0, 0, 0, 0, 0, 0, 60, 0, 0, 0, 1, 0, 0, 0];
  const values = new Uint8Array(2 * controls.length + 24);
  return Uint8Array.from([1, 0, id.length, 0, ...Buffer.from(id), ...time, controls.length, 0, ...values]);
}

describe('packets of the MetaHuman mode', () => {
  it('may be a million random and damaged ones', () => {
    const { part, ...seen } = fuzzDecoder(createMetaHumanDecoder(subjects), subjects.map(packetOf));
    expect(part).toBe(0);
    for (const outcome of Object.values(seen)) expect(outcome).toBeGreaterThan(1000);
  });

  it('cost no allocation', () => {
    const decode = createMetaHumanDecoder(subjects);
    const frame = createCaptureFrame();
    const packets = subjects.map(packetOf);
    const run = (rounds: number): void => {
      for (let i = 0; i < rounds; i++)
        for (let p = 0; p < packets.length; p++) decode(packets[p] ?? new Uint8Array(), frame);
    };
    run(30_000);
    const before = process.memoryUsage().heapUsed;
    run(30_000);
    // One object of the smallest kind for each packet would be 1.4 MB.
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(400_000);
  });
});

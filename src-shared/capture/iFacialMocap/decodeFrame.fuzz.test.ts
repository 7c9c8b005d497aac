import { describe, expect, it } from 'vitest';
import { fuzzDecoder } from '../../../scripts/testing/fuzzDecoder.ts';
import { ARKIT_BLENDSHAPES } from '../../face/index.ts';
import { createCaptureFrame } from '../captureFrame.ts';
import { faceFrame } from '../testing/faceFrame.ts';
import { createIFacialMocapDecoder } from './decodeFrame.ts';
import { encodeIFacialMocap } from './encodeFrame.ts';

const frame = faceFrame();
for (const index of ARKIT_BLENDSHAPES.keys()) frame.blendshapes[index] = index / 52;
const whole = (['iFacialMocapV1', 'iFacialMocapV2', 'facemotion3d'] as const).map((dialect) =>
  encodeIFacialMocap(frame, dialect),
);
/** So short that most changes hit a name, a mark or a number. */
const short = ['jawOpen-1|', 'jawOpen&1e3|', '=head#1,2,3|', 'trackingStatus-0|', '|'].map((text) =>
  Buffer.from(text),
);

describe('frames of iFacialMocap', () => {
  it('may be a million random and damaged ones', { timeout: 120_000 }, () => {
    const { part, ...seen } = fuzzDecoder(createIFacialMocapDecoder(), [...whole, ...short]);
    expect(part).toBe(0);
    for (const outcome of Object.values(seen)) expect(outcome).toBeGreaterThan(1000);
  });

  it('cost no allocation', () => {
    const decode = createIFacialMocapDecoder();
    const read = createCaptureFrame();
    const run = (rounds: number): void => {
      for (let i = 0; i < rounds; i++)
        for (let p = 0; p < whole.length; p++) decode(whole[p] ?? new Uint8Array(), read);
    };
    run(5_000);
    const before = process.memoryUsage().heapUsed;
    run(20_000);
    // One object of the smallest kind for each frame would be 1 MB.
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(400_000);
  });
});

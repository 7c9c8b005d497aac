import { describe, expect, it } from 'vitest';
import { fuzzDecoder } from '../../../scripts/testing/fuzzDecoder.ts';
import { createCaptureFrame } from '../captureFrame.ts';
import { encodeOscBundle } from '../osc/encode.ts';
import { faceFrame } from '../testing/faceFrame.ts';
import { createVmcDecoder } from './decodePacket.ts';
import { createVmcEncoder } from './encodePackets.ts';
import { apply, blend, bone, ok, root, time, turn } from './testing/messages.ts';

const everything = Object.assign(faceFrame({}, { jawOpen: 0.5, headYaw: 0.3 }), { bodyFound: true });
const sent = createVmcEncoder()(everything, 12.5);

describe('packets of VMC', () => {
  it('may be a million random and damaged ones', () => {
    const whole = encodeOscBundle([
      ok(1),
      root(),
      bone('Hips'),
      bone('Head', turn('y', 0.2)),
      blend('Joy', 1),
      blend('jawOpen', 0.5),
      apply,
      time(3),
    ]);
    const seen = fuzzDecoder(createVmcDecoder(), [...sent, whole, bone('Spine'), time(4), ok(0)]);
    for (const outcome of Object.values(seen)) expect(outcome).toBeGreaterThan(1000);
  });

  it('cost no allocation', () => {
    const decode = createVmcDecoder();
    const frame = createCaptureFrame();
    const run = (rounds: number): void => {
      for (let i = 0; i < rounds; i++)
        for (let p = 0; p < sent.length; p++) decode(sent[p] ?? new Uint8Array(), frame);
    };
    run(3000);
    const before = process.memoryUsage().heapUsed;
    run(3000);
    // One object of the smallest kind for each message would be 5 MB.
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(1_000_000);
  });
});

import { describe, expect, it } from 'vitest';
import { fuzzDecoder } from '../../../scripts/testing/fuzzDecoder.ts';
import { createCaptureFrame } from '../captureFrame.ts';
import { faceFrame } from '../testing/faceFrame.ts';
import { createLiveLinkFaceDecoder } from './decodePacket.ts';
import { encodeLiveLinkFace } from './encodePacket.ts';

const originals = ['Ada', 'Grace', ''].flatMap((subject) => {
  const frame = faceFrame({
    deviceId: 'F5D5A0C4-6B0E-4E0A-9B5C-2B1B0E2B7A11',
    subject,
    timeSeconds: 47_584,
  });
  return [encodeLiveLinkFace(frame), encodeLiveLinkFace({ ...frame, faceFound: false })];
});

describe('packets of Live Link Face', () => {
  it('may be a million random and damaged ones', () => {
    const { part, ...seen } = fuzzDecoder(createLiveLinkFaceDecoder(), originals);
    expect(part).toBe(0);
    for (const outcome of Object.values(seen)) expect(outcome).toBeGreaterThan(1000);
  });

  it('cost no allocation where the sender is known', () => {
    const decode = createLiveLinkFaceDecoder();
    const frame = createCaptureFrame();
    const packets = ['Ada', 'Grace'].map((subject) =>
      encodeLiveLinkFace(faceFrame({ subject, timeSeconds: 1 / 3 })),
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

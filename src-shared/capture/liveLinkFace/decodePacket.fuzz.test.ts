import { describe, expect, it } from 'vitest';
import { fuzzDecoder } from '../../../scripts/testing/fuzzDecoder.ts';
import { createCaptureFrame } from '../captureFrame.ts';
import { faceFrame } from '../testing/faceFrame.ts';
import { createLiveLinkFaceDecoder } from './decodePacket.ts';
import { encodeLiveLinkFace } from './encodePacket.ts';
import { FRAME_TIME_BYTES, VALUES_BYTES } from './packetLayout.ts';

/** The packet of version 6 as one of version 5: 13:13:04:00 at 60 in the place of its time. */
function asVersion5(packet: Uint8Array): Uint8Array {
  const valuesAt = packet.length - VALUES_BYTES;
  const time = [0, 0, 0, 13, 0, 0, 0, 13, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 60];
  const header = packet.subarray(1, valuesAt - FRAME_TIME_BYTES);
  return Uint8Array.from([5, ...header, ...time, ...packet.subarray(valuesAt)]);
}

const originals = ['Ada', 'Grace', ''].flatMap((subject) => {
  const frame = faceFrame({
    deviceId: 'F5D5A0C4-6B0E-4E0A-9B5C-2B1B0E2B7A11',
    subject,
    timeSeconds: 47_584,
  });
  const packet = encodeLiveLinkFace(frame);
  return [packet, asVersion5(packet), encodeLiveLinkFace({ ...frame, faceFound: false })];
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
    const packets = ['Ada', 'Grace'].flatMap((subject) => {
      const packet = encodeLiveLinkFace(faceFrame({ subject, timeSeconds: 1 / 3 }));
      return [packet, asVersion5(packet)];
    });
    for (const packet of packets) expect(decode(packet, frame)).toBe('frame');
    const run = (rounds: number): void => {
      for (let i = 0; i < rounds; i++)
        for (let p = 0; p < packets.length; p++) decode(packets[p] ?? new Uint8Array(), frame);
    };
    run(25_000);
    const before = process.memoryUsage().heapUsed;
    run(25_000);
    // One object of the smallest kind for each packet would be 1.6 MB.
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(400_000);
  });
});

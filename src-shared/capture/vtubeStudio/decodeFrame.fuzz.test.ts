import { expect, it } from 'vitest';
import { fuzzDecoder } from '../../../scripts/testing/fuzzDecoder.ts';
import { createCaptureFrame } from '../captureFrame.ts';
import { faceFrame } from '../testing/faceFrame.ts';
import { createVtubeStudioDecoder } from './decodeFrame.ts';
import { encodeVtubeStudio } from './encodeFrame.ts';

/** Short ones: changes hit names and numbers oftener. */
const originals = [
  '{"Timestamp":1664817520079,"FaceFound":true,"Rotation":{"x":-1.5,"y":2e1,"z":5},"Position":{"x":1,"y":2,"z":3},"BlendShapes":[{"k":"JawOpen","v":0.25}]}',
  '{"FaceFound":true,"EyeLeft":{"x":3,"y":9},"BlendShapes":[{"k":"mouthSmile_L","v":99999}]}',
  '{"FaceFound":false}',
  '{"messageType":"other"}',
].map((text) => Buffer.from(text));

it('a million random and damaged frames of VTube Studio do no harm', () => {
  const { part, ...seen } = fuzzDecoder(createVtubeStudioDecoder(), originals);
  expect(part).toBe(0);
  for (const outcome of Object.values(seen)) expect(outcome).toBeGreaterThan(1000);
});

it('frames of VTube Studio cost no allocation', () => {
  const decode = createVtubeStudioDecoder();
  const frame = createCaptureFrame();
  const packet = encodeVtubeStudio(faceFrame());
  const run = (rounds: number): void => {
    for (let i = 0; i < rounds; i++) decode(packet, frame);
  };
  run(5_000);
  const before = process.memoryUsage().heapUsed;
  run(50_000);
  // One object of the smallest kind for each frame would be 800 kB.
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(400_000);
});

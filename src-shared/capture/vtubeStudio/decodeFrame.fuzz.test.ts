import { expect, it } from 'vitest';
import { fuzzDecoder } from '../../../scripts/testing/fuzzDecoder.ts';
import { decodeVtubeStudio } from './decodeFrame.ts';

/** Short ones: changes hit names and numbers oftener, and a million of them are read in less time. */
const originals = [
  '{"Timestamp":1664817520079,"FaceFound":true,"Rotation":{"x":-1.5,"y":2e1,"z":5},"Position":{"x":1,"y":2,"z":3},"BlendShapes":[{"k":"JawOpen","v":0.25}]}',
  '{"FaceFound":true,"EyeLeft":{"x":3,"y":9},"BlendShapes":[{"k":"mouthSmile_L","v":99999}]}',
  '{"FaceFound":false}',
  '{"messageType":"other"}',
].map((text) => Buffer.from(text));

it('a million random and damaged frames of VTube Studio do no harm', { timeout: 120_000 }, () => {
  const { part, ...seen } = fuzzDecoder(decodeVtubeStudio, originals);
  expect(part).toBe(0);
  for (const outcome of Object.values(seen)) expect(outcome).toBeGreaterThan(1000);
});

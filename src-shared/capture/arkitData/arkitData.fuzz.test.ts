import { expect, it } from 'vitest';
import { fuzzDecoder } from '../../../scripts/testing/fuzzDecoder.ts';
import { decodeArkitData } from './decodeMessage.ts';

const originals = [
  '{"type":"arkit_data","blendshapes":{"jawOpen":0.25,"headYaw":-1.5e1},"timestamp":"2026-05-01T12:00:00.5Z"}',
  '{"type":"arkit_data","blendshapes":{"mouthSmile_L":99999},"timestamp":1777636800}',
  '{"type":"arkit_data","blendshapes":{}}',
  '{"type":"set_emotion"}',
].map((text) => Buffer.from(text));

it('a million random and damaged messages of a face do no harm', { timeout: 120_000 }, () => {
  const { part, ...seen } = fuzzDecoder(decodeArkitData, originals);
  expect(part).toBe(0);
  for (const outcome of Object.values(seen)) expect(outcome).toBeGreaterThan(1000);
});

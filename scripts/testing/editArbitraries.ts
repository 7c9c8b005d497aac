import fc from 'fast-check';
import type { EditLayer } from '#shared/contract/index.ts';
import type { RecordedSubject } from '#shared/formats/index.ts';
import { createLayer, LAYER_KINDS } from '#shared/takeEdit/index.ts';
import { subjectOf } from '../../src-shared/takeEdit/testing/subject.ts';

const steps = fc.double({ min: 0, max: 0.05, noNaN: true });

/** Frames at uneven times, some of them at the same time as the one before, with values of a face. */
export const unevenFrames = fc
  .array(fc.record({ step: steps, value: fc.float({ min: 0, max: 1, noNaN: true }) }), {
    minLength: 1,
    maxLength: 150,
  })
  .map((frames) => {
    let time = 0;
    const times = frames.map(({ step }) => (time += step));
    return { times: Float64Array.from(times), values: Float32Array.from(frames, ({ value }) => value) };
  });

/** Somebody whose lids, jaw and head move as they like, with frames without a face and a gap. */
export const anySubject: fc.Arbitrary<RecordedSubject> = fc
  .record({
    frames: unevenFrames,
    other: fc.array(fc.float({ min: 0, max: 1, noNaN: true }), { minLength: 150, maxLength: 150 }),
    unseen: fc.array(fc.nat({ max: 149 }), { maxLength: 4 }),
  })
  .map(({ frames: { times, values }, other, unseen }) => {
    const flags = new Uint8Array(times.length).fill(1);
    for (const frame of unseen) if (frame < flags.length) flags[frame] = 0;
    const value = (_: number, frame: number): number => values[frame] ?? 0;
    return subjectOf(
      times,
      {
        jawOpen: value,
        headYaw: (_, frame) => 3 * (values[frame] ?? 0) - 1.5,
        eyeBlinkLeft: value,
        eyeBlinkRight: (_, frame) => other[frame] ?? 0,
      },
      { flags, gaps: [{ fromSeconds: 1, toSeconds: 1.3 }] },
    );
  });

const EDITED = ['jawOpen', 'headYaw', 'eyeBlinkLeft', 'eyeBlinkRight'] as const;

const range = fc.option(
  fc
    .record({
      fromSeconds: fc.double({ min: 0, max: 2, noNaN: true }),
      length: fc.double({ min: 0.01, max: 2, noNaN: true }),
    })
    .map(({ fromSeconds, length }) => ({ fromSeconds, toSeconds: fromSeconds + length })),
  { nil: null },
);

const amount = fc.double({ min: -2, max: 2, noNaN: true });

/** Any kind of layer over all channels that move. */
export const anyLayer: fc.Arbitrary<EditLayer> = fc
  .record({
    kind: fc.constantFrom(...LAYER_KINDS),
    id: fc.uuid(),
    range,
    strength: fc.double({ min: 0, max: 1, noNaN: true }),
    amount,
    width: fc.double({ min: 0.02, max: 0.3, noNaN: true }),
  })
  .map(({ kind, strength, amount, width, ...place }) => {
    const layer = { ...createLayer(kind, { ...place, subject: 0, channels: EDITED }), strength };
    return withSettings(layer, amount, width);
  });

function withSettings(layer: EditLayer, amount: number, width: number): EditLayer {
  switch (layer.kind) {
    case 'smooth':
    case 'despike':
      return { ...layer, widthSeconds: width };
    case 'lowPass':
      return { ...layer, cutoffHz: 1 / width };
    case 'offset':
      return { ...layer, amount };
    case 'scale':
      return { ...layer, factor: amount, pivot: width };
    case 'keys':
      return { ...layer, tolerance: width };
    case 'blinks':
      return { ...layer, closedWeight: 1 - width, longestSeconds: 2 * width + 0.1 };
  }
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleAbout } from '../../../scripts/testing/sampleTrack.ts';
import {
  CHANNEL_NAMES,
  channelOf,
  createLandmarkFrame,
  DEFAULT_POSTPROCESS,
  HAND_IMAGE_STRIDE,
  HAND_LANDMARKS,
  type LandmarkFrame,
  POSE_IMAGE_STRIDE,
  POSE_LANDMARKS,
} from '../../body/index.ts';
import { lose, personFrame } from '../../body/testing/frames.ts';
import { ARKIT_BLENDSHAPES, FACE_FEATURES } from '../../face/index.ts';
import { trackingFrame, trackingHeader } from './encode.ts';
import { trackingFrameSchema, trackingHeaderSchema } from './schema.ts';

const number = (min: number, max: number) => fc.float({ min, max, noNaN: true });

/** Frames of every kind that a tracker could make, points far outside the picture included. */
const anyFrame = fc
  .record({
    time: fc.double({ min: 0, max: 1e5, noNaN: true }),
    points: fc.array(number(-3, 3), { minLength: 7, maxLength: 300 }),
    weights: fc.array(number(-0.5, 1.5), { minLength: 1, maxLength: 52 }),
    channels: fc.tuple(
      ...CHANNEL_NAMES.map(() =>
        fc.record({
          presence: fc.constantFrom('tracked' as const, 'filled' as const, 'absent' as const),
          confidence: number(-0.5, 1.5),
          gated: fc.boolean(),
          clamped: fc.boolean(),
        }),
      ),
    ),
  })
  .map(({ time, points, weights, channels }): LandmarkFrame => {
    const frame = createLandmarkFrame();
    frame.timeSeconds = time;
    for (const [i, name] of CHANNEL_NAMES.entries()) {
      const channel = channelOf(frame, name);
      Object.assign(channel, channels[i]);
      for (const [key, signal] of Object.entries(channel.signals)) {
        const values = key === 'blendshapes' ? weights : points;
        for (let at = 0; at < signal.length; at++) signal[at] = values[at % values.length] ?? 0;
      }
    }
    return frame;
  });

const viaJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('a frame line', () => {
  it('fits its schema, whatever the frame holds, and is read back as it was written', () => {
    fc.assert(
      fc.property(anyFrame, fc.nat(), (frame, index) => {
        const line = trackingFrame(frame, index);
        expect(trackingFrameSchema.parse(viaJson(line))).toEqual(line);
      }),
    );
  });

  it('keeps positions to 1e-5, weights to 1e-4 and times to a microsecond', () => {
    fc.assert(
      fc.property(anyFrame, (frame) => {
        const line = trackingFrame(frame, 0);
        expect(Math.abs(line.t - frame.timeSeconds)).toBeLessThanOrEqual(0.51e-6);
        const near = (written: readonly number[], values: Float32Array, tolerance: number): void => {
          expect(written).toHaveLength(values.length);
          for (const [i, value] of values.entries()) {
            expect(Math.abs((written[i] ?? Number.NaN) - value)).toBeLessThanOrEqual(tolerance);
          }
        };
        if (line.pose) near(line.pose.world, frame.pose.signals.world, 0.51e-5);
        if (line.hands.left) near(line.hands.left.image, frame.hands.left.signals.image, 0.51e-5);
        const weights = frame.face.signals.blendshapes.map((value) => Math.min(1, Math.max(0, value)));
        if (line.face) near(line.face.blendshapes, weights, 0.51e-4);
      }),
    );
  });

  it('has null for a channel that was not found, and its numbers where it was tracked or filled', () => {
    fc.assert(
      fc.property(anyFrame, (frame) => {
        const line = trackingFrame(frame, 0);
        const written = {
          pose: line.pose,
          left_hand: line.hands.left,
          right_hand: line.hands.right,
          face: line.face,
        };
        for (const name of CHANNEL_NAMES) {
          expect(written[name] === null).toBe(channelOf(frame, name).presence === 'absent');
        }
      }),
    );
  });

  it('flags what was filled, gated or clamped, and nothing else', () => {
    fc.assert(
      fc.property(anyFrame, (frame) => {
        const { flags } = trackingFrame(frame, 0);
        for (const name of CHANNEL_NAMES) {
          const { presence, gated, clamped } = channelOf(frame, name);
          const expected = { filled: presence === 'filled', gated, clamped };
          const set = Object.entries(expected).flatMap(([flag, holds]) => (holds ? [flag] : []));
          expect(flags[name] ?? []).toEqual(set);
        }
      }),
    );
  });

  it('says where the person is: around the visible points and the hands, within the picture', () => {
    const frame = lose(personFrame(0), 'right_hand');
    const { image } = frame.pose.signals;
    image.set([-0.5, 0.9, 0, 1]);
    image.set([1, 1, 0, 0.4], POSE_IMAGE_STRIDE);
    const hand = frame.hands.left.signals.image;
    for (let i = 0; i < hand.length; i += HAND_IMAGE_STRIDE) hand.set([0.8, 0.95], i);
    frame.hands.right.signals.image.fill(0);
    expect(trackingFrame(frame, 0).bbox_person).toEqual(
      [0, 0.6, 0.8, 0.35].map((value) => expect.closeTo(value, 5)),
    );
  });

  it('has no place for a person that was not found or lies outside the picture', () => {
    expect(trackingFrame(lose(personFrame(0), 'pose'), 0).bbox_person).toBeNull();
    expect(trackingFrame(personFrame(0, 5), 0).bbox_person).toBeNull();
  });

  it('names every face feature', () => {
    expect(Object.keys(trackingFrame(personFrame(0), 0).face?.features ?? {})).toEqual([...FACE_FEATURES]);
  });
});

describe('a header line', () => {
  it('fits its schema and says how to read the arrays', () => {
    const header = trackingHeader(sampleAbout, DEFAULT_POSTPROCESS);
    expect(trackingHeaderSchema.parse(viaJson(header))).toEqual(header);
    expect(header.layout.pose).toEqual([...POSE_LANDMARKS]);
    expect(header.layout.hand).toEqual([...HAND_LANDMARKS]);
    expect(header.layout.blendshapes).toEqual([...ARKIT_BLENDSHAPES]);
    expect(header.postprocess.ema_alpha_wrist).toBe(0.35);
  });
});

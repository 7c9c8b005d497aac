import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleAbout, sampleTrack } from '../../../scripts/testing/sampleTrack.ts';
import {
  CHANNEL_NAMES,
  channelOf,
  createLandmarkFrame,
  DEFAULT_POSTPROCESS,
  type LandmarkFrame,
} from '../../body/index.ts';
import { timesAfter } from '../../body/testing/frames.ts';
import { trackingFrame, trackingHeader } from './encode.ts';
import { arraysOf, BOX_STRIDE, channelTrackOf, frameAt, readFrame, type Track } from './track.ts';
import { TrackBuilder } from './trackBuilder.ts';

const header = trackingHeader(sampleAbout, DEFAULT_POSTPROCESS);

function trackOf(values: readonly unknown[]): Track {
  const builder = new TrackBuilder();
  for (const value of values) builder.line(JSON.stringify(value));
  return builder.finish();
}

// Numbers as exact as a track keeps them.
const anyNumber = fc.integer({ min: -3e5, max: 3e5 }).map((number) => number / 1e5);
const anyWeight = fc.nat(1e4).map((number) => number / 1e4);
const anyFrame = fc
  .record({
    points: fc.array(anyNumber, { minLength: 7, maxLength: 60 }),
    weights: fc.array(anyWeight, { minLength: 1, maxLength: 52 }),
    channels: fc.tuple(
      ...CHANNEL_NAMES.map(() =>
        fc.record({
          presence: fc.constantFrom('tracked' as const, 'filled' as const, 'absent' as const),
          confidence: anyWeight,
          gated: fc.boolean(),
          clamped: fc.boolean(),
        }),
      ),
    ),
  })
  .map(({ points, weights, channels }): LandmarkFrame => {
    const frame = createLandmarkFrame();
    for (const [i, name] of CHANNEL_NAMES.entries()) {
      const channel = Object.assign(channelOf(frame, name), channels[i]);
      for (const [key, signal] of Object.entries(channel.signals)) {
        const values = key === 'blendshapes' ? weights : points;
        for (let at = 0; at < signal.length; at++) signal[at] = values[at % values.length] ?? 0;
      }
    }
    return frame;
  });
const anyFrames = fc
  .array(fc.tuple(fc.double({ min: 0.001, max: 2, noNaN: true }), anyFrame), { maxLength: 12 })
  .map((steps) => {
    const times = timesAfter(steps.map(([interval]) => interval));
    return steps.map(([, frame], i) => Object.assign(frame, { timeSeconds: times[i] ?? 0 }));
  });

describe('a track', () => {
  it('gives every frame back as it was written', () => {
    fc.assert(
      fc.property(anyFrames, (frames) => {
        const track = trackOf([header, ...frames.map(trackingFrame)]);
        expect(track.header).toEqual(header);
        expect(track.frames).toBe(frames.length);
        const read = createLandmarkFrame();
        for (const [index, frame] of frames.entries()) {
          readFrame(track, index, read);
          expect(trackingFrame(read, index)).toEqual(trackingFrame(frame, index));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('says of each channel and frame what its line says', () => {
    const track = trackOf(sampleTrack());
    const states = CHANNEL_NAMES.map((name) => [...channelTrackOf(track, name).presence]);
    expect(states).toEqual([
      [2, 2, 2, 0],
      [2, 0, 2, 0],
      [2, 2, 1, 0],
      [2, 2, 2, 0],
    ]);
    expect([...track.hands.left.clamped]).toEqual([0, 0, 1, 0]);
    expect([...track.times]).toEqual([0, 0.04, 0.08, 0.12]);
    const widths = [...track.boxes].filter((_, i) => i % BOX_STRIDE === 2);
    expect(widths.map((width) => width > 0)).toEqual([true, true, true, false]);
  });

  it('holds any number of frames, and no room for more', () => {
    const frame = createLandmarkFrame();
    const lines = Array.from({ length: 1000 }, (_, i) => {
      frame.timeSeconds = i / 25;
      frame.hands.left.confidence = (i % 100) / 100;
      return trackingFrame(frame, i);
    });
    const track = trackOf([header, ...lines]);
    expect(track.times).toHaveLength(1000);
    expect(track.pose.signals.image).toHaveLength(1000 * 33 * 4);
    expect(track.times[999]).toBeCloseTo(39.96);
    expect(track.hands.left.confidence[777]).toBeCloseTo(0.77);
  });

  it('crosses to another thread as it is', () => {
    const track = trackOf(sampleTrack());
    const times = [...track.times];
    const copy = structuredClone(track, { transfer: arraysOf(track).map(({ buffer }) => buffer) });
    expect([...copy.times]).toEqual(times);
    expect(track.times).toHaveLength(0);
  });
});

describe('the frame at a time', () => {
  const anyTimes = fc
    .array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: 1, maxLength: 200 })
    .map((intervals) => Float64Array.from(timesAfter(intervals)));

  it('is the last that has begun', () => {
    fc.assert(
      fc.property(anyTimes, fc.double({ min: -1, max: 210, noNaN: true }), (times, seconds) => {
        const begun = times.filter((time) => time <= seconds).length;
        expect(frameAt(times, seconds)).toBe(Math.max(0, begun - 1));
      }),
    );
  });

  it('is a frame from its own time until the next', () => {
    fc.assert(
      fc.property(anyTimes, fc.nat(), (times, pick) => {
        const index = pick % times.length;
        expect(frameAt(times, times[index] ?? 0)).toBe(index);
      }),
    );
  });

  it('is the first where there is none', () => {
    expect(frameAt(new Float64Array(0), 1)).toBe(0);
  });
});

describe('a damaged track', () => {
  const lines = sampleTrack().map((value) => JSON.stringify(value));
  const read = (given: readonly string[]): Track => {
    const builder = new TrackBuilder();
    for (const line of given) builder.line(line);
    return builder.finish();
  };
  const damaged = (line: number) =>
    expect.objectContaining({
      kind: 'damaged_track',
      message: expect.stringContaining(`line ${line}:`),
      remedy: expect.any(String),
    });

  it('is named with the line that is wrong', () => {
    const [head = '', first = '', second = '', third = ''] = lines;
    expect(() => read([])).toThrow(expect.objectContaining({ kind: 'damaged_track' }));
    expect(() => read([first])).toThrow(damaged(1));
    expect(() => read([head, first, second.slice(0, 100)])).toThrow(damaged(3));
    expect(() => read([head, first, third])).toThrow(damaged(3));
    expect(() => read([head, first, first])).toThrow(damaged(3));
    expect(() => read([head, first, second.replace('"t":0.04', '"t":0')])).toThrow(damaged(3));
    expect(() => read([head, head])).toThrow(damaged(2));
  });

  it('is never taken for a whole one, nor breaks the reader, whatever stands in a line', () => {
    const mangled = fc.oneof(
      fc.string(),
      fc.json(),
      fc
        .tuple(fc.constantFrom(...lines), fc.nat(), fc.nat(200), fc.string({ maxLength: 3 }))
        .map(([line, at, cut, put]) => {
          const start = at % line.length;
          return line.slice(0, start) + put + line.slice(start + cut);
        }),
    );
    fc.assert(
      fc.property(fc.nat(lines.length - 1), mangled, (at, line) => {
        const given = lines.with(at, line);
        try {
          const track = read(given);
          // Where the line still is a frame, as when a digit has changed, all frames are there and in order.
          expect(track.frames).toBe(lines.length - 1);
          expect([...track.times]).toEqual([...track.times].sort((a, b) => a - b));
        } catch (error) {
          expect(error).toMatchObject({ kind: 'damaged_track', remedy: expect.any(String) });
        }
      }),
      { numRuns: 300 },
    );
  });
});

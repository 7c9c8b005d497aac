import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHANNEL_NAMES, channelOf, type LandmarkFrame } from '../landmarkFrame.ts';
import { copyOf, flatFrame, lose, timesAfter } from '../testing/frames.ts';
import { DEFAULT_POSTPROCESS, Postprocessor, type PostprocessSettings } from './postprocessor.ts';

/** Neither smooths nor clamps, so that the other steps show. */
const plain: PostprocessSettings = {
  ...DEFAULT_POSTPROCESS,
  emaAlpha: { wrist: 1, fingers: 1, face: 1 },
  velocityClampDegrees: 1e9,
};

function process(frames: readonly LandmarkFrame[], settings = plain): LandmarkFrame[] {
  const finished: LandmarkFrame[] = [];
  const postprocessor = new Postprocessor(settings, 1, (frame) => finished.push(copyOf(frame)));
  for (const frame of frames) postprocessor.push(frame);
  postprocessor.flush();
  return finished;
}

const clip = (...values: readonly number[]): LandmarkFrame[] =>
  values.map((value, i) => flatFrame(i / 25, value));

describe('the postprocessor', () => {
  it('lets every frame out once, in order, at its own time', () => {
    const steps = fc.array(fc.double({ min: 0.001, max: 1, noNaN: true }), { maxLength: 30 });
    fc.assert(
      fc.property(steps, fc.integer({ min: 0, max: 6 }), (steps, maxGapFrames) => {
        const frames = timesAfter(steps).map((time) => flatFrame(time, 0));
        const finished = process(frames, { ...plain, maxGapFrames });
        expect(finished.map(({ timeSeconds }) => timeSeconds)).toEqual(
          frames.map(({ timeSeconds }) => timeSeconds),
        );
      }),
    );
  });

  it('holds back as many frames as a gap that it fills may have, however long the video', () => {
    for (const maxGapFrames of [0, 1, 3, 8]) {
      let out = 0;
      const postprocessor = new Postprocessor({ ...plain, maxGapFrames }, 1, () => out++);
      for (let pushed = 1; pushed <= 200; pushed++) {
        postprocessor.push(flatFrame(pushed / 25, 0));
        expect(out).toBe(Math.max(0, pushed - maxGapFrames));
      }
    }
  });

  it('neither changes nor keeps what it is given', () => {
    const raw = flatFrame(0, 0.25);
    const before = copyOf(raw);
    const finished: LandmarkFrame[] = [];
    const postprocessor = new Postprocessor(DEFAULT_POSTPROCESS, 1, (frame) => finished.push(copyOf(frame)));
    postprocessor.push(raw);
    expect(raw).toEqual(before);
    raw.pose.signals.image.fill(9);
    postprocessor.flush();
    expect(finished[0]?.pose.signals.image).toEqual(before.pose.signals.image);
  });
});

describe('the confidence gate', () => {
  it('leaves out what was found with too little confidence, and marks it', () => {
    for (const name of CHANNEL_NAMES) {
      const frame = flatFrame(0, 0.5);
      channelOf(frame, name).confidence = 0.59;
      const [finished = frame] = process([frame]);
      expect(channelOf(finished, name)).toMatchObject({ presence: 'absent', gated: true, confidence: 0.59 });
      for (const other of CHANNEL_NAMES.filter((each) => each !== name)) {
        expect(channelOf(finished, other)).toMatchObject({ presence: 'tracked', gated: false });
      }
    }
  });

  it('passes what has just enough, and does not mark what was not found at all', () => {
    const frame = lose(flatFrame(0, 0.5), 'face');
    frame.pose.confidence = 0.6;
    frame.face.confidence = 0;
    const [finished] = process([frame]);
    expect(finished?.pose).toMatchObject({ presence: 'tracked', gated: false });
    expect(finished?.face).toMatchObject({ presence: 'absent', gated: false });
  });
});

describe('a gap', () => {
  it('of up to three frames is filled on a straight line in true time, and marked', () => {
    const name = fc.constantFrom(...CHANNEL_NAMES);
    const steps = fc.array(fc.double({ min: 0.005, max: 0.5, noNaN: true }), { minLength: 3, maxLength: 5 });
    const value = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(name, steps, value, value, (name, steps, from, to) => {
        const times = timesAfter(steps);
        const last = times.length - 1;
        const [start = 0, end = 0] = [times[0], times[last]];
        const frames = times.map((time, i) => flatFrame(time, i === last ? to : from));
        for (const frame of frames.slice(1, last)) lose(frame, name);
        const finished = process(frames);
        for (const frame of finished.slice(1, last)) {
          const channel = channelOf(frame, name);
          expect(channel.presence).toBe('filled');
          const expected = from + ((to - from) * (frame.timeSeconds - start)) / (end - start);
          const signal = name === 'face' ? 'blendshapes' : 'world';
          expect(channel.signals[signal]?.[0]).toBeCloseTo(expected, 5);
          expect(channel.signals[signal]?.at(-1)).toBeCloseTo(expected, 5);
        }
      }),
    );
  });

  it('is filled with the lower confidence of its two ends', () => {
    const [before, gap, after] = [flatFrame(0, 0), lose(flatFrame(0.04, 0), 'pose'), flatFrame(0.08, 0)];
    before.pose.confidence = 0.9;
    after.pose.confidence = 0.7;
    expect(process([before, gap, after])[1]?.pose.confidence).toBe(0.7);
  });

  it('that is longer stays', () => {
    const frames = clip(0, 1, 2, 3, 4, 5);
    for (const frame of frames.slice(1, 5)) lose(frame, 'left_hand');
    expect(process(frames).map(({ hands }) => hands.left.presence)).toEqual([
      'tracked',
      ...Array(4).fill('absent'),
      'tracked',
    ]);
  });

  it('at the beginning or the end of the video stays', () => {
    const frames = clip(0, 1, 2, 3, 4);
    for (const i of [0, 1, 3, 4]) lose(frames[i] ?? flatFrame(0, 0), 'face');
    expect(process(frames).map(({ face }) => face.presence)).toEqual([
      'absent',
      'absent',
      'tracked',
      'absent',
      'absent',
    ]);
  });

  it('of gated frames is filled too, and they stay marked as gated', () => {
    const frames = clip(0, 0.5, 1);
    if (frames[1]) frames[1].pose.confidence = 0.3;
    expect(process(frames)[1]?.pose).toMatchObject({ presence: 'filled', gated: true });
  });

  it('of any pattern is filled exactly where it has two ends and is short enough', () => {
    const pattern = fc.array(fc.boolean(), { maxLength: 40 });
    fc.assert(
      fc.property(pattern, fc.integer({ min: 0, max: 4 }), (seen, maxGapFrames) => {
        const frames = seen.map((tracked, i) =>
          tracked ? flatFrame(i / 25, i) : lose(flatFrame(i / 25, i), 'right_hand'),
        );
        const text = seen.map((tracked) => (tracked ? 't' : '.')).join('');
        const filled = text.replace(/(?<=t)\.+(?=t)/g, (gap) =>
          gap.length <= maxGapFrames ? 'f'.repeat(gap.length) : gap,
        );
        const letter = { tracked: 't', filled: 'f', absent: '.' };
        const finished = process(frames, { ...plain, maxGapFrames });
        expect(finished.map(({ hands }) => letter[hands.right.presence]).join('')).toBe(filled);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHANNEL_NAMES, type ChannelName, channelOf, type LandmarkFrame } from '../landmarkFrame.ts';
import { lose, personFrame, SHOULDERS } from '../testing/frames.ts';
import { QualityMeter } from './qualityMeter.ts';
import { type QualityReport, qualityReportSchema } from './report.ts';

const conditions = { tracksFace: true, damagedFrames: 0 };
/** Square, so high that shoulders of `personFrame` are as wide in pixels as full resolution asks for. */
const FULL = { width: 160 / SHOULDERS, height: 160 / SHOULDERS };

function measure(
  frames: readonly LandmarkFrame[],
  {
    video = FULL,
    raw = frames,
    ...rest
  }: Partial<typeof conditions> & {
    video?: { width: number; height: number };
    raw?: readonly LandmarkFrame[];
  } = {},
): QualityReport {
  const meter = new QualityMeter(video);
  for (const frame of raw) meter.observeRaw(frame);
  for (const frame of frames) meter.observe(frame);
  return meter.report({ ...conditions, ...rest });
}

const person = (frames: number): LandmarkFrame[] =>
  Array.from({ length: frames }, (_, i) => personFrame(i / 25));

/** A hundred frames of which the first so many are changed. */
function hundred(changed: number, change: (frame: LandmarkFrame) => void): LandmarkFrame[] {
  const frames = person(100);
  for (const frame of frames.slice(0, changed)) change(frame);
  return frames;
}

describe('the quality score', () => {
  it('is 1 for a steady, large person whose hands and face are always seen', () => {
    expect(measure(person(10))).toMatchObject({ score: 1, issues: [], frames: 10, jitter_sw: 0 });
  });

  it('is 0.4 hands + 0.3 stability + 0.2 face + 0.1 resolution', () => {
    const seen = fc.record({ left: fc.boolean(), right: fc.boolean(), face: fc.boolean() });
    const clips = fc.array(seen, { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(clips, fc.integer({ min: 16, max: 3000 }), (clip, height) => {
        const frames = person(clip.length);
        for (const [i, { left, right, face }] of clip.entries()) {
          const frame = frames[i];
          if (!frame) continue;
          if (!left) lose(frame, 'left_hand');
          if (!right) lose(frame, 'right_hand');
          if (!face) lose(frame, 'face');
        }
        const hands = clip.filter(({ left, right }) => left || right).length / clip.length;
        const face = clip.filter(({ face }) => face).length / clip.length;
        const stability = clip.length < 5 ? 0 : 1;
        const resolution = Math.min(1, (SHOULDERS * height) / 160);
        const report = measure(frames, { video: { width: height, height } });
        expect(report.hand_visibility).toBeCloseTo(hands, 3);
        expect(report.tracking_stability).toBeCloseTo(stability, 3);
        expect(report.face_coverage).toBeCloseTo(face, 3);
        expect(report.resolution_factor).toBeCloseTo(resolution, 3);
        expect(report.score).toBeCloseTo(0.4 * hands + 0.3 * stability + 0.2 * face + 0.1 * resolution, 3);
        expect(qualityReportSchema.parse(report)).toEqual(report);
      }),
    );
  });

  it('loses its stability in proportion to the jitter, all of it at a twentieth of the shoulder width', () => {
    const shaken = (amplitude: number): LandmarkFrame[] =>
      person(20).map((frame, i) => {
        const y = frame.pose.signals.image;
        for (let at = 1; at < y.length; at += 4)
          y[at] = (y[at] ?? 0) + (i % 2 === 0 ? amplitude : -amplitude);
        return lose(frame, 'left_hand', 'right_hand');
      });
    const little = measure(shaken(0.1 * 0.05 * SHOULDERS));
    expect(little.jitter_sw).toBeCloseTo(0.1 * 0.05 * (48 / 35), 3);
    expect(little.tracking_stability).toBeCloseTo(1 - 20 * (little.jitter_sw ?? 0), 2);
    expect(measure(shaken(0.05 * SHOULDERS))).toMatchObject({ tracking_stability: 0 });
  });

  it('counts as seen what was tracked, not what was filled', () => {
    const frames = hundred(40, ({ hands }) => {
      hands.left.presence = 'filled';
      hands.right.presence = 'filled';
    });
    expect(measure(frames)).toMatchObject({
      hand_visibility: 0.6,
      presence: { pose: 1, left_hand: 0.6, right_hand: 0.6, face: 1 },
    });
  });

  it('is 0 for an empty video, and says so for one without a person', () => {
    const nobody = { score: 0, jitter_sw: null, shoulder_width_px: null };
    expect(measure([])).toMatchObject({ ...nobody, frames: 0 });
    const report = measure(person(10).map((frame) => lose(frame, ...CHANNEL_NAMES)));
    expect(report).toMatchObject(nobody);
    expect(report.issues).toEqual([
      ...['pose', 'left_hand', 'right_hand', 'face'].map((name) => `${name}_missing_100%`),
      'no_person_found',
    ]);
  });
});

describe('an issue', () => {
  const channel =
    (name: ChannelName, change: Partial<ReturnType<typeof channelOf>>) => (frame: LandmarkFrame) =>
      Object.assign(channelOf(frame, name), change);

  it('names a channel that is missing in a tenth of the frames or more', () => {
    const missing = channel('left_hand', { presence: 'absent' });
    expect(measure(hundred(9, missing)).issues).toEqual([]);
    expect(measure(hundred(10, missing)).issues).toEqual(['left_hand_missing_10%']);
    expect(measure(hundred(30, missing)).issues).toEqual(['left_hand_missing_30%']);
  });

  it('names a channel that was filled or gated often, or held back', () => {
    const filled = channel('pose', { presence: 'filled' });
    const gated = channel('right_hand', { gated: true });
    const clamped = channel('face', { clamped: true });
    expect(measure(hundred(4, filled)).issues).toEqual([]);
    expect(measure(hundred(5, filled)).issues).toEqual(['pose_filled_5%']);
    expect(measure(hundred(4, gated)).issues).toEqual([]);
    expect(measure(hundred(5, gated)).issues).toEqual(['right_hand_gated_5%']);
    expect(measure(hundred(1, clamped)).issues).toEqual([]);
    expect(measure(hundred(2, clamped)).issues).toEqual(['face_clamped_2%']);
  });

  it('says that the face model is missing instead of counting faces', () => {
    const faceless = person(10).map((frame) => lose(frame, 'face'));
    expect(measure(faceless, { tracksFace: false })).toMatchObject({
      issues: ['face_model_missing'],
      face_coverage: 0,
      score: 0.8,
    });
  });

  it('names a small person, an unstable track and a damaged file', () => {
    const small = { width: FULL.width * 0.49, height: FULL.height * 0.49 };
    expect(measure(person(10), { video: small }).issues).toEqual(['low_resolution']);
    expect(measure(person(4)).issues).toEqual(['unstable']);
    expect(measure(person(10), { damagedFrames: 3 }).issues).toEqual(['damaged_frames_3']);
  });
});

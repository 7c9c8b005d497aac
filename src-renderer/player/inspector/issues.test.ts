import { describe, expect, it } from 'vitest';
import { CHANNEL_NAMES, QualityMeter, type QualityReport } from '#shared/body/index.ts';
import { lose, personFrame } from '../../../src-shared/body/testing/frames.ts';
import { issueOf } from './issues.ts';

const unknownAdvice = issueOf('a code of a later version').advice;

function reportOf(frames: number, prepare: (index: number) => ReturnType<typeof personFrame>): QualityReport {
  const meter = new QualityMeter({ width: 540, height: 720 });
  for (let i = 0; i < frames; i++) {
    const frame = prepare(i);
    meter.observeRaw(frame);
    meter.observe(frame);
  }
  return meter.report({ tracksFace: true, damagedFrames: 2 });
}

describe('an issue', () => {
  it('is told in words, whatever a quality report may hold', () => {
    const ofChannels = CHANNEL_NAMES.flatMap((name) =>
      ['missing', 'filled', 'gated', 'clamped'].map((kind) => `${name}_${kind}_45%`),
    );
    const others = [
      'no_person_found',
      'face_model_missing',
      'unstable',
      'low_resolution',
      'damaged_frames_3',
    ];
    const texts = [...ofChannels, ...others].map(issueOf);
    expect(new Set(texts.map(({ text }) => text)).size).toBe(texts.length);
    for (const { advice, text } of texts) {
      expect(text).toMatch(/^[A-Z].*\.$/);
      expect(text).not.toContain('_');
      expect(advice).not.toBe(unknownAdvice);
    }
    expect(issueOf('left_hand_missing_45%').text).toBe('Left hand missing in 45 % of the frames.');
  });

  it('is told in words for reports of real meters', () => {
    const lost = reportOf(20, (i) => {
      const frame = lose(personFrame(i / 25, i % 2 ? 0.02 : 0), 'left_hand', 'face');
      frame.hands.right.presence = 'filled';
      frame.pose.clamped = true;
      return frame;
    });
    const nobody = reportOf(20, (i) => lose(personFrame(i / 25), ...CHANNEL_NAMES));
    const codes = [...lost.issues, ...nobody.issues];
    expect(codes.length).toBeGreaterThan(8);
    for (const code of codes) expect(issueOf(code).advice).not.toBe(unknownAdvice);
  });

  it('of a later version is shown as it is', () => {
    expect(issueOf('toString').text).toBe('toString');
    expect(issueOf('left_foot_missing_20%').text).toBe('left_foot_missing_20%');
  });
});

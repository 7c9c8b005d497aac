import { DEFAULT_POSTPROCESS } from '../../src-shared/body/index.ts';
import { lose, personFrame } from '../../src-shared/body/testing/frames.ts';
import { trackingFrame, trackingHeader } from '../../src-shared/formats/index.ts';

/** What the header says of the sample's video and tracker. */
export const sampleAbout: Parameters<typeof trackingHeader>[0] = {
  video: {
    id: '0b5f8a3e-64f1-4c2d-9a57-3f0e6f1f2a10',
    sha1: 'a9993e364706816aba3e25717850c26c9cd0d89d',
    filename: 'blåbær.mp4',
    width: 540,
    height: 720,
    fps: 25,
    duration_s: 0.16,
  },
  provider: {
    name: 'mediapipe',
    version: '0.10.35',
    models: [{ name: 'pose_landmarker_full', sha256: 'ab'.repeat(32) }],
    channels: ['pose', 'hands', 'face'],
  },
};

/** A header and four frames: all there, a lost hand, a filled and clamped hand, nobody. */
export function sampleTrack(): unknown[] {
  const filled = personFrame(0.08);
  filled.hands.right.presence = 'filled';
  filled.hands.left.clamped = true;
  const frames = [
    personFrame(0),
    lose(personFrame(0.04), 'left_hand'),
    filled,
    lose(personFrame(0.12), 'pose', 'left_hand', 'right_hand', 'face'),
  ];
  return [trackingHeader(sampleAbout, DEFAULT_POSTPROCESS), ...frames.map(trackingFrame)];
}

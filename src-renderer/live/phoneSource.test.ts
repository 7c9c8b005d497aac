import { describe, expect, it } from 'vitest';
import { createLandmarkFrame } from '#shared/body/index.ts';
import { CAPTURE_CHANNEL_COUNT, CAPTURE_CHANNELS, encodeFaceMessage } from '#shared/capture/index.ts';
import { ARKIT_INDEX } from '#shared/face/index.ts';
import { faceOf, faceVersion, loseFace, takeFace } from './liveFaces.ts';
import { createPhoneSource } from './phoneSource.ts';

/** A face as the host sends it. */
function face(id: number, channels: Partial<Record<(typeof CAPTURE_CHANNELS)[number], number>>) {
  const values = new Float32Array(CAPTURE_CHANNEL_COUNT);
  for (const [i, name] of CAPTURE_CHANNELS.entries()) values[i] = channels[name] ?? 0;
  return encodeFaceMessage(values, 12.5, id).slice().buffer;
}

const jaw = ARKIT_INDEX.get('jawOpen') ?? -1;

describe('live faces', () => {
  it('keeps the newest face of each subject', () => {
    takeFace(face(1, { jawOpen: 0.25 }));
    takeFace(face(2, { jawOpen: 0.5 }));
    const before = faceVersion(1);
    takeFace(face(1, { jawOpen: 0.75 }));
    expect(faceOf(1)?.[jaw]).toBe(0.75);
    expect(faceOf(2)?.[jaw]).toBe(0.5);
    expect(faceVersion(1)).toBeGreaterThan(before);
  });

  it('passes over what is no face', () => {
    takeFace(new ArrayBuffer(12));
    takeFace(new ArrayBuffer(400));
    expect(faceOf(0)).toBeUndefined();
  });

  it('has no face of a subject that is lost, until it sends again', () => {
    takeFace(face(3, { jawOpen: 1 }));
    loseFace(3);
    expect(faceOf(3)).toBeUndefined();
    takeFace(face(3, { jawOpen: 0.5 }));
    expect(faceOf(3)?.[jaw]).toBe(0.5);
  });
});

describe('a phone as the source of an avatar', () => {
  it('shows the face and no body', () => {
    const frame = createLandmarkFrame();
    frame.pose.presence = 'tracked';
    frame.hands.left.presence = 'filled';
    const source = createPhoneSource(4);
    takeFace(face(4, { jawOpen: 0.5, headYaw: 0.4 }));
    expect(source.read(frame)).toBe(true);
    expect(frame.face).toMatchObject({ presence: 'tracked', confidence: 1 });
    expect(frame.face.signals.blendshapes[jaw]).toBe(0.5);
    expect(Math.hypot(...frame.face.signals.head.subarray(0, 4))).toBeCloseTo(1);
    expect(frame.face.signals.head[3]).toBeCloseTo(Math.cos(0.2));
    expect([frame.pose.presence, frame.hands.left.presence, frame.hands.right.presence]).toEqual([
      'absent',
      'absent',
      'absent',
    ]);
  });

  it('gives the turn of the eyes where the phone measures it', () => {
    const frame = createLandmarkFrame();
    const source = createPhoneSource(8);
    takeFace(face(8, { leftEyeYaw: 0.25, rightEyeYaw: 0.125, rightEyePitch: -0.5 }));
    source.read(frame);
    expect(source.eyes).toEqual({ left: Float32Array.of(0.25, 0), right: Float32Array.of(0.125, -0.5) });
    takeFace(face(8, { eyeLookInLeft: 0.5 }));
    source.read(frame);
    expect(source.eyes).toBeUndefined();
    takeFace(face(8, { leftEyeYaw: 0.25 }));
    source.read(frame);
    expect(source.eyes).toBeDefined();
    loseFace(8);
    source.read(frame);
    expect(source.eyes).toBeUndefined();
  });

  it('holds coefficients within 0..1', () => {
    const frame = createLandmarkFrame();
    takeFace(face(5, { jawOpen: 1.02, cheekPuff: -0.01 }));
    createPhoneSource(5).read(frame);
    expect(frame.face.signals.blendshapes[jaw]).toBe(1);
    expect(frame.face.signals.blendshapes[ARKIT_INDEX.get('cheekPuff') ?? -1]).toBe(0);
  });

  it('says whether there is something new', () => {
    const frame = createLandmarkFrame();
    const source = createPhoneSource(6);
    expect(source.read(frame)).toBe(true);
    expect(source.read(frame)).toBe(false);
    takeFace(face(6, { jawOpen: 0.5 }));
    expect(source.read(frame)).toBe(true);
    expect(source.read(frame)).toBe(false);
  });

  it('shows nothing when the subject is lost', () => {
    const frame = createLandmarkFrame();
    const source = createPhoneSource(7);
    takeFace(face(7, { jawOpen: 0.5 }));
    source.read(frame);
    loseFace(7);
    expect(source.read(frame)).toBe(true);
    expect(frame.face.presence).toBe('absent');
  });
});

import { describe, expect, it } from 'vitest';
import { createLandmarkFrame, jointIndex } from '#shared/body/index.ts';
import { createCaptureFrame, encodeFrameMessage } from '#shared/capture/index.ts';
import { ARKIT_INDEX } from '#shared/face/index.ts';
import { frameOf, frameVersion, loseFrame, takeFrame } from './liveFrames.ts';
import { createPhoneSource } from './phoneSource.ts';

const jaw = ARKIT_INDEX.get('jawOpen') ?? -1;

/** A face as the host sends it. */
function face(id: number, jawOpen: number): ArrayBuffer {
  const frame = Object.assign(createCaptureFrame(), { faceFound: true });
  frame.blendshapes[jaw] = jawOpen;
  return encodeFrameMessage(frame, id).buffer;
}

function body(id: number): ArrayBuffer {
  const frame = Object.assign(createCaptureFrame(), { bodyFound: true });
  frame.body.rotations.set([0, 1, 0, 0], 4 * jointIndex('head'));
  return encodeFrameMessage(frame, id).buffer;
}

describe('live frames', () => {
  it('keeps the newest of each subject', () => {
    takeFrame(face(1, 0.25));
    takeFrame(face(2, 0.5));
    const before = frameVersion(1);
    takeFrame(face(1, 0.75));
    expect(frameOf(1)?.blendshapes[jaw]).toBe(0.75);
    expect(frameOf(2)?.blendshapes[jaw]).toBe(0.5);
    expect(frameVersion(1)).toBeGreaterThan(before);
  });

  it('passes over what is no frame', () => {
    takeFrame(new ArrayBuffer(12));
    takeFrame(new ArrayBuffer(400));
    expect(frameOf(0)).toBeUndefined();
  });

  it('has none of a subject that is lost, until it sends again', () => {
    takeFrame(face(3, 1));
    loseFrame(3);
    expect(frameOf(3)).toBeUndefined();
    takeFrame(face(3, 0.5));
    expect(frameOf(3)?.blendshapes[jaw]).toBe(0.5);
  });
});

describe('a phone as the source of an avatar', () => {
  it('says whether there is something new', () => {
    const frame = createLandmarkFrame();
    const source = createPhoneSource(6);
    expect(source.read(frame)).toBe(true);
    expect(source.read(frame)).toBe(false);
    takeFrame(face(6, 0.5));
    expect(source.read(frame)).toBe(true);
    expect(frame.face.signals.blendshapes[jaw]).toBe(0.5);
    expect(source.read(frame)).toBe(false);
  });

  it('shows nothing when the subject is lost', () => {
    const frame = createLandmarkFrame();
    const source = createPhoneSource(7);
    takeFrame(face(7, 0.5));
    source.read(frame);
    loseFrame(7);
    expect(source.read(frame)).toBe(true);
    expect(frame.face.presence).toBe('absent');
  });

  it('shows a body that comes without a face, and no old face with it', () => {
    const frame = createLandmarkFrame();
    const source = createPhoneSource(8);
    takeFrame(face(8, 0.5));
    source.read(frame);
    expect(source.body).toBeUndefined();
    takeFrame(body(8));
    source.read(frame);
    expect(frame.face.presence).toBe('absent');
    expect(source.body?.rotations[4 * jointIndex('head') + 1]).toBe(1);
  });
});

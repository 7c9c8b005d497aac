import { describe, expect, it } from 'vitest';
import { createLandmarkFrame } from '../body/index.ts';
import { type CaptureFrame, createCaptureFrame } from '../capture/index.ts';
import { ARKIT_INDEX } from '../face/index.ts';
import { createCaptureSource } from './captureSource.ts';

const at = (name: string): number => ARKIT_INDEX.get(name) ?? -1;

/** A source that shows one frame after another, and what it has written. */
function sourceOf(...writes: ((frame: CaptureFrame) => void)[]) {
  const frame = createLandmarkFrame();
  const source = createCaptureSource((into) => {
    const write = writes.shift();
    if (!write) return false;
    Object.assign(into, { faceFound: false, bodyFound: false });
    into.channels.fill(0);
    write(into);
    return true;
  });
  return { frame, source, read: () => source.read(frame) };
}

describe('captured frames as what moves an avatar', () => {
  it('gives the face, its head, and no landmarks of a body', () => {
    const { frame, read } = sourceOf((captured) => {
      captured.faceFound = true;
      captured.blendshapes[at('jawOpen')] = 0.5;
      captured.head[0] = 0.4;
    });
    frame.pose.presence = 'tracked';
    frame.hands.left.presence = 'filled';
    expect(read()).toBe(true);
    expect(frame.face).toMatchObject({ presence: 'tracked', confidence: 1 });
    expect(frame.face.signals.blendshapes[at('jawOpen')]).toBe(0.5);
    expect(Math.hypot(...frame.face.signals.head.subarray(0, 4))).toBeCloseTo(1);
    expect(frame.face.signals.head[3]).toBeCloseTo(Math.cos(0.2));
    const { pose, hands } = frame;
    expect([pose.presence, hands.left.presence, hands.right.presence]).toEqual([
      'absent',
      'absent',
      'absent',
    ]);
  });

  it('gives the turn of the eyes where it is measured', () => {
    const { source, read } = sourceOf(
      (captured) => {
        captured.faceFound = true;
        captured.leftEye[0] = 0.25;
        captured.rightEye.set([0.125, -0.5]);
      },
      (captured) => {
        captured.faceFound = true;
        captured.blendshapes[at('eyeLookInLeft')] = 0.5;
      },
      (captured) => captured.leftEye.set([0.25]),
    );
    read();
    expect(source.eyes).toEqual({ left: Float32Array.of(0.25, 0), right: Float32Array.of(0.125, -0.5) });
    read();
    expect(source.eyes).toBeUndefined();
    read();
    expect(source.eyes, 'of a face that is not found').toBeUndefined();
  });

  it('holds coefficients within 0..1', () => {
    const { frame, read } = sourceOf((captured) => {
      captured.faceFound = true;
      captured.blendshapes[at('jawOpen')] = 1.02;
      captured.blendshapes[at('cheekPuff')] = -0.01;
    });
    read();
    expect(frame.face.signals.blendshapes[at('jawOpen')]).toBe(1);
    expect(frame.face.signals.blendshapes[at('cheekPuff')]).toBe(0);
  });

  it('gives a body while one is found', () => {
    const { source, read } = sourceOf(
      (captured) => Object.assign(captured, { bodyFound: true }),
      (captured) => Object.assign(captured, { faceFound: true }),
    );
    expect(source.body).toBeUndefined();
    read();
    expect(source.body).toEqual(createCaptureFrame().body);
    read();
    expect(source.body).toBeUndefined();
  });
});

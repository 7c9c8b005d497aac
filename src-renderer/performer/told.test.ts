import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CaptureFrame, createCaptureFrame } from '#shared/capture/index.ts';
import { ARKIT_BLENDSHAPE_COUNT, DEFAULT_RIG } from '#shared/face/index.ts';
import { createAvatarPose, createCaptureSource } from '#shared/performance/index.ts';
import { Performer } from './performer.ts';

const STEP = 1 / 60;

/** A phone that shows one frame, for ever. */
function phoneOf(frame: CaptureFrame) {
  let isRead = false;
  return createCaptureSource((into) => {
    if (isRead) return false;
    isRead = true;
    Object.assign(into, { faceFound: frame.faceFound, bodyFound: frame.bodyFound });
    into.channels.set(frame.channels);
    into.body.rotations.set(frame.body.rotations);
    return true;
  });
}

/** What is told once a phone has been performed for a while, by an avatar that nothing else moves. */
function toldOf(frame: CaptureFrame): CaptureFrame {
  const performer = new Performer();
  performer.isTold = true;
  performer.setSettings({ ...DEFAULT_RIG, layers: { ...DEFAULT_RIG.layers, micro: 0 } });
  performer.play({ kind: 'landmarks', source: phoneOf(frame), isAlive: false });
  const told = createCaptureFrame();
  for (let seconds = 0; seconds < 4; seconds += STEP) performer.tell(seconds, told);
  return told;
}

const coefficients = fc.array(fc.float({ min: 0, max: 1, noNaN: true }), {
  minLength: ARKIT_BLENDSHAPE_COUNT,
  maxLength: ARKIT_BLENDSHAPE_COUNT,
});
const angle = fc.float({ min: Math.fround(-0.4), max: Math.fround(0.4), noNaN: true });

describe('what is performed, told', () => {
  it("is a phone's face as it came: coefficients, head and eyes", () => {
    fc.assert(
      fc.property(coefficients, fc.tuple(angle, angle, angle), fc.tuple(angle, angle), (face, head, eyes) => {
        const frame = Object.assign(createCaptureFrame(), { faceFound: true });
        frame.blendshapes.set(face);
        frame.head.set(head);
        frame.leftEye.set(eyes);
        frame.rightEye.set(eyes.map((each) => each / 2));
        const told = toldOf(frame);
        expect(told).toMatchObject({ faceFound: true, bodyFound: true, isTimed: false });
        for (const [i, weight] of face.entries()) expect(told.blendshapes[i]).toBeCloseTo(weight, 2);
        for (const [axis, turn] of head.entries()) expect(told.head[axis]).toBeCloseTo(turn, 2);
        // Eyes at 0 are those of an app that does not send them.
        if (eyes.every((each) => each === 0)) return;
        for (const [axis, turn] of eyes.entries()) {
          expect(told.leftEye[axis]).toBeCloseTo(turn, 2);
          expect(told.rightEye[axis]).toBeCloseTo(turn / 2, 2);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('is the body that the avatar shows', () => {
    const performer = new Performer();
    performer.isTold = true;
    performer.play({ kind: 'sample' });
    const [told, pose] = [createCaptureFrame(), createAvatarPose()];
    for (let frame = 0; frame < 300; frame++) {
      performer.read(frame * STEP, pose);
      performer.tell(frame * STEP, told);
      expect(told.body).toEqual(pose.body);
    }
  });

  it('moves no faster for being read and told at once, by clocks that differ a little', () => {
    const [alone, both] = [new Performer(), new Performer()];
    const [told, pose, other] = [createCaptureFrame(), createAvatarPose(), createAvatarPose()];
    for (let frame = 0; frame < 1200; frame++) {
      alone.read(frame * STEP, pose);
      both.tell(frame * STEP, told);
      // A picture has the time at which it was begun.
      both.read(frame * STEP - 0.004, other);
    }
    expect(other).toEqual(pose);
  });

  it('has no face while nobody asked for one', () => {
    const told = createCaptureFrame();
    const performer = new Performer();
    performer.tell(0, told);
    expect(told.faceFound).toBe(false);
    performer.isTold = true;
    performer.tell(STEP, told);
    expect(told.faceFound).toBe(true);
  });

  it('stays as it is where the avatar is changed for another', () => {
    const frame = Object.assign(createCaptureFrame(), { faceFound: true });
    frame.blendshapes.fill(0.4);
    const performer = new Performer();
    performer.isTold = true;
    performer.play({ kind: 'landmarks', source: phoneOf(frame), isAlive: false });
    const told = createCaptureFrame();
    for (let number = 0; number < 600; number++) {
      if (number === 300) performer.speakTo({ profile: 'arkit', targets: ['jawOpen'] });
      performer.tell(number * STEP, told);
      if (number < 240) continue;
      for (const weight of told.blendshapes) expect(weight).toBeCloseTo(0.4, 2);
    }
  });
});

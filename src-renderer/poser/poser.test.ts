import fc from 'fast-check';
import { Quaternion, Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import { createLandmarkFrame, type JointName, type LandmarkFrame } from '#shared/body/index.ts';
import { type BoneName, boneIndex } from './bones.ts';
import { FADE_SECONDS } from './fade.ts';
import { Poser } from './poser.ts';
import { hide, placesOf, standing, withHand } from './testing.ts';

const LONG = 1;

function posed(frame: LandmarkFrame): Poser {
  const poser = new Poser();
  poser.pose(frame, LONG);
  return poser;
}

const joint = (poser: Poser, name: JointName): Vector3 => placesOf(poser)(name);
const direction = (poser: Poser, from: JointName, to: JointName): Vector3 =>
  joint(poser, to).sub(joint(poser, from)).normalize();
const localOf = (poser: Poser, bone: BoneName): Quaternion =>
  poser.rotations.local[boneIndex(bone)] ?? new Quaternion();

const coordinate = fc.double({ min: -1, max: 1, noNaN: true });
const anyFrame = fc
  .record({
    numbers: fc.array(coordinate, { minLength: 200, maxLength: 200 }),
    left: fc.boolean(),
    right: fc.boolean(),
    face: fc.boolean(),
    pose: fc.boolean(),
  })
  .map(({ numbers, left, right, face, pose }) => {
    const frame = createLandmarkFrame();
    const fill = (signal: Float32Array): void => {
      for (let i = 0; i < signal.length; i++) signal[i] = numbers[(i * 7) % numbers.length] ?? 0;
    };
    for (const [channel, isThere] of [
      [frame.pose, pose],
      [frame.hands.left, left],
      [frame.hands.right, right],
      [frame.face, face],
    ] as const) {
      channel.presence = isThere ? 'tracked' : 'absent';
      for (const signal of Object.values(channel.signals)) fill(signal);
    }
    return frame;
  });

describe('any frame', () => {
  it('turns every bone by a rotation', () => {
    fc.assert(
      fc.property(fc.array(anyFrame, { minLength: 1, maxLength: 4 }), (frames) => {
        const poser = new Poser();
        for (const frame of frames) {
          poser.pose(frame, FADE_SECONDS / 3);
          for (const rotation of poser.rotations.local) expect(rotation.length()).toBeCloseTo(1, 5);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('a tracked body', () => {
  it('stands like the person', () => {
    const poser = posed(standing());
    expect(direction(poser, 'upperarm_l', 'lowerarm_l').y).toBeLessThan(-0.99);
    expect(direction(poser, 'thigh_l', 'calf_l').y).toBeLessThan(-0.99);
    expect(joint(poser, 'head').y).toBeGreaterThan(1.4);
    expect(poser.legs).toEqual({ left: 1, right: 1 });
  });

  it('moves its left arm where the person moves the left arm', () => {
    const poser = posed(standing({ leftElbow: [0.45, 0.48, 0], leftWrist: [0.7, 0.48, 0] }));
    expect(joint(poser, 'hand_l').x).toBeGreaterThan(0.6);
    expect(joint(poser, 'hand_r').x).toBeGreaterThan(-0.3);
    expect(direction(poser, 'upperarm_l', 'lowerarm_l').x).toBeCloseTo(1, 2);
  });

  it('reaches forward where the person reaches for the camera', () => {
    const poser = posed(standing({ rightElbow: [-0.17, 0.4, 0.26], rightWrist: [-0.17, 0.4, 0.5] }));
    expect(direction(poser, 'lowerarm_r', 'hand_r').z).toBeCloseTo(1, 2);
  });

  it('turns as shoulders and hips turn', () => {
    const turned = standing({
      leftShoulder: [0, 0.48, -0.17],
      rightShoulder: [0, 0.48, 0.17],
      leftHip: [0, 0, -0.1],
      rightHip: [0, 0, 0.1],
    });
    const poser = posed(turned);
    expect(direction(poser, 'upperarm_r', 'upperarm_l').z).toBeCloseTo(-1, 2);
    expect(direction(poser, 'thigh_r', 'thigh_l').z).toBeCloseTo(-1, 2);
  });

  it('keeps its lower foot on the floor', () => {
    const crouching = standing({
      leftKnee: [0.1, -0.1, 0.4],
      leftAnkle: [0.1, -0.5, 0.25],
      rightKnee: [-0.1, -0.1, 0.4],
      rightAnkle: [-0.1, -0.5, 0.25],
    });
    const poser = posed(crouching);
    expect(joint(poser, 'foot_l').y).toBeCloseTo(0.08, 5);
    expect(joint(poser, 'pelvis').y).toBeLessThan(0.82);
  });

  it('stands on legs that are out of the picture, and lets arms hang that are', () => {
    const raised = standing({
      leftElbow: [0.45, 0.48, 0],
      leftWrist: [0.7, 0.48, 0],
      leftKnee: [0.1, -0.1, 0.4],
    });
    const poser = posed(hide(raised, 'leftAnkle', 'leftElbow', 'leftWrist'));
    expect(direction(poser, 'thigh_l', 'calf_l').y).toBeLessThan(-0.99);
    expect(joint(poser, 'foot_l').y).toBeCloseTo(joint(poser, 'foot_r').y, 2);
    expect(direction(poser, 'upperarm_l', 'lowerarm_l').y).toBeLessThan(-0.95);
  });
});

describe('a pose that was invented around a lone hand', () => {
  it('is not believed, and the hand holds up an arm', () => {
    const frame = withHand(standing(), 'right', {
      wrist: [0, 0, 0],
      indexMcp: [0, 0.09, 0.026],
      middleMcp: [0, 0.09, 0.006],
      ringMcp: [0, 0.085, -0.013],
      pinkyMcp: [0, 0.076, -0.029],
    });
    // In the picture the palm is as long as the torso of that pose.
    frame.hands.right.signals.image.set([0.5, 0.5, 0], 0);
    frame.hands.right.signals.image.set([0.5, 0.1, 0], 9 * 3);
    const poser = posed(frame);
    expect(poser.legs).toEqual({ left: 0, right: 0 });
    expect(direction(poser, 'lowerarm_r', 'hand_r').y).toBeGreaterThan(0.9);
    expect(direction(poser, 'lowerarm_l', 'hand_l').y).toBeLessThan(-0.9);
  });
});

describe('the head', () => {
  it('turns as the face says', () => {
    const frame = createLandmarkFrame();
    frame.face.presence = 'tracked';
    const turn = new Quaternion().setFromAxisAngle(new Vector3(0, 1, 0), 0.8);
    frame.face.signals.head.set([turn.x, turn.y, turn.z, turn.w, 0, 0, -0.5]);
    const poser = posed(frame);
    const head = poser.rotations.world[boneIndex('head')] ?? new Quaternion();
    expect(head.angleTo(turn)).toBeCloseTo(0, 5);
  });

  it('faces where ears, eyes and mouth of the pose say, without a face', () => {
    const facing = posed(standing()).rotations.world[boneIndex('head')] ?? new Quaternion();
    const forward = new Vector3(0, 0, 1).applyQuaternion(facing);
    expect(forward.x).toBeCloseTo(0, 3);
    expect(forward.z).toBeGreaterThan(0.99);
  });
});

describe('what a frame does not hold', () => {
  const raised = standing({ leftElbow: [0.2, 0.75, 0], leftWrist: [0.2, 1, 0] });

  it('fades into rest, and no bone leaps', () => {
    const poser = posed(raised);
    const before = poser.rotations.local.map((rotation) => rotation.clone());
    const empty = createLandmarkFrame();
    const step = 1 / 60;
    let frames = 0;
    let isFading = true;
    while (isFading) {
      isFading = poser.pose(empty, step);
      frames += 1;
      for (const [i, rotation] of poser.rotations.local.entries()) {
        expect(rotation.angleTo(before[i] ?? rotation)).toBeLessThan(0.35);
        before[i]?.copy(rotation);
      }
    }
    expect(frames * step).toBeGreaterThan(FADE_SECONDS * 0.9);
    expect(frames * step).toBeLessThan(FADE_SECONDS * 1.5);
    expect(direction(poser, 'upperarm_l', 'lowerarm_l').y).toBeLessThan(-0.95);
  });

  it('may come back in the middle of a fade, still without a leap', () => {
    const poser = posed(raised);
    poser.pose(createLandmarkFrame(), 0);
    poser.pose(createLandmarkFrame(), FADE_SECONDS / 2);
    const before = localOf(poser, 'left.upperArm').clone();
    poser.pose(raised, 0);
    expect(localOf(poser, 'left.upperArm').angleTo(before)).toBeCloseTo(0, 5);
    while (poser.pose(raised, 1 / 60));
    expect(direction(poser, 'upperarm_l', 'lowerarm_l').y).toBeGreaterThan(0.95);
  });

  it('stays at rest while a face alone is seen, which turns the head, and comes back with the body', () => {
    const poser = posed(raised);
    const faced = createLandmarkFrame();
    faced.face.presence = 'tracked';
    faced.face.signals.head.set([0, 0, 0, 1, 0, 0, -0.5]);
    while (poser.pose(faced, 1 / 60));
    const atRest = poser.rotations.local.map((rotation) => rotation.clone());
    const turn = new Quaternion().setFromAxisAngle(new Vector3(0, 1, 0), 0.5);
    faced.face.signals.head.set([turn.x, turn.y, turn.z, turn.w, 0, 0, -0.5]);
    expect(poser.pose(faced, 1 / 60)).toBe(false);
    expect(poser.rotations.world[boneIndex('head')]?.angleTo(turn)).toBeCloseTo(0, 5);
    for (const [i, rotation] of poser.rotations.local.entries()) {
      if (i !== boneIndex('head')) expect(rotation.angleTo(atRest[i] ?? turn)).toBeCloseTo(0, 5);
    }
    while (poser.pose(raised, 1 / 60));
    expect(direction(poser, 'upperarm_l', 'lowerarm_l').y).toBeGreaterThan(0.95);
  });
});

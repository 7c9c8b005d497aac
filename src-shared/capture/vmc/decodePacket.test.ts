import { describe, expect, it } from 'vitest';
import { JOINT_COUNT, type JointName, jointIndex, jointPlaces, worldRotations } from '../../body/index.ts';
import {
  CAPTURE_CHANNELS,
  type CaptureChannel,
  type CaptureFrame,
  createCaptureFrame,
} from '../captureFrame.ts';
import { encodeOscBundle, encodeOscMessage } from '../osc/encode.ts';
import { faceFrame } from '../testing/faceFrame.ts';
import { createVmcDecoder } from './decodePacket.ts';
import { blend, bone, ok, root, time, turn } from './testing/messages.ts';

const [X, Y, Z] = [0, 1, 2];

/** Reads messages as one frame of a sender that gives the time last. */
function decoded(...messages: Uint8Array[]): CaptureFrame {
  const frame = createCaptureFrame();
  expect(createVmcDecoder()(encodeOscBundle([...messages, time(1)]), frame)).toBe('frame');
  return frame;
}

const channel = (frame: CaptureFrame, name: CaptureChannel): number =>
  frame.channels[CAPTURE_CHANNELS.indexOf(name)] ?? Number.NaN;

/** Where a joint is, in metres: x to the person's left, y up, z forward. */
function place(frame: CaptureFrame, joint: JointName, axis: number): number {
  const world = new Float32Array(4 * JOINT_COUNT);
  const places = new Float32Array(3 * JOINT_COUNT);
  worldRotations(frame.body.rotations, world);
  jointPlaces(frame.body, world, places);
  return places[3 * jointIndex(joint) + axis] ?? Number.NaN;
}

describe('a packet of VMC', () => {
  it('is read as its bytes say', () => {
    const message = (text: string, numbers: string): Buffer =>
      Buffer.concat([
        Buffer.from(text.replaceAll('.', '\0')),
        Buffer.from(numbers.replaceAll(' ', ''), 'hex'),
      ]);
    const packet = Buffer.concat([
      message('#bundle.', '0000000000000001'),
      message('', '00000044'),
      message(
        '/VMC/Ext/Bone/Pos...,sfffffff...Head....',
        // 0.1 m up from the neck, a quarter turn about y.
        '00000000 3dcccccd 00000000 00000000 3f3504f3 00000000 3f3504f3',
      ),
      message('', '00000024'),
      message('/VMC/Ext/Blend/Val..,sf.jawOpen.', '3f000000'),
      message('', '0000001c'),
      message('/VMC/Ext/Blend/Apply....,...', ''),
      message('', '00000014'),
      message('/VMC/Ext/OK.,i..', '00000001'),
      message('', '00000014'),
      message('/VMC/Ext/T..,f..', '40200000'),
    ]);
    const frame = createCaptureFrame();
    expect(createVmcDecoder()(packet, frame)).toBe('frame');
    expect(frame).toMatchObject({
      deviceId: '',
      subject: '',
      isTimed: true,
      timeSeconds: 2.5,
      frameRate: 0,
      faceFound: true,
      bodyFound: false,
      hasHeadPosition: false,
    });
    expect(channel(frame, 'jawOpen')).toBe(0.5);
    expect(channel(frame, 'headYaw')).toBeCloseTo(Math.PI / 2, 6);
  });

  it.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['JSON', Buffer.from('{"a":1}.')],
    ['other OSC', encodeOscMessage('/Battery', [{ type: 'f', value: 1 }])],
  ])('is not %s', (_, packet) => {
    const frame = faceFrame({ timeSeconds: 3 }, { jawOpen: 1 });
    expect(createVmcDecoder()(packet, frame)).toBe('foreign');
    expect(frame).toEqual(faceFrame({ timeSeconds: 3 }, { jawOpen: 1 }));
  });

  it.each<[string, Uint8Array]>([
    ['cut off', time(1).subarray(0, -4)],
    ['a bone without a rotation', encodeOscMessage('/VMC/Ext/Bone/Pos', [{ type: 's', value: 'Hips' }])],
    ['a bone whose name is a number', encodeOscMessage('/VMC/Ext/Bone/Pos', [{ type: 'i', value: 1 }])],
    ['a rotation that is no number', bone('Hips', [Number.NaN, 0, 0, 1])],
    ['a root infinitely far away', root([Number.POSITIVE_INFINITY, 0, 0])],
    ['a bone further away than anybody means', bone('Hips', [0, 0, 0, 1], [0, 1e30, 0])],
    ['a weight that is no number', blend('jawOpen', Number.NaN)],
    ['a time that is no number', time(Number.NaN)],
    ['a state without a number', encodeOscMessage('/VMC/Ext/OK')],
  ])('is malformed where it is %s, and leaves the frame as it was', (_, part) => {
    const frame = faceFrame({ timeSeconds: 3 }, { jawOpen: 1 });
    expect(createVmcDecoder()(encodeOscBundle([blend('jawOpen', 0.5), part, time(1)]), frame)).toBe(
      'malformed',
    );
    expect(frame).toEqual(faceFrame({ timeSeconds: 3 }, { jawOpen: 1 }));
  });

  it('may have numbers of other types, as scripts write them', () => {
    const zeros = [0, 0, 0, 0, 0, 0].map((value) => ({ type: 'i', value }) as const);
    const frame = decoded(
      encodeOscMessage('/VMC/Ext/Bone/Pos', [
        { type: 's', value: 'Spine' },
        ...zeros,
        { type: 'd', value: 1 },
      ]),
    );
    expect(frame.bodyFound).toBe(true);
  });

  it('may have messages that say nothing of a performance', () => {
    const decode = createVmcDecoder();
    expect(
      decode(encodeOscMessage('/VMC/Ext/VRM', [{ type: 's', value: 'a.vrm' }]), createCaptureFrame()),
    ).toBe('part');
    expect(decode(bone('LastBone'), createCaptureFrame())).toBe('part');
  });
});

describe('bones of VMC', () => {
  it('keep a left arm the left one, and up is up', () => {
    // In Unity the left arm lies along -x; a turn about z by -90° raises it, one by +80° lets it hang.
    const raised = decoded(bone('LeftUpperArm', turn('z', -Math.PI / 2)));
    expect(place(raised, 'hand_l', Y)).toBeGreaterThan(1.8);
    expect(place(raised, 'hand_r', Y)).toBeCloseTo(1.388, 5);
    const hanging = decoded(bone('LeftUpperArm', turn('z', 1.4)), bone('RightUpperArm', turn('z', -1.4)));
    expect(place(hanging, 'hand_l', Y)).toBeLessThan(0.9);
    expect(place(hanging, 'hand_r', Y)).toBeCloseTo(place(hanging, 'hand_l', Y), 5);
  });

  it('keep an arm to the front in front', () => {
    // About y Unity turns from z to x: by 90° the left arm, which lies along -x, comes to z.
    expect(place(decoded(bone('LeftUpperArm', turn('y', Math.PI / 2))), 'hand_l', Z)).toBeGreaterThan(0.4);
  });

  it('turn the head to the subject’s left where they say so, which is a negative yaw', () => {
    // The left is at -x: a turn about y by a negative angle.
    const frame = decoded(bone('Head', turn('y', -0.5)), blend('jawOpen', 0));
    expect(channel(frame, 'headYaw')).toBeCloseTo(-0.5, 6);
    expect(channel(frame, 'headPitch')).toBeCloseTo(0, 6);
  });

  it('let the head nod down and tilt', () => {
    // About x Unity turns from y to z: the crown comes forward. About z, from x to y: the crown goes to -x, the left.
    expect(channel(decoded(bone('Head', turn('x', 0.4))), 'headPitch')).toBeCloseTo(0.4, 6);
    expect(channel(decoded(bone('Head', turn('z', 0.3))), 'headRoll')).toBeCloseTo(0.3, 6);
  });

  it('add up to the head’s turn from the hips to the head', () => {
    const yaw = (...names: string[]): number =>
      channel(decoded(...names.map((name) => bone(name, turn('y', 0.1)))), 'headYaw');
    expect(yaw('Hips', 'Spine', 'Chest', 'UpperChest', 'Neck', 'Head')).toBeCloseTo(0.6, 5);
    const turnedRoot = decoded(root([0, 0, 0], turn('y', 0.2)), bone('Head', turn('y', 0.1)));
    expect(channel(turnedRoot, 'headYaw')).toBeCloseTo(0.3, 5);
  });

  it('turn the eyes', () => {
    const frame = decoded(
      bone('LeftEye', turn('y', 0.2)),
      bone('RightEye', turn('x', 0.1)),
      blend('jawOpen', 0),
    );
    expect(channel(frame, 'leftEyeYaw')).toBeCloseTo(0.2, 6);
    expect(channel(frame, 'rightEyePitch')).toBeCloseTo(0.1, 6);
    expect(frame.bodyFound).toBe(false);
  });

  it('leave joints that they do not know at rest', () => {
    const frame = decoded(bone('Spine', turn('x', 0.3)), bone('LeftIndexProximal', turn('z', 0.5)));
    const rotation = (joint: JointName): number[] => [
      ...frame.body.rotations.subarray(4 * jointIndex(joint), 4 * jointIndex(joint) + 4),
    ];
    expect(rotation('spine_02')).toEqual([0, 0, 0, 1]);
    expect(rotation('index_metacarpal_l')).toEqual([0, 0, 0, 1]);
    expect(rotation('spine_01')[3]).toBeCloseTo(Math.cos(0.15), 6);
    expect(rotation('index_01_l')[2]).toBeCloseTo(-Math.sin(0.25), 6);
  });

  it('are rotations whatever was sent', () => {
    const frame = decoded(bone('Hips', [0, 0, 0, 0]), bone('Spine', [0, 2, 0, 2]));
    expect([...frame.body.rotations.subarray(0, 4)]).toEqual([0, 0, 0, 1]);
    expect(Math.hypot(...frame.body.rotations.subarray(4, 8))).toBeCloseTo(1, 6);
  });

  it('have names in capitals or not', () => {
    expect(decoded(bone('leftUpperArm', turn('z', -1))).body.rotations).toEqual(
      decoded(bone('LeftUpperArm', turn('z', -1))).body.rotations,
    );
  });

  it('of head and neck alone are no body beside a face, yet better than nothing without one', () => {
    const head = bone('Head', turn('y', 0.2));
    expect(decoded(head, blend('jawOpen', 0))).toMatchObject({ faceFound: true, bodyFound: false });
    expect(decoded(head)).toMatchObject({ faceFound: false, bodyFound: true });
    expect(decoded(bone('Spine'), head, blend('jawOpen', 0))).toMatchObject({
      faceFound: true,
      bodyFound: true,
    });
  });
});

describe('where the hips of VMC are', () => {
  /** Legs of a model whose thighs and calves have these lengths together. */
  const legs = (length: number): Uint8Array[] => [
    bone('LeftLowerLeg', [0, 0, 0, 1], [0, -length / 2, 0]),
    bone('LeftFoot', [0, 0, 0, 1], [0, -length / 2, 0]),
  ];

  it('is told from the place where they rest, in our axes', () => {
    const frame = decoded(bone('Hips', [0, 0, 0, 1], [0.3, 0.72, 0.1]));
    expect(frame.body.pelvis[X]).toBeCloseTo(-0.3, 6);
    expect(frame.body.pelvis[Y]).toBeCloseTo(-0.2, 6);
    expect(frame.body.pelvis[Z]).toBeCloseTo(0.1, 6);
  });

  it('is measured by the length of the model’s legs, so that a small one stands too', () => {
    const ours = 0.43 + Math.hypot(0.41, 0.01);
    const small = decoded(...legs(ours / 2), bone('Hips', [0, 0, 0, 1], [0.1, 0.46, 0]));
    expect(small.body.pelvis[X]).toBeCloseTo(-0.2, 5);
    expect(small.body.pelvis[Y]).toBeCloseTo(0, 5);
  });

  it('goes and turns with the model', () => {
    const hips = bone('Hips', [0, 0, 0, 1], [0, 0.92, 0.5]);
    // A quarter turn of the model to its right: what was in front is at Unity's x.
    const frame = decoded(root([0, 0, 2], turn('y', Math.PI / 2), 1, 1, 1, 0, 0, 0), hips);
    expect(frame.body.pelvis[X]).toBeCloseTo(-0.5, 6);
    expect(frame.body.pelvis[Z]).toBeCloseTo(2, 6);
  });

  it('is at rest where the sender does not say', () => {
    expect([...decoded(bone('Hips'), bone('Spine')).body.pelvis]).toEqual([0, 0, 0]);
    expect(decoded(root([0, 0, 1]), bone('Hips')).body.pelvis[Z]).toBe(1);
  });
});

describe('weights of VMC', () => {
  const weight = (name: CaptureChannel, ...messages: Uint8Array[]): number =>
    channel(decoded(...messages), name);

  it('go by ARKit’s names, in capitals or not, and as sent', () => {
    expect(weight('jawOpen', blend('jawOpen', 0.25))).toBe(0.25);
    expect(weight('mouthSmileLeft', blend('MouthSmileLeft', 1.25))).toBe(1.25);
    expect(weight('jawLeft', blend('JAWLEFT', -0.5))).toBe(-0.5);
  });

  it('may be expressions of VRM 0 or 1', () => {
    expect(weight('jawOpen', blend('A', 0.5))).toBeCloseTo(0.3, 6);
    expect(weight('jawOpen', blend('aa', 0.5))).toBeCloseTo(0.3, 6);
    expect(weight('eyeBlinkLeft', blend('Blink_L', 1))).toBe(1);
    expect(weight('eyeBlinkRight', blend('blinkLeft', 1))).toBe(0);
    expect(weight('eyeBlinkRight', blend('Blink', 0.5))).toBe(0.5);
    expect(weight('mouthSmileRight', blend('Joy', 1))).toBeGreaterThan(0.5);
    expect(weight('mouthFrownLeft', blend('sad', 1))).toBeGreaterThan(0.5);
  });

  it('look to the subject’s left with LookLeft: the left eye out, the right eye in', () => {
    const frame = decoded(blend('LookLeft', 1));
    expect(channel(frame, 'eyeLookOutLeft')).toBe(1);
    expect(channel(frame, 'eyeLookInRight')).toBe(1);
    expect(channel(frame, 'eyeLookInLeft')).toBe(0);
  });

  it('count by the larger where a sender tells the same twice, and expressions together 1 at most', () => {
    expect(weight('eyeBlinkLeft', blend('eyeBlinkLeft', 0.75), blend('Blink_L', 0.5))).toBe(0.75);
    expect(weight('eyeBlinkLeft', blend('eyeBlinkLeft', 0.25), blend('Blink_L', 0.5))).toBe(0.5);
    expect(weight('eyeBlinkLeft', blend('Blink', 1), blend('Blink_L', 1))).toBe(1);
  });

  it('of other names are no face', () => {
    expect(decoded(bone('Spine'), blend('Neutral', 1), blend('Hat', 1)).faceFound).toBe(false);
  });
});

describe('a sender of VMC', () => {
  it('without a model, or whose tracking does not work, shows nobody', () => {
    for (const state of [ok(0), ok(1, 3, 0, 0)]) {
      const frame = faceFrame({ subject: 'before' });
      expect(createVmcDecoder()(state, frame)).toBe('alive');
      expect(frame).toMatchObject({ subject: '', faceFound: false, bodyFound: false });
      expect(createVmcDecoder()(encodeOscBundle([bone('Spine'), state, time(1)]), frame)).toBe('alive');
    }
    expect(createVmcDecoder()(ok(1, 3, 0, 1), createCaptureFrame())).toBe('part');
  });

  it('that says nothing but the time shows nobody', () => {
    expect(createVmcDecoder()(time(1), createCaptureFrame())).toBe('alive');
  });

  it('begins anew when its clock goes back, or its model goes', () => {
    for (const restart of [[time(1)], [time(99), ok(0), time(100), ok(1)]]) {
      const decode = createVmcDecoder();
      const frame = createCaptureFrame();
      decode(encodeOscBundle([bone('Head', turn('y', 1)), blend('jawOpen', 1), time(99)]), frame);
      for (const message of restart) decode(message, frame);
      decode(encodeOscBundle([blend('mouthClose', 1), time(101)]), frame);
      expect(channel(frame, 'jawOpen')).toBe(0);
      expect(channel(frame, 'headYaw')).toBe(0);
    }
  });

  it('keeps a face for ten frames that lack it, and no longer', () => {
    const decode = createVmcDecoder();
    const frame = createCaptureFrame();
    decode(encodeOscBundle([blend('jawOpen', 1), bone('Spine'), time(0)]), frame);
    const faces = Array.from({ length: 12 }, (_, i) => {
      decode(encodeOscBundle([bone('Spine'), time(i / 60)]), frame);
      return frame.faceFound;
    });
    expect(faces.lastIndexOf(true)).toBe(8);
    expect(frame.bodyFound).toBe(true);
  });

  it('has a clock until a float can no longer tell its frames apart', () => {
    const frame = createCaptureFrame();
    for (const [seconds, isTimed] of [
      [65_000, true],
      [1.7e9, false],
    ] as const) {
      createVmcDecoder()(encodeOscBundle([bone('Spine'), time(seconds)]), frame);
      expect(frame.isTimed).toBe(isTimed);
    }
  });
});

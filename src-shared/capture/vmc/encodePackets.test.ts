import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JOINT_COUNT, jointIndex, worldRotations } from '../../body/index.ts';
import { type CaptureFrame, createCaptureFrame } from '../captureFrame.ts';
import { createOscReader } from '../osc/reader.ts';
import { faceFrame } from '../testing/faceFrame.ts';
import { createVmcDecoder } from './decodePacket.ts';
import { createVmcEncoder } from './encodePackets.ts';
import { HUMAN_BONES } from './humanBones.ts';

const encode = createVmcEncoder();

/** A message as bytes: its length, text with dots for zeros, then numbers. */
const byHand = (length: number, text: string, numbers = ''): string =>
  Buffer.concat([
    Buffer.of(0, 0, 0, length),
    Buffer.from(text.replaceAll('.', '\0')),
    Buffer.from(numbers.replaceAll(' ', ''), 'hex'),
  ]).toString('hex');

const bytesOf = (packets: readonly Uint8Array[]): string => Buffer.concat(packets).toString('hex');
const float = (value: number): string => {
  const bytes = Buffer.alloc(4);
  bytes.writeFloatBE(value);
  return bytes.toString('hex');
};

function messagesOf(packets: readonly Uint8Array[]): string[] {
  const reader = createOscReader();
  const messages: string[] = [];
  for (const packet of packets) {
    reader.read(packet, (message) => {
      const name = message.textAt(0);
      messages.push(name === undefined ? message.address : `${message.address} ${name}`);
    });
  }
  return messages;
}

/** A frame with a body of which some joints are turned, by unit quaternions. */
function bodyFrame(turns: Record<string, readonly number[]> = {}, faceFound = false): CaptureFrame {
  const frame = Object.assign(createCaptureFrame(), { bodyFound: true, faceFound });
  for (const [joint, turn] of Object.entries(turns)) frame.body.rotations.set(turn, 4 * joints(joint));
  return frame;
}
const joints = (name: string): number => HUMAN_BONES.find((bone) => bone.name === name)?.joint ?? -1;

describe('the packets of a VMC performer', () => {
  it('are bundles to be used at once', () => {
    for (const packet of encode(faceFrame(), 0)) {
      expect(Buffer.from(packet.subarray(0, 16)).toString('hex')).toBe(
        '2362756e646c6500' + '0000000000000001',
      );
    }
  });

  it.each([
    ['root', byHand(68, '/VMC/Ext/Root/Pos...,sfffffff...root....', `${'00000000'.repeat(6)}3f800000`)],
    [
      'the head, a quarter turn to the subject’s right: about y from z to x',
      byHand(
        68,
        '/VMC/Ext/Bone/Pos...,sfffffff...Head....',
        `00000000 ${float(1.512 - 1.425)} ${float(0.016)} 00000000 3f3504f3 00000000 3f3504f3`,
      ),
    ],
    [
      'the left eye, which lies at Unity’s -x, and looks straight down',
      byHand(
        68,
        '/VMC/Ext/Bone/Pos...,sfffffff...LeftEye.',
        `${float(-0.032)} ${float(0.09)} ${float(0.078)} 3f3504f3 00000000 00000000 3f3504f3`,
      ),
    ],
    ['a weight', byHand(36, '/VMC/Ext/Blend/Val..,sf.jawOpen.', '3f000000')],
    ['the end of weights', byHand(28, '/VMC/Ext/Blend/Apply....,...')],
    ['its state', byHand(36, '/VMC/Ext/OK.,iiii...', '00000001 00000003 00000000 00000001')],
    ['the time', byHand(20, '/VMC/Ext/T..,f..', '40200000')],
  ])('have %s as documented', (_, message) => {
    const frame = faceFrame({}, { jawOpen: 0.5, headYaw: Math.PI / 2, leftEyePitch: Math.PI / 2 });
    expect(bytesOf(encode(frame, 2.5))).toContain(message);
  });

  it('have a body’s bone as documented: from the elbow, which lies at Unity’s -x, raised about z', () => {
    const raised = [0, 0, Math.SQRT1_2, Math.SQRT1_2];
    expect(bytesOf(encode(bodyFrame({ LeftLowerArm: raised }), 0))).toContain(
      byHand(
        76,
        '/VMC/Ext/Bone/Pos...,sfffffff...LeftLowerArm....',
        `${float(-0.285)} 00000000 00000000 00000000 00000000 bf3504f3 3f3504f3`,
      ),
    );
  });
});

describe('a frame sent by VMC', () => {
  const both = encode(bodyFrame({}, true), 0);

  it('is packets of 1400 bytes at most, the time last', () => {
    expect(both.length).toBe(6);
    for (const packet of both) expect(packet.length).toBeLessThanOrEqual(1400);
    expect(messagesOf(both).at(-1)).toBe('/VMC/Ext/T');
    expect(new Set(messagesOf(both)).size).toBe(1 + HUMAN_BONES.length + 2 + 52 + 1 + 2);
  });

  it('names all bones of a body that Unity has, once', () => {
    const bones = messagesOf(both).filter((message) => message.startsWith('/VMC/Ext/Bone/Pos'));
    // Unity's HumanBodyBones are 55; nobody drives the jaw by its bone.
    expect(new Set(bones).size).toBe(54);
  });

  it('of a face alone has root, head and eyes, so that the head turns', () => {
    const messages = messagesOf(encode(faceFrame(), 0));
    expect(messages.slice(0, 4)).toEqual([
      '/VMC/Ext/Root/Pos root',
      '/VMC/Ext/Bone/Pos Head',
      '/VMC/Ext/Bone/Pos LeftEye',
      '/VMC/Ext/Bone/Pos RightEye',
    ]);
    expect(messages.filter((message) => message.startsWith('/VMC/Ext/Blend/Val'))).toHaveLength(52);
    expect(messages.slice(-3)).toEqual(['/VMC/Ext/Blend/Apply', '/VMC/Ext/OK', '/VMC/Ext/T']);
  });

  it('of a body alone has no weights', () => {
    const messages = messagesOf(encode(bodyFrame(), 0));
    expect(messages.some((message) => message.includes('Blend') || message.includes('Eye'))).toBe(false);
  });

  it('of nobody says that nothing is tracked', () => {
    const packets = encode(createCaptureFrame(), 1);
    expect(messagesOf(packets)).toEqual(['/VMC/Ext/OK', '/VMC/Ext/T']);
    expect(bytesOf(packets)).toContain(
      byHand(36, '/VMC/Ext/OK.,iiii...', '00000001 00000003 00000000 00000000'),
    );
    expect(createVmcDecoder()(packets[0] ?? new Uint8Array(), createCaptureFrame())).toBe('alive');
  });

  it('does not change when the next one is written', () => {
    const first = encode(faceFrame({}, { jawOpen: 0.25 }), 1);
    const bytes = bytesOf(first);
    encode(faceFrame({}, { jawOpen: 0.75 }), 2);
    expect(bytesOf(first)).toBe(bytes);
  });

  it('has the turns of joints that Unity lacks in the bones beside them', () => {
    const turn = [Math.sin(0.1), 0, 0, Math.cos(0.1)];
    const frame = bodyFrame({ Spine: turn });
    for (const joint of ['spine_02', 'neck_02', 'index_metacarpal_l'] as const)
      frame.body.rotations.set(turn, 4 * jointIndex(joint));
    const received = receive(frame);
    const world = (of: CaptureFrame): Float32Array => {
      const rotations = new Float32Array(4 * JOINT_COUNT);
      worldRotations(of.body.rotations, rotations);
      return rotations;
    };
    for (const joint of ['head', 'hand_l', 'index_03_l'] as const) {
      for (let i = 4 * jointIndex(joint); i < 4 * jointIndex(joint) + 4; i++)
        expect(world(received)[i]).toBeCloseTo(world(frame)[i] ?? 0, 6);
    }
  });
});

/** What a receiver makes of a frame; all packets but the last are parts of it. */
function receive(frame: CaptureFrame, timeSeconds = 0): CaptureFrame {
  const received = createCaptureFrame();
  const decode = createVmcDecoder();
  const outcomes = encode(frame, timeSeconds).map((packet) => decode(packet, received));
  expect(outcomes.pop()).toBe('frame');
  expect(new Set(outcomes)).toEqual(new Set(['part']));
  return received;
}

describe('a frame sent by VMC and received', () => {
  const weight = fc.float({ min: -2, max: 2, noNaN: true });
  const turn = fc.float({ min: -3, max: 3, noNaN: true });
  const nod = fc.float({ min: -1, max: 1, noNaN: true });
  const quaternion = fc
    .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 })
    .filter((numbers) => Math.hypot(...numbers) > 0.1)
    .map((numbers) => numbers.map((value) => value / Math.hypot(...numbers)));
  const face = fc.record({
    weights: fc.array(weight, { minLength: 52, maxLength: 52 }),
    turns: fc.array(fc.tuple(turn, nod, turn), { minLength: 3, maxLength: 3 }),
  });
  const body = fc.record({
    rotations: fc.array(quaternion, { minLength: HUMAN_BONES.length, maxLength: HUMAN_BONES.length }),
    pelvis: fc.array(fc.float({ min: -3, max: 3, noNaN: true }), { minLength: 3, maxLength: 3 }),
  });
  const closeTo = (a: ArrayLike<number>, b: ArrayLike<number>, tolerance: number): void => {
    for (let i = 0; i < a.length; i++)
      expect(Math.abs((a[i] ?? 0) - (b[i] ?? 0)), `at ${i}`).toBeLessThan(tolerance);
  };

  it('has the same face within 1e-6', () => {
    fc.assert(
      fc.property(face, ({ weights, turns }) => {
        const frame = faceFrame();
        frame.channels.set([...weights, ...turns.flat()]);
        const received = receive(frame, 12.5);
        expect(received).toMatchObject({
          faceFound: true,
          bodyFound: false,
          isTimed: true,
          timeSeconds: 12.5,
        });
        expect(received.blendshapes).toEqual(frame.blendshapes);
        closeTo(received.channels, frame.channels, 1e-6);
      }),
    );
  });

  it('has the same body within 1e-6', () => {
    fc.assert(
      fc.property(body, ({ rotations, pelvis }) => {
        const frame = bodyFrame(
          Object.fromEntries(HUMAN_BONES.map(({ name }, i) => [name, rotations[i] ?? [0, 0, 0, 1]])),
        );
        frame.body.pelvis.set(pelvis);
        const received = receive(frame);
        expect(received).toMatchObject({ faceFound: false, bodyFound: true });
        closeTo(received.body.rotations, frame.body.rotations, 1e-6);
        closeTo(received.body.pelvis, pelvis, 1e-6);
      }),
    );
  });

  it('has the head as the face turns it, whatever the body does', () => {
    fc.assert(
      fc.property(body, face, ({ rotations }, { turns }) => {
        const frame = bodyFrame(
          Object.fromEntries(HUMAN_BONES.map(({ name }, i) => [name, rotations[i] ?? [0, 0, 0, 1]])),
          true,
        );
        frame.channels.set(turns.flat(), 52);
        closeTo(receive(frame).head, frame.head, 1e-5);
      }),
    );
  });
});

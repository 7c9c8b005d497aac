import { describe, expect, it } from 'vitest';
import { JOINT_COUNT, jointIndex } from '../../body/index.ts';
import {
  CAPTURE_CHANNEL_COUNT,
  CAPTURE_CHANNELS,
  createCaptureFrame,
  sampleTake as sampleFace,
} from '../../capture/index.ts';
import { encodeChunk, sealChunk } from './chunkWriter.ts';
import { BODY_ROW_LENGTH } from './frameColumns.ts';
import type { RecordedTake } from './recordedTake.ts';
import { summariseTake } from './summary.ts';
import { TakeReader } from './takeReader.ts';
import {
  sampleFrame,
  sampleHeader,
  sampleSubject,
  sampleTake,
  TakeBytes,
  wholeBody,
} from './testing/sampleTake.ts';

function read(bytes: Uint8Array, options?: { withRows: boolean }): RecordedTake {
  const reader = new TakeReader(options);
  reader.push(bytes);
  return reader.finish();
}

const near = (values: Iterable<number>): number[] => [...values].map((value) => expect.closeTo(value, 9));

describe('a take that is read', () => {
  const take = read(sampleTake().bytes);
  const [ada, grace] = take.subjects;

  it('tells what it is, who is in it and how it ended', () => {
    expect(take.header).toEqual(sampleHeader);
    expect(take.subjects.map(({ description }) => description.subject)).toEqual(['Ada', 'Grace']);
    expect(grace?.description.calibration).toMatchObject({ neutral: { jawOpen: 0.1 }, isMirrored: true });
    expect(take.end).toEqual({ reason: 'stopped', message: '', durationSeconds: 0.4, frames: 12 });
    expect(take.markers).toEqual([{ timeSeconds: 0.05, name: 'Smile', colour: '#ffcc00' }]);
    expect(take.report).toMatchObject({
      damages: [],
      passedOver: 0,
      unreadable: 0,
      tail: { reason: 'whole' },
    });
  });

  it('holds every number of every frame', () => {
    expect([...(ada?.times ?? [])]).toEqual(near([0, 1, 2, 3, 4, 5].map((i) => i / 60)));
    expect([...(ada?.deviceTimes ?? [])]).toEqual([0, 1, 2, 3, 4, 5].map((i) => 500 + i / 60));
    for (let i = 0; i < 6; i++) {
      const row = ada?.channels.subarray(i * CAPTURE_CHANNEL_COUNT, (i + 1) * CAPTURE_CHANNEL_COUNT);
      const frame = sampleFrame(i, 0);
      expect(row).toEqual(frame.channels);
      const body = grace?.bodies.subarray(i * BODY_ROW_LENGTH, (i + 1) * BODY_ROW_LENGTH);
      expect(body).toEqual(new Float32Array([...frame.body.pelvis, ...frame.body.rotations]));
      expect(grace?.headPositions.subarray(3 * i, 3 * i + 3)).toEqual(frame.headPosition);
    }
  });

  it('holds the armed channels in their places, and nothing of the others', () => {
    const row = [...(grace?.channels.subarray(0, CAPTURE_CHANNEL_COUNT) ?? [])];
    const frame = sampleFrame(0, 0);
    const expected = CAPTURE_CHANNELS.map((name, i) =>
      name === 'jawOpen' || name === 'headYaw' ? frame.channels[i] : 0,
    );
    expect(row).toEqual(expected);
  });

  it('plays as a face', () => {
    const frame = createCaptureFrame();
    if (ada) sampleFace(ada, 2 / 60, frame);
    expect([...frame.channels]).toEqual(
      [...sampleFrame(2, 0).channels].map((value) => expect.closeTo(value, 6)),
    );
  });

  it('knows where its sound lies', () => {
    expect(take.media).toMatchObject([
      {
        description: { kind: 'audio', file: 'audio.wav' },
        pieces: [{ fromByte: 44 }, { fromByte: 3244 }, {}],
      },
    ]);
  });

  it('can be summed up without its rows', () => {
    const light = read(sampleTake().bytes, { withRows: false });
    expect(light.subjects[1]).toMatchObject({ channels: new Float32Array(), bodies: new Float32Array() });
    expect(summariseTake(light)).toEqual(summariseTake(take));
    // 12 frames, and a gap of 0.31 s of one of the two.
    expect(summariseTake(take)).toEqual({
      durationSeconds: 0.4,
      frames: 12,
      droppedFrames: 0,
      quality: expect.closeTo(12 / (12 + 0.31 * 60), 9),
    });
  });
});

describe('frames of a take', () => {
  const subject = sampleSubject({ face: { channels: ['jawOpen'] } });
  const start = (): TakeBytes => new TakeBytes().json('header', sampleHeader).json('subject', subject);
  const rows = (take: RecordedTake): Float32Array | undefined =>
    take.subjects[0]?.channels.filter(
      (_, i) => i % CAPTURE_CHANNEL_COUNT === CAPTURE_CHANNELS.indexOf('jawOpen'),
    );

  it('lie where their own time says, however they came', () => {
    const cameAs = [0, 1, 3, 3, 2, 4, 6];
    const take = read(
      start().frames(
        subject,
        cameAs.map((i, at) => ({ frame: sampleFrame(i, 86_000 + i / 60), arrival: 5 + at / 60 })),
      ).bytes,
    );
    const sent = [0, 1, 2, 3, 4, 6].map(
      (i) => sampleFrame(i, 0).channels[CAPTURE_CHANNELS.indexOf('jawOpen')],
    );
    expect([...(rows(take) ?? [])]).toEqual(sent);
    expect(take.subjects[0]?.counts).toEqual({
      frames: 6,
      seen: 6,
      dropped: 1,
      duplicates: 1,
      reordered: 1,
      unreadable: 0,
    });
  });

  it('that a webcam leaves out on purpose are not dropped', () => {
    const webcam = sampleSubject({ protocol: 'webcam' });
    const frames = [0, 1, 2, 4, 5, 8].map((i) => ({ frame: sampleFrame(i, i / 30), arrival: i / 30 }));
    const take = read(
      new TakeBytes().json('header', sampleHeader).json('subject', webcam).frames(webcam, frames).bytes,
    );
    expect(take.subjects[0]?.counts).toMatchObject({ frames: 6, dropped: 0 });
  });

  it('are 0 where the sender saw nothing', () => {
    const frame = Object.assign(sampleFrame(1, 1), { faceFound: false, bodyFound: false });
    const take = read(start().frames(subject, [{ frame, arrival: 1 }]).bytes);
    expect(rows(take)).toEqual(Float32Array.of(0));
    expect(summariseTake(take).quality).toBe(0);
  });

  it('that hold no number are left out and counted', () => {
    const broken = sampleFrame(1, 1.1);
    broken.channels.fill(Number.NaN);
    const frames = [sampleFrame(0, 1), broken, sampleFrame(2, 1.2)];
    const take = read(
      start().frames(
        subject,
        frames.map((frame) => ({ frame, arrival: frame.timeSeconds })),
      ).bytes,
    );
    expect(take.subjects[0]?.counts).toMatchObject({ frames: 2, unreadable: 1 });
  });

  it('of a body that is half recorded keep the other joints at rest', () => {
    const half = sampleSubject({ face: null, body: { joints: ['head', 'a joint of tomorrow'] } });
    const bytes = new TakeBytes().json('header', sampleHeader).json('subject', half);
    const [body] = read(bytes.frames(half, [{ frame: sampleFrame(0, 1), arrival: 1 }]).bytes).subjects;
    const rotation = (joint: number): number[] => [
      ...(body?.bodies.subarray(3 + 4 * joint, 7 + 4 * joint) ?? []),
    ];
    expect(rotation(jointIndex('pelvis'))).toEqual([0, 0, 0, 1]);
    expect(rotation(JOINT_COUNT - 1)).toEqual([0, 0, 0, 1]);
    const head = 4 * jointIndex('head');
    expect(rotation(jointIndex('head'))).toEqual([
      ...sampleFrame(0, 1).body.rotations.subarray(head, head + 4),
    ]);
    expect(wholeBody.joints).toContain('head');
  });
});

describe('a take of another version', () => {
  it('may hold kinds of chunks that are not known', () => {
    const take = new TakeBytes().json('header', sampleHeader);
    const unknown = encodeChunk('marker', 1, Uint8Array.of(1, 2, 3));
    // Made by hand: the four letters of a kind that does not exist, and the checksum that fits.
    const { bytes } = take.chunk(withType(unknown, 'LENS')).json('marker', {
      timeSeconds: 1,
      name: 'Behind it',
      colour: '#000000',
    });
    expect(read(bytes)).toMatchObject({
      markers: [{ name: 'Behind it' }],
      report: { passedOver: 1, unreadable: 0 },
    });
  });

  it('may hold records with more in them, and some that cannot be read', () => {
    const strange = { timeSeconds: 2, name: 'x', colour: '#000000', lens: 35 };
    const take = new TakeBytes().json('header', sampleHeader).json('marker', strange);
    const { bytes } = take.chunk(
      encodeChunk('marker', 2, new TextEncoder().encode('{"timeSeconds":"soon"}')),
    );
    expect(read(bytes)).toMatchObject({ markers: [{ timeSeconds: 2 }], report: { unreadable: 1 } });
  });
});

describe('what is no take', () => {
  it('is refused in plain words', () => {
    for (const bytes of [new Uint8Array(), new Uint8Array(5000).fill(7), new TakeBytes().bytes]) {
      expect(() => read(bytes)).toThrow(expect.objectContaining({ kind: 'invalid_take' }));
    }
  });
});

function withType(chunk: Uint8Array, type: string): Uint8Array {
  const copy = chunk.slice();
  const view = new DataView(copy.buffer);
  sealChunk(copy, view, type, view.getUint32(8, true), view.getUint32(12, true));
  return copy;
}

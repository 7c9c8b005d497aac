import { JOINT_COUNT, JOINTS } from '../../body/index.ts';
import { CAPTURE_CHANNEL_COUNT, CAPTURE_CHANNELS } from '../../capture/index.ts';
import {
  FRAME_HEAD_BYTES,
  FRAMES_HEAD_BYTES,
  HEAD_POSITION_LENGTH,
  PELVIS_LENGTH,
  positionsOf,
  ROTATION_LENGTH,
  type RowLengths,
  rowLengths,
} from './frameLayout.ts';
import { viewOf } from './layout.ts';
import type { TakeSubject } from './records.ts';

/** Numbers of a body in memory: pelvis, then every joint of `JOINTS`. */
export const BODY_ROW_LENGTH = PELVIS_LENGTH + ROTATION_LENGTH * JOINT_COUNT;

const JOINT_NAMES = JOINTS.map((joint) => joint.name);

/** Frames of a subject in the order in which they were recorded, one array for each kind of number. */
export interface FrameColumns {
  readonly deviceTimes: Float64Array;
  readonly arrivalTimes: Float64Array;
  readonly flags: Uint8Array;
  /** A row of `CAPTURE_CHANNELS` a frame; empty where no face is recorded. */
  readonly channels: Float32Array;
  /** x, y, z a frame, or empty. */
  readonly headPositions: Float32Array;
  /** `BODY_ROW_LENGTH` numbers a frame, or empty. */
  readonly bodies: Float32Array;
}

/** Gathers the frames of a subject's chunks. */
export class FrameColumnsBuilder {
  readonly #lengths: RowLengths;
  readonly #channels: Int32Array;
  readonly #joints: Int32Array;
  readonly #rows: { face: number; headPosition: number; body: number };
  #columns: FrameColumns;
  #capacity = 0;
  #frames = 0;
  #unreadable = 0;

  /** @param withRows whether more than times and flags is wanted */
  constructor(subject: TakeSubject, withRows: boolean) {
    this.#lengths = rowLengths(subject);
    this.#channels = positionsOf(subject.face?.channels ?? [], CAPTURE_CHANNELS);
    this.#joints = positionsOf(subject.body?.joints ?? [], JOINT_NAMES);
    this.#rows = {
      face: withRows && subject.face ? CAPTURE_CHANNEL_COUNT : 0,
      headPosition: withRows && subject.hasHeadPosition ? HEAD_POSITION_LENGTH : 0,
      body: withRows && subject.body ? BODY_ROW_LENGTH : 0,
    };
    this.#columns = this.#create(0);
  }

  /** Frames with a number that is not finite; they are left out. */
  get unreadable(): number {
    return this.#unreadable;
  }

  /** Adds the frames of a chunk; false, and none, where its payload does not fit the subject. */
  add(payload: Uint8Array): boolean {
    const { frameBytes } = this.#lengths;
    const view = viewOf(payload);
    const frames = (payload.length - FRAMES_HEAD_BYTES) / frameBytes;
    if (view.getUint32(4, true) !== frameBytes || !Number.isInteger(frames)) return false;
    this.#reserve(this.#frames + frames);
    for (let i = 0; i < frames; i++) this.#addFrame(view, FRAMES_HEAD_BYTES + i * frameBytes);
    return true;
  }

  finish(): FrameColumns {
    const { face, headPosition, body } = this.#rows;
    const { deviceTimes, arrivalTimes, flags, channels, headPositions, bodies } = this.#columns;
    return {
      deviceTimes: deviceTimes.slice(0, this.#frames),
      arrivalTimes: arrivalTimes.slice(0, this.#frames),
      flags: flags.slice(0, this.#frames),
      channels: channels.slice(0, this.#frames * face),
      headPositions: headPositions.slice(0, this.#frames * headPosition),
      bodies: bodies.slice(0, this.#frames * body),
    };
  }

  #addFrame(view: DataView, start: number): void {
    if (!hasOnlyNumbers(view, start, this.#lengths.frameBytes)) {
      this.#unreadable++;
      return;
    }
    const frame = this.#frames++;
    const { face, headPosition, body } = this.#rows;
    this.#columns.deviceTimes[frame] = view.getFloat64(start, true);
    this.#columns.arrivalTimes[frame] = view.getFloat64(start + 8, true);
    this.#columns.flags[frame] = view.getUint32(start + 16, true);
    let at = start + FRAME_HEAD_BYTES;
    if (face > 0) read(view, at, this.#columns.channels, frame * face, this.#channels, 1);
    at += 4 * this.#lengths.face;
    for (let i = 0; i < headPosition; i++) {
      this.#columns.headPositions[frame * headPosition + i] = view.getFloat32(at + 4 * i, true);
    }
    at += 4 * this.#lengths.headPosition;
    if (body === 0) return;
    const to = frame * body;
    for (let i = 0; i < PELVIS_LENGTH; i++) this.#columns.bodies[to + i] = view.getFloat32(at + 4 * i, true);
    const rotations = to + PELVIS_LENGTH;
    read(view, at + 4 * PELVIS_LENGTH, this.#columns.bodies, rotations, this.#joints, ROTATION_LENGTH);
  }

  #reserve(frames: number): void {
    if (frames <= this.#capacity) return;
    this.#capacity = Math.max(frames, 2 * this.#capacity);
    const larger = this.#create(this.#capacity);
    larger.deviceTimes.set(this.#columns.deviceTimes);
    larger.arrivalTimes.set(this.#columns.arrivalTimes);
    larger.flags.set(this.#columns.flags);
    larger.channels.set(this.#columns.channels);
    larger.headPositions.set(this.#columns.headPositions);
    larger.bodies.set(this.#columns.bodies);
    this.#columns = larger;
  }

  /** Joints that are not recorded stay at rest, channels at 0. */
  #create(capacity: number): FrameColumns {
    const { face, headPosition, body } = this.#rows;
    const bodies = new Float32Array(capacity * body);
    if (body > 0) {
      for (let w = PELVIS_LENGTH + ROTATION_LENGTH - 1; w < bodies.length; ) {
        for (let joint = 0; joint < JOINT_COUNT; joint++, w += ROTATION_LENGTH) bodies[w] = 1;
        w += PELVIS_LENGTH;
      }
    }
    return {
      deviceTimes: new Float64Array(capacity),
      arrivalTimes: new Float64Array(capacity),
      flags: new Uint8Array(capacity),
      channels: new Float32Array(capacity * face),
      headPositions: new Float32Array(capacity * headPosition),
      bodies,
    };
  }
}

function hasOnlyNumbers(view: DataView, start: number, bytes: number): boolean {
  if (!Number.isFinite(view.getFloat64(start, true))) return false;
  if (!Number.isFinite(view.getFloat64(start + 8, true))) return false;
  for (let at = start + FRAME_HEAD_BYTES; at < start + bytes; at += 4) {
    if (!Number.isFinite(view.getFloat32(at, true))) return false;
  }
  return true;
}

/** Reads rows of `stride` numbers to where each belongs. */
function read(
  view: DataView,
  start: number,
  values: Float32Array,
  to: number,
  rows: Int32Array,
  stride: number,
): void {
  let at = start;
  for (let row = 0; row < rows.length; row++, at += 4 * stride) {
    const place = rows[row] ?? -1;
    for (let i = 0; place >= 0 && i < stride; i++) {
      values[to + stride * place + i] = view.getFloat32(at + 4 * i, true);
    }
  }
}

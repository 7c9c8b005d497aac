import { JOINT_COUNT, slerpQuaternions } from '#shared/body/index.ts';
import { CAPTURE_CHANNEL_COUNT, type CaptureFrame } from '#shared/capture/index.ts';
import { FRAME_FLAGS, frameAt, type RecordedSubject } from '#shared/formats/index.ts';
import { GapSpans } from './gapSpans.ts';

const HEAD_LENGTH = 3;
const PELVIS_LENGTH = 3;
const BODY_LENGTH = PELVIS_LENGTH + 4 * JOINT_COUNT;
/** How long the first frame is there before, and the last one behind: as much as the recording takes for no gap. */
const HOLD_SECONDS = 0.25;

/** Channels that are shown otherwise than they were recorded: one number a frame, by the place of the channel. */
export type EditedColumns = readonly (Float32Array | undefined)[];

/** What a subject of a take shows at any moment: between two frames on a straight line, in gaps nobody. */
export class TakeSampler {
  readonly #subject: RecordedSubject;
  readonly #gaps: GapSpans;
  #edited: EditedColumns = [];

  /** @param subject with its rows */
  constructor(subject: RecordedSubject) {
    this.#subject = subject;
    this.#gaps = new GapSpans(subject.gaps);
  }

  /** Shows these columns in place of the recorded ones from now on. */
  edit(columns: EditedColumns): void {
    this.#edited = columns;
  }

  /** Fills in a frame. Takes no memory. @param seconds on the take's clock */
  read(seconds: number, into: CaptureFrame): void {
    const { description, times, flags } = this.#subject;
    into.deviceId = description.deviceId;
    into.subject = description.subject;
    into.frameRate = description.frameRate;
    into.isTimed = true;
    into.timeSeconds = seconds;
    const before = frameAt(times, seconds);
    const start = times[before] ?? Number.POSITIVE_INFINITY;
    const isThere =
      seconds >= start - HOLD_SECONDS && !this.#gaps.has(seconds) && !this.#isOver(before, seconds);
    const found = isThere ? (flags[before] ?? 0) : 0;
    const after = this.#goesOn(before) ? before + 1 : before;
    const next = flags[after] ?? 0;
    const span = (times[after] ?? start) - start;
    const share = span > 0 ? Math.max(0, Math.min(1, (seconds - start) / span)) : 0;
    into.faceFound = description.face !== null && (found & FRAME_FLAGS.faceFound) !== 0;
    into.bodyFound = description.body !== null && (found & FRAME_FLAGS.bodyFound) !== 0;
    into.hasHeadPosition = description.hasHeadPosition && (found & FRAME_FLAGS.hasHeadPosition) !== 0;
    const shareOf = (flag: number): number => ((next & flag) === 0 ? 0 : share);
    if (into.faceFound) this.#readFace(before, after, shareOf(FRAME_FLAGS.faceFound), into.channels);
    if (into.hasHeadPosition) {
      const to = shareOf(FRAME_FLAGS.hasHeadPosition);
      mix(this.#subject.headPositions, HEAD_LENGTH, before, after, to, into.headPosition);
    }
    if (into.bodyFound) this.#readBody(before, after, shareOf(FRAME_FLAGS.bodyFound), into);
  }

  /** Whether the frame and the next one belong together. */
  #goesOn(frame: number): boolean {
    const { times } = this.#subject;
    const next = times[frame + 1];
    return next !== undefined && !this.#gaps.cuts(times[frame] ?? 0, next);
  }

  #isOver(frame: number, seconds: number): boolean {
    const { times } = this.#subject;
    return frame === times.length - 1 && seconds > (times[frame] ?? 0) + HOLD_SECONDS;
  }

  #readFace(before: number, after: number, share: number, into: Float32Array): void {
    const { channels } = this.#subject;
    for (let place = 0; place < CAPTURE_CHANNEL_COUNT; place++) {
      const column = this.#edited[place];
      const from = column ? column[before] : channels[before * CAPTURE_CHANNEL_COUNT + place];
      const to = column ? column[after] : channels[after * CAPTURE_CHANNEL_COUNT + place];
      into[place] = (from ?? 0) + share * ((to ?? 0) - (from ?? 0));
    }
  }

  #readBody(before: number, after: number, share: number, { body }: CaptureFrame): void {
    const { bodies } = this.#subject;
    mix(bodies, BODY_LENGTH, before, after, share, body.pelvis);
    const from = before * BODY_LENGTH + PELVIS_LENGTH;
    const to = after * BODY_LENGTH + PELVIS_LENGTH;
    for (let at = 0; at < 4 * JOINT_COUNT; at += 4) {
      slerpQuaternions(bodies, from + at, bodies, to + at, share, body.rotations, at);
    }
  }
}

/** Mixes the first numbers of two rows, as many as `into` has room for. */
function mix(
  rows: Float32Array,
  length: number,
  before: number,
  after: number,
  share: number,
  into: Float32Array,
): void {
  for (let i = 0; i < into.length; i++) {
    const from = rows[before * length + i] ?? 0;
    into[i] = from + share * ((rows[after * length + i] ?? 0) - from);
  }
}

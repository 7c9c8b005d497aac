import { CAPTURE_CHANNEL_COUNT, CAPTURE_CHANNELS } from '#shared/capture/index.ts';
import { FRAME_FLAGS, type RecordedSubject } from '#shared/formats/index.ts';

const JAW = CAPTURE_CHANNELS.indexOf('jawOpen');

interface Recorded {
  readonly times: readonly number[];
  /** Of each frame. */
  readonly jaw: readonly number[];
  /** Whether a face was seen in it; in all where this is left out. */
  readonly faces?: readonly boolean[];
  readonly gaps?: RecordedSubject['gaps'];
}

/** A subject of which only the jaw moves. */
export function recordedSubject({ times, jaw, faces, gaps = [] }: Recorded): RecordedSubject {
  const channels = new Float32Array(times.length * CAPTURE_CHANNEL_COUNT);
  for (const [frame, value] of jaw.entries()) channels[frame * CAPTURE_CHANNEL_COUNT + JAW] = value;
  return {
    description: {
      number: 0,
      protocol: 'llf',
      deviceId: 'A',
      subject: 'Ada',
      frameRate: 60,
      face: { channels: [...CAPTURE_CHANNELS] },
      hasHeadPosition: false,
      body: null,
      calibration: null,
    },
    times: Float64Array.from(times),
    deviceTimes: Float64Array.from(times),
    arrivalTimes: Float64Array.from(times),
    flags: Uint8Array.from(times, (_, frame) => (faces?.[frame] === false ? 0 : FRAME_FLAGS.faceFound)),
    channels,
    headPositions: new Float32Array(0),
    bodies: new Float32Array(0),
    gaps,
    counts: {
      frames: times.length,
      seen: times.length,
      dropped: 0,
      duplicates: 0,
      reordered: 0,
      unreadable: 0,
    },
    periodSeconds: (times[1] ?? 0) - (times[0] ?? 0),
  };
}

import { CAPTURE_CHANNEL_COUNT, CAPTURE_CHANNELS, type CaptureChannel } from '../../capture/index.ts';
import type { EditLayer, TakeEdit } from '../../contract/index.ts';
import type { RecordedSubject } from '../../formats/index.ts';

/** A subject whose face is seen in every frame, and of whom some channels move by time in seconds; the rest is 0. */
export function subjectOf(
  times: ArrayLike<number>,
  moves: Partial<Record<CaptureChannel, (timeSeconds: number, frame: number) => number>> = {},
  about: Partial<Pick<RecordedSubject, 'flags' | 'gaps' | 'periodSeconds'>> = {},
): RecordedSubject {
  const count = times.length;
  const channels = new Float32Array(count * CAPTURE_CHANNEL_COUNT);
  for (const [place, channel] of CAPTURE_CHANNELS.entries()) {
    for (let frame = 0; frame < count; frame++) {
      channels[frame * CAPTURE_CHANNEL_COUNT + place] = moves[channel]?.(times[frame] ?? 0, frame) ?? 0;
    }
  }
  return {
    description: {
      number: 0,
      protocol: 'llf',
      deviceId: 'phone',
      subject: 'Ada',
      frameRate: 60,
      face: { channels: [...CAPTURE_CHANNELS] },
      hasHeadPosition: false,
      body: null,
      calibration: null,
    },
    deviceTimes: Float64Array.from(times),
    arrivalTimes: Float64Array.from(times),
    times: Float64Array.from(times),
    flags: new Uint8Array(count).fill(1),
    gaps: [],
    periodSeconds: 1 / 60,
    channels,
    headPositions: new Float32Array(),
    bodies: new Float32Array(),
    counts: { frames: count, seen: count, dropped: 0, duplicates: 0, reordered: 0, unreadable: 0 },
    ...about,
  };
}

/** Times of even frames. */
export function evenTimes(frames: number, framesPerSecond = 60): Float64Array {
  return Float64Array.from({ length: frames }, (_, i) => i / framesPerSecond);
}

export function editOf(...layers: EditLayer[]): TakeEdit {
  return { version: 1, layers };
}

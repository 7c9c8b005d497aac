import type { CaptureFrame } from '../captureFrame.ts';
import { FRAME_TIME_BYTES, OLDER_PACKET_VERSION, PACKET_VERSION, TIMECODE_BYTES } from './packetLayout.ts';

/** How a version writes the time of a frame. */
export interface TimeLayout {
  readonly bytes: number;
  /** Whether the time is such as a phone can mean. */
  isTime(view: DataView, offset: number): boolean;
  /** Sets time and rate of the frame. */
  read(view: DataView, offset: number, frame: CaptureFrame): void;
}

/** Version 6: i32 frame number, f32 sub-frame (0..1), i32 / i32 frames a second (Unreal's `FQualifiedFrameTime`). */
const qualifiedFrameTime: TimeLayout = {
  bytes: FRAME_TIME_BYTES,
  isTime: (view, offset) => {
    const subFrame = view.getFloat32(offset + 4);
    return subFrame >= 0 && subFrame <= 1 && view.getInt32(offset + 8) > 0 && view.getInt32(offset + 12) > 0;
  },
  read: (view, offset, frame) => {
    const frames = view.getInt32(offset) + view.getFloat32(offset + 4);
    frame.frameRate = view.getInt32(offset + 8) / view.getInt32(offset + 12);
    frame.timeSeconds = (frames * view.getInt32(offset + 12)) / view.getInt32(offset + 8);
  },
};

/**
 * Version 5: i32 hours, minutes, seconds and frames, u8 1 for a drop-frame timecode, u32 frames a second (Unreal's
 * `FTimecode` and its rate). The order of the fields is that of Unreal 4.25; that the flag takes one byte is assumed, no
 * packet of version 5 was at hand. It is not looked at: hours, minutes and seconds are the time of day either way.
 */
const timecode: TimeLayout = {
  bytes: TIMECODE_BYTES,
  isTime: (view, offset) => {
    const rate = view.getUint32(offset + 17);
    return (
      rate > 0 &&
      isCount(view.getInt32(offset), 24) &&
      isCount(view.getInt32(offset + 4), 60) &&
      isCount(view.getInt32(offset + 8), 60) &&
      // One more than there are: 59.78 is rounded up, as Unreal's importer of takes tells.
      isCount(view.getInt32(offset + 12), rate + 1)
    );
  },
  read: (view, offset, frame) => {
    const minutes = view.getInt32(offset) * 60 + view.getInt32(offset + 4);
    frame.frameRate = view.getUint32(offset + 17);
    frame.timeSeconds =
      minutes * 60 + view.getInt32(offset + 8) + view.getInt32(offset + 12) / frame.frameRate;
  },
};

const isCount = (value: number, limit: number): boolean => value >= 0 && value < limit;

/** The layout of a version's time; undefined for a version that is not read. */
export function timeLayoutOf(version: number | undefined): TimeLayout | undefined {
  if (version === PACKET_VERSION) return qualifiedFrameTime;
  return version === OLDER_PACKET_VERSION ? timecode : undefined;
}

import { decode } from './ffmpeg.ts';
import { FrameSink } from './frameSink.ts';
import type { VideoInfo } from './videoInfo.ts';

/** One decoded frame. `data` is reused: it is valid until the next frame is asked for. */
export interface DecodedFrame {
  readonly index: number;
  readonly timeSeconds: number;
  readonly image: { readonly data: Uint8Array; readonly width: number; readonly height: number };
}

export interface DecodedVideo {
  readonly frames: AsyncIterable<DecodedFrame>;
  /** Frames whose decoding ffmpeg complained about so far. */
  damagedFrames(): number;
}

/** Working size: shorter side at most 720, longer at most 1280 pixels, even, never enlarged. */
export function workingSize({ width, height }: { width: number; height: number }): {
  width: number;
  height: number;
} {
  const scale = Math.min(1, 720 / Math.min(width, height), 1280 / Math.max(width, height));
  const even = (length: number): number => Math.max(2, Math.round((length * scale) / 2) * 2);
  return { width: even(width), height: even(height) };
}

/**
 * Opens a video for reading frame by frame, at working size and with true presentation times from the first frame on.
 * Iteration throws `unreadable_media` where ffmpeg gives up; leaving the loop early stops ffmpeg.
 */
export function openVideo(path: string, info: VideoInfo): DecodedVideo {
  const size = workingSize(info);
  let damaged = 0;
  return { frames: readFrames(), damagedFrames: () => damaged };

  async function* readFrames(): AsyncGenerator<DecodedFrame> {
    const sink = new FrameSink(size.width * size.height * 4);
    const times: number[] = [];
    let complained = false;
    let timeArrived: (() => void) | undefined;
    const decoding = decode(path, size, sink, {
      onFrameTime(seconds) {
        if (complained) damaged++;
        complained = false;
        times.push(seconds);
        timeArrived?.();
      },
      onProblem() {
        complained = true;
      },
    });
    let failure: unknown;
    const ended = decoding.done.catch((error: unknown) => {
      failure = error;
      sink.destroy();
      timeArrived?.();
    });
    try {
      const fallbackInterval = info.fps > 0 ? 1 / info.fps : 0;
      let start: number | undefined;
      let last = -1;
      for (let index = 0; await sink.next(); index++) {
        // The time comes over another pipe than the pixels, and may be the later of the two.
        while (times.length <= index && failure === undefined) {
          await new Promise<void>((resolve) => {
            timeArrived = resolve;
          });
        }
        const stamp = times[index];
        const known = stamp !== undefined && Number.isFinite(stamp);
        if (start === undefined) start = known ? stamp : 0;
        const time = known ? stamp - start : last + fallbackInterval;
        last = time > last ? time : last + Math.max(fallbackInterval, 0.001);
        yield { index, timeSeconds: Math.max(0, last), image: { data: sink.frame, ...size } };
        sink.release();
      }
      await ended;
      if (failure !== undefined) throw failure;
    } finally {
      decoding.stop();
      sink.destroy();
    }
  }
}

import { decode } from './ffmpeg.ts';
import { FrameClock } from './frameClock.ts';
import { FrameSink } from './frameSink.ts';
import { StampQueue } from './stampQueue.ts';
import type { VideoInfo } from './videoInfo.ts';

/** One decoded frame. `data` is reused: it is valid until the next frame is asked for. */
export interface DecodedFrame {
  readonly index: number;
  readonly timeSeconds: number;
  readonly image: { readonly data: Uint8Array; readonly width: number; readonly height: number };
}

export interface DecodedVideo {
  readonly frames: AsyncIterable<DecodedFrame>;
  /** Places so far where ffmpeg complained about what it read: each has spoilt or cost at least one frame. */
  damagedFrames(): number;
}

/** Working size: shorter side at most 720, longer at most 1280 pixels, even; not enlarged but to the next even number. */
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
    const stamps = new StampQueue();
    const clock = new FrameClock(info.fps);
    let complained = false;
    const decoding = await decode(path, size, sink, {
      onFrameTime(seconds) {
        complained = false;
        stamps.add(seconds);
      },
      onProblem() {
        if (!complained) damaged++;
        complained = true;
      },
    });
    decoding.done.catch(() => sink.destroy()).finally(() => stamps.end());
    try {
      for (let index = 0; await sink.next(); index++) {
        const timeSeconds = clock.next(await stamps.next());
        yield { index, timeSeconds, image: { data: sink.frame, ...size } };
        sink.release();
      }
      await decoding.done;
    } finally {
      decoding.stop();
      sink.destroy();
    }
  }
}

import {
  createLandmarkFrame,
  Postprocessor,
  type PostprocessSettings,
  QualityMeter,
  type QualityReport,
} from '#shared/body/index.ts';
import { MimesisError } from '#shared/contract/index.ts';
import { trackingFrame, trackingHeader } from '#shared/formats/index.ts';
import { openVideo, readVideoInfo, type VideoInfo } from '../media/index.ts';
import type { TaskTimings, TrackingProvider } from './provider.ts';
import { TrackWriter, type WrittenTrack } from './trackWriter.ts';

export interface TrackVideoRequest {
  readonly video: {
    readonly id: string;
    readonly sha1: string;
    readonly filename: string;
    readonly path: string;
  };
  readonly target: string;
  readonly postprocess: PostprocessSettings;
}

export interface TrackedVideo {
  readonly track: WrittenTrack;
  readonly info: VideoInfo;
  readonly quality: QualityReport;
  readonly frames: number;
  /** Milliseconds: all of it, and the part spent in each task. */
  readonly timings: TaskTimings & { readonly total: number };
}

/** A file of which less than this share of frames can be read is damaged, not merely blemished. */
const READABLE_SHARE = 0.9;

/**
 * Tracks one video from its file to a durable track: decode, inference, postprocess, write. Memory stays bounded
 * whatever the length. Throws `unreadable_media`, `no_frames`, `disk_full`, `io`; no file is left behind then.
 *
 * @param onFrame is told after each frame how many are done and how many the container announces
 */
export async function trackVideo(
  request: TrackVideoRequest,
  provider: TrackingProvider,
  onFrame: (done: number, announced: number | undefined) => void,
): Promise<TrackedVideo> {
  const started = performance.now();
  const before = { ...provider.timings };
  const { path, ...video } = request.video;
  const info = await readVideoInfo(path);
  const announced = info.announcedFrames;
  await provider.begin();
  const writer = await TrackWriter.create(request.target);
  try {
    const { width, height, fps, durationSeconds } = info;
    await writer.line(
      trackingHeader(
        {
          video: { ...video, width, height, fps, duration_s: durationSeconds },
          provider: {
            name: provider.name,
            version: provider.version,
            models: provider.models.map((model) => ({ ...model })),
            channels: provider.tracksFace ? ['pose', 'hands', 'face'] : ['pose', 'hands'],
          },
        },
        request.postprocess,
      ),
    );
    const quality = new QualityMeter(info);
    const finished: object[] = [];
    let written = 0;
    const postprocessor = new Postprocessor(request.postprocess, width / height, (frame) => {
      quality.observe(frame);
      finished.push(trackingFrame(frame, written++));
    });
    const writeFinished = async (): Promise<void> => {
      for (const line of finished.splice(0)) await writer.line(line);
    };
    const raw = createLandmarkFrame();
    const source = openVideo(path, info);
    let frames = 0;
    for await (const { image, timeSeconds } of source.frames) {
      provider.track(image, timeSeconds, raw);
      quality.observeRaw(raw);
      postprocessor.push(raw);
      await writeFinished();
      onFrame(++frames, announced);
    }
    postprocessor.flush();
    await writeFinished();
    requireReadable(frames, source.damagedFrames(), announced);
    const track = await writer.finish();
    const timings = {
      pose: provider.timings.pose - before.pose,
      hands: provider.timings.hands - before.hands,
      face: provider.timings.face - before.face,
      total: performance.now() - started,
    };
    const conditions = { tracksFace: provider.tracksFace, damagedFrames: source.damagedFrames() };
    return { track, info, quality: quality.report(conditions), frames, timings };
  } catch (error) {
    await writer.abandon();
    throw error;
  }
}

function requireReadable(frames: number, damaged: number, announced: number | undefined): void {
  if (frames === 0) {
    throw new MimesisError('no_frames', 'The video holds no picture that can be decoded.', {
      remedy: 'Check that the file plays in a video player; copy it again from its source.',
    });
  }
  // Without a complaint from ffmpeg the file is whole, even where its frames are fewer than its own figures say.
  const expected = damaged === 0 ? frames : Math.max(frames, announced ?? frames);
  const readable = frames - damaged;
  if (readable >= expected * READABLE_SHARE) return;
  throw new MimesisError(
    'unreadable_media',
    `The video is damaged: only ${readable} of ${expected} frames can be read.`,
    {
      remedy: 'Copy the file again from its source, or repair it, then run with --resume.',
    },
  );
}

import { z } from 'zod';
import { MimesisError } from '#shared/contract/index.ts';
import { probe } from './ffmpeg.ts';

/** What a video file says of itself, as it is shown: rotation and pixel shape applied. */
export interface VideoInfo {
  readonly width: number;
  readonly height: number;
  /** Mean frames per second; 0 for a still image. */
  readonly fps: number;
  readonly durationSeconds: number;
  /** Frames that the container announces; undefined where it does not say. */
  readonly announcedFrames: number | undefined;
  readonly codec: string;
}

const ratio = z
  .string()
  .regex(/^\d+[/:]\d+$/)
  .catch('0/1');
const number = z.coerce.number().catch(0);
const streamSchema = z.object({
  codec_type: z.string(),
  codec_name: z.string().catch('unknown'),
  width: number,
  height: number,
  avg_frame_rate: ratio,
  sample_aspect_ratio: ratio.catch('1:1'),
  nb_frames: number.optional(),
  duration: number.optional(),
  disposition: z.object({ attached_pic: number.optional() }).optional(),
  rotation: number.optional(),
  side_data_list: z.array(z.object({ rotation: number.optional() })).optional(),
});
const probeSchema = z.object({
  streams: z.array(z.unknown()),
  format: z.object({ duration: number.optional(), format_name: z.string().catch('') }),
});

function readRatio(text: string): number {
  const [above = 0, below = 0] = text.split(/[/:]/).map(Number);
  return below === 0 ? 0 : above / below;
}

/** Reads a video's size, rate and length. Throws `unreadable_media`, also for a file without pictures. */
export async function readVideoInfo(path: string): Promise<VideoInfo> {
  const { streams, format } = probeSchema.parse(await probe(path));
  const videos = streams
    .map((stream) => streamSchema.safeParse(stream))
    .flatMap((read) => (read.success ? [read.data] : []));
  const video = videos.find(
    (stream) => stream.codec_type === 'video' && stream.width > 0 && stream.height > 0,
  );
  if (!video) {
    throw new MimesisError('unreadable_media', 'The file has no picture track.', {
      remedy: 'Check that this is a video file and not only sound.',
    });
  }
  const still = /^(image2|\w+_pipe)$/.test(format.format_name);
  const pixelAspect = readRatio(video.sample_aspect_ratio) || 1;
  const shownWidth = Math.round(video.width * pixelAspect);
  const rotation = Math.abs(
    video.side_data_list?.find((data) => data.rotation !== undefined)?.rotation ?? video.rotation ?? 0,
  );
  const turned = rotation % 180 === 90;
  return {
    width: turned ? video.height : shownWidth,
    height: turned ? shownWidth : video.height,
    fps: still ? 0 : readRatio(video.avg_frame_rate),
    durationSeconds: still ? 0 : video.duration || format.duration || 0,
    announcedFrames: still ? 1 : video.nb_frames || undefined,
    codec: video.codec_name,
  };
}

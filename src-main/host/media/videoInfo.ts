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
  /**
   * Frames to expect: the picture track's own length times its mean rate; undefined where the file does not say. Sound
   * may last longer than the pictures, and a cut file may hold frames that are not shown, so neither is counted.
   */
  readonly announcedFrames: number | undefined;
  readonly codec: string;
  /** Presentation time of the first picture by the file's own clock, which players count by too. */
  readonly firstFrameSeconds: number;
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
  duration: number.optional(),
  start_time: number,
  disposition: z.object({ attached_pic: number.optional() }).optional(),
  tags: z.object({ DURATION: z.string().optional() }).optional(),
  rotation: number.optional(),
});
type Stream = z.infer<typeof streamSchema>;
const probeSchema = z.object({
  streams: z.array(z.unknown()),
  format: z.object({ duration: number.optional(), start_time: number, format_name: z.string().catch('') }),
});

function readRatio(text: string): number {
  const [above = 0, below = 0] = text.split(/[/:]/).map(Number);
  return below === 0 ? 0 : above / below;
}

/** A track's own length in seconds; Matroska and WebM keep it in a tag, as `00:00:02.023000000`. */
function ownDuration({ duration, tags }: Stream): number | undefined {
  const [, hours, minutes, seconds] = /^(\d+):(\d+):(\d+(?:\.\d+)?)$/.exec(tags?.DURATION ?? '') ?? [];
  const tagged = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return duration || tagged || undefined;
}

/** Reads a video's size, rate and length. Throws `unreadable_media`, also for a file without pictures. */
export async function readVideoInfo(path: string): Promise<VideoInfo> {
  const { streams, format } = probeSchema.parse(await probe(path));
  const videos = streams
    .map((stream) => streamSchema.safeParse(stream))
    .flatMap((read) => (read.success ? [read.data] : []));
  const video = videos.find(
    ({ codec_type, disposition, width, height }) =>
      codec_type === 'video' && disposition?.attached_pic !== 1 && width > 0 && height > 0,
  );
  if (!video) {
    throw new MimesisError('unreadable_media', 'The file has no picture track.', {
      remedy: 'Check that this is a video file and not only sound.',
    });
  }
  const still = /^(image2|\w+_pipe)$/.test(format.format_name);
  const pixelAspect = readRatio(video.sample_aspect_ratio) || 1;
  const shownWidth = Math.round(video.width * pixelAspect);
  const turned = Math.abs(video.rotation ?? 0) % 180 === 90;
  const fps = still ? 0 : readRatio(video.avg_frame_rate);
  const duration = still ? undefined : ownDuration(video);
  return {
    width: turned ? video.height : shownWidth,
    height: turned ? shownWidth : video.height,
    fps,
    durationSeconds: still ? 0 : (duration ?? (format.duration || 0)),
    announcedFrames: still ? 1 : Math.round((duration ?? 0) * fps) || undefined,
    codec: video.codec_name,
    // Players shift a clock that begins below 0, so that it begins at 0.
    firstFrameSeconds: video.start_time - Math.min(0, format.start_time),
  };
}

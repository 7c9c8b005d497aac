import { UNREAL_PACKAGE_FILES, type UnrealMeta, unrealMetaSchema } from '#shared/formats/index.ts';
import type { PackageFolder } from './packageFolder.ts';
import { unrealName } from './safeNames.ts';
import type { CompleteUnrealSettings, UnrealSource } from './source.ts';
import type { TrackSummary } from './trackSummary.ts';

/** A frame more is not added for what lies this far (in frames) past a whole one: rounding of decimal seconds. */
const ROUNDING = 1e-6;

/** The content of `meta.json`. */
export function packageMeta(
  { clip, track, quality }: UnrealSource,
  { header, frames, lastSeconds }: TrackSummary,
  folder: PackageFolder,
  settings: CompleteUnrealSettings,
): UnrealMeta {
  const length = Math.max(clip.durationSeconds, lastSeconds);
  return unrealMetaSchema.parse({
    format: 'mimesis-unreal-package',
    version: 1,
    clip: {
      id: clip.id,
      word: clip.word,
      video_id: clip.videoId,
      filename: clip.filename,
      sha1: clip.sha1,
      width: clip.width,
      height: clip.height,
      fps: clip.fps,
      duration_s: clip.durationSeconds,
    },
    track: {
      file: UNREAL_PACKAGE_FILES.track,
      sha256: track.sha256,
      provider: { name: header.provider.name, version: header.provider.version },
      frames,
    },
    quality,
    content: contentOf(frames),
    unreal: {
      asset_path: `${settings.unrealAssetPath}/${unrealName(folder.word)}`,
      asset_name: unrealName(folder.base),
      frame_rate: settings.exportFps,
      number_of_frames: Math.max(1, Math.ceil(length * settings.exportFps - ROUNDING)),
    },
  } satisfies UnrealMeta);
}

function contentOf(frames: TrackSummary['frames']): UnrealMeta['content'] {
  return {
    face: frames.face > 0 ? 'curves' : 'absent',
    body: frames.pose > 0 ? 'landmarks' : 'absent',
    hands: frames.left_hand + frames.right_hand > 0 ? 'landmarks' : 'absent',
    body_solve: false,
    notes: [
      frames.face > 0
        ? `Face: the importer makes MetaHuman curves of the ${frames.face} of ${frames.total} frames that show a face.`
        : 'Face: absent, no frame of the track has one, so the importer has nothing to make.',
      'Body and hands: they travel as landmarks in the tracking file. No body solve (bone rotations) is in this package yet.',
    ],
  };
}

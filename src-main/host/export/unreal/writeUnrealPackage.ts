import { join, resolve } from 'node:path';
import {
  UNREAL_PACKAGE_FILES,
  type UnrealIndexEntry,
  type UnrealMeta,
  unrealIndexEntrySchema,
} from '#shared/formats/index.ts';
import { ioError } from '../../files/index.ts';
import {
  commonFiles,
  copyTrack,
  damagedTrack,
  json,
  type PackageFile,
  writePackageFile,
} from './packageFiles.ts';
import { choosePackageFolder, type PackageFolder } from './packageFolder.ts';
import { packageMeta } from './packageMeta.ts';
import { replaceFolder } from './replaceFolder.ts';
import { completeSettings, type UnrealSettings, type UnrealSource } from './source.ts';
import { summariseTrack } from './trackSummary.ts';

export interface WrittenPackage {
  /** Absolute path. */
  readonly folder: string;
  readonly entry: UnrealIndexEntry;
}

/**
 * Writes one clip's package, `<outFolder>/<word>/<file name>/`, whole or not at all: until the new one is complete and on
 * disk an older package of the same clip stays. Call it for one package after another: two at once could choose the same
 * folder. `writeUnrealIndex` then lists them.
 *
 * Throws `MimesisError`: `damaged_track` (unreadable, other checksum, torn, of another video), `usage` (settings),
 * `disk_full`, `io`.
 */
export async function writeUnrealPackage({
  outFolder,
  settings = {},
  ...source
}: UnrealSource & { outFolder: string; settings?: UnrealSettings }): Promise<WrittenPackage> {
  const complete = completeSettings(settings);
  const out = resolve(outFolder);
  try {
    const place = await choosePackageFolder(out, source.clip);
    const folder = join(out, place.word, place.base);
    const entry = await replaceFolder(folder, async (fresh) => {
      const track = await copyTrack(source.track, fresh);
      const summary = await summariseTrack(join(fresh, track.name));
      if (summary.header.video.sha1 !== source.clip.sha1) {
        throw damagedTrack(`The track ${source.track.path} belongs to another video.`);
      }
      return writeDescription(fresh, track, packageMeta(source, summary, place, complete), place);
    });
    return { folder, entry };
  } catch (error) {
    throw ioError(error, `The package of "${source.clip.word}" (${source.clip.filename}) cannot be written`);
  }
}

/** Everything beside the track; the index entry comes last. */
async function writeDescription(
  folder: string,
  track: PackageFile,
  meta: UnrealMeta,
  place: PackageFolder,
): Promise<UnrealIndexEntry> {
  const { mapping, importer } = await commonFiles();
  const entry = indexEntry(meta, place, [
    track,
    await writePackageFile(folder, UNREAL_PACKAGE_FILES.meta, json(meta)),
    await writePackageFile(folder, UNREAL_PACKAGE_FILES.mapping, mapping),
    await writePackageFile(folder, UNREAL_PACKAGE_FILES.importer, importer),
  ]);
  await writePackageFile(folder, UNREAL_PACKAGE_FILES.indexEntry, json(entry));
  return entry;
}

function indexEntry(meta: UnrealMeta, place: PackageFolder, files: PackageFile[]): UnrealIndexEntry {
  const { clip, track, quality, unreal } = meta;
  return unrealIndexEntrySchema.parse({
    format: 'mimesis-unreal-index-entry',
    version: 1,
    word: clip.word,
    clip_id: clip.id,
    video_id: clip.video_id,
    sha1: clip.sha1,
    folder: `${place.word}/${place.base}`,
    asset: `${unreal.asset_path}/${unreal.asset_name}`,
    files,
    frames: track.frames.total,
    duration_s: clip.duration_s,
    fps: clip.fps,
    quality_score: quality.score,
    issues: quality.issues,
    tracker: track.provider,
  } satisfies UnrealIndexEntry);
}

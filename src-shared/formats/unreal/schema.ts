import { z } from 'zod';

/** The files of one package, `<word>/<file name without ending>/` in the export folder. */
export const UNREAL_PACKAGE_FILES = {
  track: 'tracking_v2.jsonl.gz',
  meta: 'meta.json',
  mapping: 'metahuman_mapping.json',
  importer: 'unreal_import.py',
  indexEntry: 'index_entry.json',
} as const;

const seconds = z.number().min(0);
const count = z.int().min(0);
const sha1 = z.string().regex(/^[0-9a-f]{40}$/);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const tracker = z.object({ name: z.string(), version: z.string() });

/** A content path and its parts: ASCII letters, digits and underscores, as `/Game/NSL/Animations`. */
const unrealPath = z.string().regex(/^(\/[A-Za-z0-9_]+)+$/);

/** What every quality report says; the measures behind the score travel along unchanged. */
export const unrealQualitySchema = z.looseObject({
  score: z.number().min(0).max(1),
  issues: z.array(z.string()),
});
export type UnrealQuality = z.infer<typeof unrealQualitySchema>;

/** `meta.json`: what the package holds, where it comes from, and what the importer is to make of it. */
export const unrealMetaSchema = z.object({
  format: z.literal('mimesis-unreal-package'),
  version: z.literal(1),
  clip: z.object({
    id: z.uuid(),
    word: z.string(),
    video_id: z.uuid(),
    filename: z.string(),
    sha1,
    width: z.int().positive(),
    height: z.int().positive(),
    fps: z.number().min(0),
    duration_s: seconds,
  }),
  track: z.object({
    file: z.literal(UNREAL_PACKAGE_FILES.track),
    sha256,
    provider: tracker,
    /** Frames in all, and those in which each channel was found. */
    frames: z.object({ total: count, face: count, pose: count, left_hand: count, right_hand: count }),
  }),
  quality: unrealQualitySchema,
  content: z.object({
    face: z.enum(['curves', 'absent']),
    body: z.enum(['landmarks', 'absent']),
    hands: z.enum(['landmarks', 'absent']),
    body_solve: z.literal(false),
    /** The same in plain words. */
    notes: z.array(z.string()),
  }),
  unreal: z.object({
    asset_path: unrealPath,
    asset_name: z.string().regex(/^[A-Za-z0-9_]+$/),
    /** Frames per second of the AnimSequence. Its curves keep the video's true frame times. */
    frame_rate: z.int().positive(),
    /** Length of the AnimSequence; its last key lies no later. */
    number_of_frames: z.int().positive(),
  }),
});
export type UnrealMeta = z.infer<typeof unrealMetaSchema>;

/** `index_entry.json`: what a catalogue shows of a package. `folder` is relative to the export folder, with `/`. */
export const unrealIndexEntrySchema = z.object({
  format: z.literal('mimesis-unreal-index-entry'),
  version: z.literal(1),
  word: z.string(),
  clip_id: z.uuid(),
  video_id: z.uuid(),
  sha1,
  folder: z.string().regex(/^[^/]+\/[^/]+$/),
  /** Content path and name of the AnimSequence. */
  asset: unrealPath,
  /** The package's other files. */
  files: z.array(z.object({ name: z.string(), bytes: count, sha256 })),
  frames: count,
  duration_s: seconds,
  fps: z.number().min(0),
  quality_score: z.number().min(0).max(1),
  issues: z.array(z.string()),
  tracker,
});
export type UnrealIndexEntry = z.infer<typeof unrealIndexEntrySchema>;

/** `index.json` in the export folder: the entries of all packages, sorted by folder. */
export const unrealIndexSchema = z.object({
  format: z.literal('mimesis-unreal-index'),
  version: z.literal(1),
  entries: z.array(unrealIndexEntrySchema),
});
export type UnrealIndex = z.infer<typeof unrealIndexSchema>;

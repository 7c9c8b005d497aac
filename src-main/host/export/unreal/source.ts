import { z } from 'zod';
import { MimesisError } from '#shared/contract/index.ts';
import type { UnrealQuality } from '#shared/formats/index.ts';

/** A clip as the store knows it. */
export interface UnrealClip {
  readonly id: string;
  readonly word: string;
  readonly videoId: string;
  readonly filename: string;
  /** Of the video file. */
  readonly sha1: string;
  readonly width: number;
  readonly height: number;
  readonly fps: number;
  readonly durationSeconds: number;
}

/** What one package is made from. */
export interface UnrealSource {
  readonly clip: UnrealClip;
  /** A tracking file of format v2 and the SHA-256 it was stored with. */
  readonly track: { readonly path: string; readonly sha256: string };
  readonly quality: UnrealQuality;
}

const settingsSchema = z.object({
  /** Frame rate of the AnimSequence, 1..240. */
  exportFps: z.int().min(1).max(240).default(25),
  /** Content folder under which each word gets its own. */
  unrealAssetPath: z
    .string()
    .regex(/^(\/[A-Za-z0-9_]+)+$/, 'must look like /Game/Folder, in ASCII letters, digits and underscores')
    .default('/Game/NSL/Animations'),
});
export type UnrealSettings = z.input<typeof settingsSchema>;
export type CompleteUnrealSettings = z.output<typeof settingsSchema>;

/** Settings with defaults filled in. Throws `MimesisError('usage')` for one that makes no sense. */
export function completeSettings(settings: UnrealSettings): CompleteUnrealSettings {
  const result = settingsSchema.safeParse(settings);
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new MimesisError('usage', `The export settings are not valid (${problems.join('; ')}).`, {
    cause: result.error,
  });
}

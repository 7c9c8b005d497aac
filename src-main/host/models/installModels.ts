import { join } from 'node:path';
import { type ErrorInfo, MimesisError, toErrorInfo } from '#shared/contract/index.ts';
import { assembleModel, assemblyPackageFolder } from './assembly/assemble.ts';
import { download } from './download.ts';
import { type CatalogueModel, type ModelName, modelCatalogue } from './modelCatalogue.ts';
import { checkModelFile, isRelease, writeModelFile } from './modelFile.ts';
import { type ModelPlaces, modelPlaces } from './modelPlaces.ts';
import { locateModel } from './modelStore.ts';

/** What became of one model. */
export type ModelInstallation =
  | { readonly kind: 'present'; readonly name: ModelName; readonly path: string }
  | { readonly kind: 'installed'; readonly name: ModelName; readonly path: string }
  | { readonly kind: 'unavailable'; readonly name: ModelName; readonly error: ErrorInfo };

export interface InstallOptions {
  readonly places?: ModelPlaces;
  /** Folder of the installed @mediapipe/holistic, when it is not where Node finds it. */
  readonly packageFolder?: string;
  /** Where the face model is fetched from instead of its official address. */
  readonly faceUrl?: string;
}

const ANSWER_TIMEOUT_MS = 5_000;
const TOTAL_TIMEOUT_MS = 120_000;

/**
 * Puts every model that is not there yet into the user's folder: hand and pose are assembled, face is downloaded when no
 * right copy is found on this machine. A damaged file in the user's folder is replaced. Never throws for a model that
 * cannot be had: its entry says why. Entries are in catalogue order.
 */
export async function installModels(options: InstallOptions = {}): Promise<ModelInstallation[]> {
  const installations: ModelInstallation[] = [];
  for (const model of Object.values(modelCatalogue)) {
    try {
      installations.push(await installModel(model, options.places ?? modelPlaces(), options));
    } catch (error) {
      installations.push({ kind: 'unavailable', name: model.name, error: toErrorInfo(error) });
    }
  }
  return installations;
}

async function installModel(
  model: CatalogueModel,
  places: ModelPlaces,
  { packageFolder, faceUrl }: InstallOptions,
): Promise<ModelInstallation> {
  const { name } = model;
  if (model.source === 'assembled') {
    const path = join(places.userFolder, model.fileName);
    const present = await checkModelFile(path, model);
    if (present.kind === 'right') return { kind: 'present', name, path };
    const shipped = await locateModel(name, places);
    if (shipped.kind === 'found' && shipped.source === 'app')
      return { kind: 'present', name, path: shipped.path };
    const bytes = await assembleModel(model.name, packageFolder ?? assemblyPackageFolder());
    return await install(model, places, bytes);
  }
  const located = await locateModel(name, places);
  if (located.kind === 'found') return { kind: 'present', name, path: located.path };
  return await install(model, places, await downloadModel(model, faceUrl, located.remedy));
}

async function install(
  model: CatalogueModel,
  { userFolder }: ModelPlaces,
  bytes: Uint8Array,
): Promise<ModelInstallation> {
  if (!isRelease(bytes, model)) {
    throw new MimesisError('model_damaged', `The new ${model.fileName} is not the expected file.`, {
      remedy: `Its source was changed or damaged on the way. Try again; or save ${model.officialUrl} in ${userFolder}.`,
    });
  }
  const path = await writeModelFile(userFolder, model.fileName, bytes);
  return { kind: 'installed', name: model.name, path };
}

async function downloadModel(
  model: CatalogueModel,
  url = model.officialUrl,
  remedy: string,
): Promise<Uint8Array> {
  try {
    return await download(url, {
      maxBytes: Math.max(...model.releases.map(({ bytes }) => bytes)),
      answerTimeoutMs: ANSWER_TIMEOUT_MS,
      totalTimeoutMs: TOTAL_TIMEOUT_MS,
    });
  } catch (cause) {
    const { message } = toErrorInfo(cause);
    throw new MimesisError('model_missing', message, { remedy, cause });
  }
}

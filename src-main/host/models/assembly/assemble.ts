import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { MimesisError } from '#shared/contract/index.ts';
import { openPackedAssets } from './packedAssets.ts';
import { storedZip } from './storedZip.ts';
import { addNormalization, type Normalization } from './tfliteMetadata.ts';

/** The npm package whose files hold the weights of the hand and pose models (Apache-2.0). */
const ASSEMBLY_PACKAGE = '@mediapipe/holistic';

export type AssembledModelName = 'hand_landmarker' | 'pose_landmarker_lite' | 'pose_landmarker_full';

interface BundlePart {
  /** Name in the bundle, as MediaPipe's tasks look it up. */
  readonly name: string;
  /** Name of the model in the package. */
  readonly model: string;
  /** Whether it lies in the packed assets or beside them. */
  readonly packed: boolean;
  readonly normalization: Normalization;
}

// Value ranges of the models' inputs: the legacy graphs' ImageToTensorCalculator options output_tensor_float_range.
const ZERO_TO_ONE: Normalization = { mean: 0, std: 255 };
const MINUS_ONE_TO_ONE: Normalization = { mean: 127.5, std: 127.5 };

const handParts: readonly BundlePart[] = [
  {
    name: 'hand_detector.tflite',
    model: 'palm_detection_full.tflite',
    packed: true,
    normalization: ZERO_TO_ONE,
  },
  {
    name: 'hand_landmarks_detector.tflite',
    model: 'hand_landmark_full.tflite',
    packed: true,
    normalization: ZERO_TO_ONE,
  },
];

function poseParts(landmarkModel: string): readonly BundlePart[] {
  return [
    {
      name: 'pose_detector.tflite',
      model: 'pose_detection.tflite',
      packed: true,
      normalization: MINUS_ONE_TO_ONE,
    },
    {
      name: 'pose_landmarks_detector.tflite',
      model: landmarkModel,
      packed: false,
      normalization: ZERO_TO_ONE,
    },
  ];
}

const bundles: Readonly<Record<AssembledModelName, readonly BundlePart[]>> = {
  hand_landmarker: handParts,
  pose_landmarker_lite: poseParts('pose_landmark_lite.tflite'),
  pose_landmarker_full: poseParts('pose_landmark_full.tflite'),
};

/** Folder of the installed package; throws `MimesisError('model_missing')` when it is not installed. */
export function assemblyPackageFolder(): string {
  try {
    return dirname(createRequire(import.meta.url).resolve(`${ASSEMBLY_PACKAGE}/package.json`));
  } catch (cause) {
    throw new MimesisError('model_missing', `The npm package ${ASSEMBLY_PACKAGE} is not installed.`, {
      remedy: 'Run "npm ci" in the folder of the app.',
      cause,
    });
  }
}

/**
 * The bytes of a MediaPipe `.task` bundle, built from the files of `packageFolder`: always the same for the same files.
 * Throws `MimesisError` of kind `model_missing` or `model_damaged` when the package lacks a file or has a broken one.
 */
export async function assembleModel(name: AssembledModelName, packageFolder: string): Promise<Uint8Array> {
  const assets = openPackedAssets(
    (await readPackageFile(packageFolder, 'holistic_solution_packed_assets_loader.js')).toString('utf8'),
    await readPackageFile(packageFolder, 'holistic_solution_packed_assets.data'),
  );
  const entries = bundles[name].map(async ({ name: entryName, model, packed, normalization }) => {
    const bytes = packed ? assets.file(model) : await readPackageFile(packageFolder, model);
    return { name: entryName, bytes: addNormalization(bytes, normalization) };
  });
  return storedZip(await Promise.all(entries));
}

async function readPackageFile(folder: string, name: string): Promise<Buffer> {
  try {
    return await readFile(join(folder, name));
  } catch (cause) {
    throw new MimesisError('model_missing', `The npm package ${ASSEMBLY_PACKAGE} has no readable ${name}.`, {
      remedy: 'Run "npm ci" in the folder of the app.',
      cause,
    });
  }
}

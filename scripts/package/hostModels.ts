import { basename } from 'node:path';
import type { FileSet } from 'electron-builder';
import { locateModel, type ModelName } from '../../src-main/host/models/index.ts';
import { say } from './say.ts';

/** Those that the tracker of videos loads, and that of a camera. */
const NAMES: readonly ModelName[] = [
  'pose_landmarker_full',
  'pose_landmarker_lite',
  'hand_landmarker',
  'face_landmarker',
];

/** The tracking models of this machine, each hash-checked, for `target`. Says which the app will lack. */
export async function hostModels(target: string): Promise<FileSet[]> {
  const files: FileSet[] = [];
  for (const name of NAMES) {
    const model = await locateModel(name);
    if (model.kind === 'found') files.push({ from: model.path, to: `${target}/${basename(model.path)}` });
    else say(`the package will lack the model ${name}: its users must get it themselves. ${model.remedy}`);
  }
  return files;
}

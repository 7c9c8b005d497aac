import { accessSync, constants, mkdirSync, statfsSync } from 'node:fs';
import { locateModel, type ModelName, modelCatalogue } from '../models/index.ts';
import { userDataFolder } from '../userData.ts';
import type { Finding } from './finding.ts';

const NEEDS: Record<ModelName, Finding['need'] | undefined> = {
  pose_landmarker_full: 'main job',
  hand_landmarker: 'main job',
  face_landmarker: 'face',
  pose_landmarker_lite: undefined,
};

/** The tracking models, hash-checked. */
export async function examineModels(): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const name of Object.keys(modelCatalogue) as ModelName[]) {
    const need = NEEDS[name];
    if (need === undefined) continue;
    const model = await locateModel(name);
    const base = { name: `model ${name}`, state: model.kind, need };
    findings.push(
      model.kind === 'found'
        ? { ...base, detail: model.source }
        : { ...base, detail: '', remedy: model.remedy },
    );
  }
  return findings;
}

/** The folder for the user's data: whether it can be written, and the room on its disk. */
export function examineDataFolder(): Finding {
  const folder = userDataFolder();
  const finding = { name: 'data folder', need: 'main job' } as const;
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    const { bavail, bsize } = statfsSync(folder);
    return { ...finding, state: 'found', detail: `${folder}, ${Math.round((bavail * bsize) / 1e9)} GB free` };
  } catch {
    return {
      ...finding,
      state: 'damaged',
      detail: folder,
      remedy: `Make ${folder} writable, or set MIMESIS_DATA_DIR.`,
    };
  }
}

import type { Finding } from './finding.ts';
import { examinePackages } from './packages.ts';
import { examinePrograms } from './programs.ts';
import { examineDataFolder, examineModels } from './storage.ts';

export { findElectron } from './electron.ts';

/** Looks at everything the program needs or can use on this computer. */
export async function examine(): Promise<Finding[]> {
  return [
    ...examinePackages(),
    ...(await examinePrograms()),
    ...(await examineModels()),
    examineDataFolder(),
  ];
}

// @ts-check
/**
 * Sets up what a fresh machine lacks; does nothing, quickly, when all is there.
 *
 *     node scripts/bootstrap.mjs [--for start|test]
 *
 * Needs only Node 20 and npm. Ends with exit code 1 when the app could not run at all.
 */
import { installDependencies } from './bootstrap/dependencies.mjs';
import { installElectron } from './bootstrap/electron.mjs';
import { installModels } from './bootstrap/models.mjs';
import { SetUpError, say } from './bootstrap/report.mjs';
import { buildStudio } from './bootstrap/studio.mjs';
import { installSystemPackages } from './bootstrap/systemPackages.mjs';

const OLDEST_NODE = 20;

/** @returns {'start' | 'test'} */
function readPurpose() {
  const [flag, value, ...rest] = process.argv.slice(2);
  if (flag === undefined) return 'start';
  if (flag === '--for' && (value === 'start' || value === 'test') && rest.length === 0) return value;
  throw new SetUpError('Usage: node scripts/bootstrap.mjs [--for start|test]');
}

try {
  const purpose = readPurpose();
  if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
    throw new SetUpError(`Node ${OLDEST_NODE} or newer is needed; this is ${process.version}.`);
  }
  installDependencies();
  installSystemPackages(purpose);
  installModels();
  buildStudio();
  installElectron();
} catch (error) {
  if (!(error instanceof SetUpError)) throw error;
  say(error.message);
  process.exitCode = 1;
}

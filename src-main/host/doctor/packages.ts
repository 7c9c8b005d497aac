import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { checkoutRoot } from '../checkout.ts';
import { examineElectron } from './electron.ts';
import type { Finding } from './finding.ts';

const require = createRequire(import.meta.url);

const REINSTALL = 'npm ci';

/** Node and the packages that hold native or version-bound code: whether each loads, and which version it is. */
export function examinePackages(): Finding[] {
  const node = Number(process.versions.node.split('.')[0]);
  return [
    {
      name: 'Node.js',
      state: node >= 24 ? 'found' : 'damaged',
      detail: process.versions.node,
      need: 'main job',
      remedy: 'Run it by "npm run mimesis", which brings Node 24.',
    },
    examinePackage('better-sqlite3', 'main job', (name) => new (require(name))(':memory:').close()),
    examinePackage('@mediapipe/tasks-vision', 'main job', (name) =>
      require.resolve(`${name}/vision_wasm_internal.wasm`),
    ),
    examinePackage('node-datachannel', 'streaming', () => require('node-datachannel')),
    // An installed app is opened by its own.
    ...(checkoutRoot() === null ? [] : [examineElectron()]),
  ];
}

function examinePackage(name: string, need: Finding['need'], use: (name: string) => unknown): Finding {
  try {
    use(name);
    return { name, state: 'found', detail: packageVersion(name), need };
  } catch (error) {
    const detail = error instanceof Error ? (error.message.split('\n')[0] ?? '') : '';
    return { name, state: 'damaged', detail, need, remedy: REINSTALL };
  }
}

function packageVersion(name: string): string {
  // Not every package exports its package.json, so it is looked for above the entry point.
  for (let folder = dirname(require.resolve(name)); folder !== dirname(folder); folder = dirname(folder)) {
    const file = join(folder, 'package.json');
    if (!existsSync(file)) continue;
    const read = z
      .object({ name: z.string(), version: z.string() })
      .safeParse(JSON.parse(readFileSync(file, 'utf8')));
    if (read.success && read.data.name === name) return read.data.version;
  }
  return '';
}

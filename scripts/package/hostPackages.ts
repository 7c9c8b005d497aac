import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileSet } from 'electron-builder';
import { z } from 'zod';
import { repositoryRoot } from '../testing/shared.ts';

const lockSchema = z.object({
  packages: z.record(z.string(), z.object({ dev: z.boolean().default(false) })),
});

/** What runs, and the licences; tests and documents stay behind. */
const NEEDED = [
  '**/*.{js,cjs,mjs,json,node,wasm}',
  '**/{LICENSE,LICENCE,license,licence,NOTICE,COPYING}*',
  '!**/{node_modules,test,tests,__tests__,doc,docs,example,examples,benchmark,benchmarks,coverage}/**',
];

/** The parts of large packages that are for other machines, or that the host does not load. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  'node_modules/better-sqlite3': [
    '!{deps,src,prebuilds}/**',
    `prebuilds/${process.platform}-${process.arch}.node`,
  ],
  'node_modules/@mediapipe/tasks-vision': ['!wasm/**', 'wasm/vision_wasm_internal.*'],
};

/**
 * The installed packages that the app's `dependencies` bring, as package-lock.json counts them, each to its own place
 * below `target`.
 */
export function hostPackages(target: string): FileSet[] {
  const lock: unknown = JSON.parse(readFileSync(join(repositoryRoot, 'package-lock.json'), 'utf8'));
  return Object.entries(lockSchema.parse(lock).packages)
    .filter(([path, { dev }]) => path !== '' && !dev && existsSync(join(repositoryRoot, path)))
    .map(([path]) => ({
      from: path,
      to: `${target}/${path}`,
      filter: [...NEEDED, ...(PARTS[path] ?? [])],
    }));
}

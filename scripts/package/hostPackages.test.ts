import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repositoryRoot } from '../testing/shared.ts';
import { hostPackages } from './hostPackages.ts';

const shipped = hostPackages('app-host').map(({ to }) => to);

/** `from 'name'`, `import('name')` or `require('name')`, where the name is no path and no part of Node. */
const IMPORT = /(?:from |import\(|require\()'((?:@[\w-]+\/)?[\w.-]+)(?:\/[^']*)?'/g;

/** Names of the packages that the host's sources load. */
function loadedByHost(): string[] {
  const sources = ['src-main/host', 'src-main/cli', 'src-shared'].flatMap((folder) =>
    readdirSync(join(repositoryRoot, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !/\.test\.ts$|testing/.test(file))
      .map((file) => readFileSync(join(repositoryRoot, folder, file), 'utf8')),
  );
  const names = sources.flatMap((source) => [...source.matchAll(IMPORT)].map(([, name = '']) => name));
  return [...new Set(names)].filter((name) => !name.startsWith('.')).sort();
}

describe('the packages that ship with the host', () => {
  it('are all those that it loads', () => {
    const loaded = loadedByHost();
    expect(loaded).toContain('fastify');
    expect(loaded.filter((name) => !shipped.includes(`app-host/node_modules/${name}`))).toEqual([]);
  });

  it('are none of those that are built into windows', () => {
    for (const name of ['react', 'react-dom', 'three', 'zustand'])
      expect(shipped).not.toContain(`app-host/node_modules/${name}`);
  });
});

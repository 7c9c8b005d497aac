import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CHILD_LIMIT } from '../testing/childLimit.ts';
import { repositoryRoot } from '../testing/shared.ts';

const IMPORTS = 'lint/style/noRestrictedImports';
const SOCKETS = 'lint/style/noRestrictedGlobals';
const bin = join(repositoryRoot, 'node_modules/.bin');

/** What must not pass: what is wrong, the rule that says so, the file and its text. */
const offences: readonly (readonly [wrong: string, rule: string, path: string, text: string])[] = [
  ['src-shared importing Node', IMPORTS, 'src-shared/face/a.ts', imports('node:fs')],
  ['src-shared importing Electron', IMPORTS, 'src-shared/face/b.ts', imports('electron')],
  ['src-shared importing React', IMPORTS, 'src-shared/face/c.ts', imports('react')],
  ['src-shared importing three', IMPORTS, 'src-shared/face/d.ts', imports('three')],
  ['src-shared importing a server', IMPORTS, 'src-shared/face/e.ts', imports('fastify')],
  ['src-shared importing the host', IMPORTS, 'src-shared/face/f.ts', imports('../../src-main/host/host.ts')],
  [
    'src-shared importing itself from outside',
    IMPORTS,
    'src-shared/face/g.ts',
    imports('#shared/body/index.ts'),
  ],
  ['the host importing Electron', IMPORTS, 'src-main/host/live/a.ts', imports('electron')],
  ['the host importing the shell', IMPORTS, 'src-main/host/live/b.ts', imports('../../shell/app.ts')],
  ['the host importing the cli', IMPORTS, 'src-main/host/live/c.ts', imports('../../cli/main.ts')],
  ['the host importing the renderer', IMPORTS, 'src-main/host/a.ts', imports('../../src-renderer/main.tsx')],
  ['the renderer importing Node', IMPORTS, 'src-renderer/live/a.ts', imports('node:fs/promises')],
  ['the renderer importing Electron', IMPORTS, 'src-renderer/live/b.ts', imports('electron')],
  ['the renderer importing the host', IMPORTS, 'src-renderer/live/c.ts', imports('../../src-main/host/a.ts')],
  ['a renderer room past its index', IMPORTS, 'src-renderer/live/d.tsx', imports('../ui/button.tsx')],
  ['a host feature past its index', IMPORTS, 'src-main/host/batch/a.ts', imports('../tracking/worker/x.ts')],
  ['a shared room past its index', IMPORTS, 'src-main/host/batch/b.ts', imports('#shared/face/arkit.ts')],
  ['the cli past an index', IMPORTS, 'src-main/cli/a.ts', imports('../host/store/sqlite.ts')],
  ['the shell past an index', IMPORTS, 'src-main/shell/a.ts', imports('../host/server/port.ts')],
  ['the composition of the host past an index', IMPORTS, 'src-main/host/host.ts', imports('./live/x.ts')],
  ['a shared room past the index of another', IMPORTS, 'src-shared/body/b.ts', imports('../face/arkit.ts')],
  ['a re-export past an index', IMPORTS, 'src-shared/body/a.ts', "export * from '../face/arkit.ts';\n"],
  [
    'a feature with a raw socket',
    SOCKETS,
    'src-renderer/live/s.ts',
    "export const s = new WebSocket('ws://x');\n",
  ],
  [
    'a feature of the shell with raw messages',
    IMPORTS,
    'src-main/shell/ipc.ts',
    "import { ipcMain } from 'electron';\nexport const x = ipcMain;\n",
  ],
  ['any', 'lint/suspicious/noExplicitAny', 'src-shared/any.ts', 'export const x: any = 1;\n'],
  [
    'a floating promise',
    'lint/nursery/noFloatingPromises',
    'src-main/cli/floating.ts',
    'async function work(): Promise<void> {}\nexport function start(): void {\n  work();\n}\n',
  ],
  [
    'an import cycle',
    'lint/suspicious/noImportCycles',
    'src-shared/chicken.ts',
    "import { egg } from './egg.ts';\nexport const chicken = () => egg;\n",
  ],
  [
    'a non-null assertion',
    'lint/style/noNonNullAssertion',
    'src-shared/nonNull.ts',
    'export const first = (words: string[]): string => words[0]!;\n',
  ],
  [
    'a file over 600 lines',
    'lint/style/noExcessiveLinesPerFile',
    'src-shared/long.ts',
    Array.from({ length: 601 }, (_, line) => `export const a${line} = ${line};\n`).join(''),
  ],
];

/** What must pass. */
const correct: readonly (readonly [what: string, path: string, text: string])[] = [
  ['src-shared importing its rooms and zod', 'src-shared/contract/ok.ts', imports('../face/index.ts', 'zod')],
  [
    'the host importing Node and an index',
    'src-main/host/takes/ok.ts',
    imports('node:fs', '../store/index.ts'),
  ],
  ['a feature importing its own files', 'src-main/host/tracking/worker/ok.ts', imports('../x.ts', './y.ts')],
  [
    'the renderer importing shared and React',
    'src-renderer/ui/ok.tsx',
    imports('#shared/face/index.ts', 'react'),
  ],
  ['the link with its socket', 'src-renderer/link/ok.ts', "export const s = new WebSocket('ws://x');\n"],
  [
    'the bridge with its messages',
    'src-preload/index.ts',
    "import { ipcRenderer } from 'electron';\nexport const x = ipcRenderer;\n",
  ],
  ['a room with a folder named like another', 'src-shared/formats/index.ts', imports('./tracking/x.ts')],
  [
    'a test importing past an index',
    'src-main/host/batch/ok.test.ts',
    imports('../store/sqlite.ts', 'vitest'),
  ],
];

function imports(...sources: string[]): string {
  const lines = sources.map((source, index) => `import { x as x${index} } from '${source}';\n`);
  return `${lines.join('')}export const all = [${sources.map((_, index) => `x${index}`).join(', ')}];\n`;
}

const diagnosticsSchema = z.object({
  diagnostics: z.array(z.object({ category: z.string(), location: z.object({ path: z.string() }) })),
});

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mimesis-rules-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function write(path: string, text: string): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

describe('lint', () => {
  let found: ReadonlySet<string> = new Set();

  beforeAll(() => {
    for (const file of ['biome.json', '.gitignore'])
      copyFileSync(join(repositoryRoot, file), join(folder, file));
    write(
      'src-shared/egg.ts',
      "import { chicken } from './chicken.ts';\nexport const egg = () => chicken;\n",
    );
    for (const [, , path, text] of offences) write(path, text);
    for (const [, path, text] of correct) write(path, text);
    const lint = ['lint', '--reporter=json', '--max-diagnostics=none', '--diagnostic-level=error', '.'];
    const { status, stdout } = spawnSync(join(bin, 'biome'), lint, {
      ...CHILD_LIMIT,
      cwd: folder,
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    const { diagnostics } = diagnosticsSchema.parse(JSON.parse(stdout));
    found = new Set(diagnostics.map(({ category, location }) => `${location.path} ${category}`));
  });

  it.each(offences)('refuses %s', (_, rule, path) => {
    expect(found).toContain(`${path} ${rule}`);
  });

  it.each(correct)('accepts %s', (_, path) => {
    expect([...found].filter((each) => each.startsWith(`${path} `))).toEqual([]);
  });
});

describe('the check for dead code', () => {
  const index = "export { used } from './parts.ts';\n";

  beforeAll(() => {
    for (const file of [
      'knip.json',
      'package.json',
      'tsconfig.json',
      'tsconfig.node.json',
      'tsconfig.base.json',
    ]) {
      copyFileSync(join(repositoryRoot, file), join(folder, file));
    }
    symlinkSync(join(repositoryRoot, 'node_modules'), join(folder, 'node_modules'), 'junction');
    write('src-main/cli/main.ts', "import { used } from '../host/knip/index.ts';\nused();\n");
    write('src-main/host/knip/index.ts', index);
  });

  function unusedExports(parts: string): string {
    write('src-main/host/knip/parts.ts', parts);
    const knip = ['--include', 'exports', '--reporter', 'compact', '--no-config-hints'];
    return spawnSync(join(bin, 'knip'), knip, { ...CHILD_LIMIT, cwd: folder, encoding: 'utf8' }).stdout;
  }

  it('accepts an export that is used', () => {
    expect(unusedExports('export function used(): void {}\n')).not.toContain('parts.ts');
  });

  it('refuses one that is not', () => {
    const output = unusedExports('export function used(): void {}\nexport function lonely(): void {}\n');
    expect(output).toMatch(/parts\.ts.*lonely/);
  });
});

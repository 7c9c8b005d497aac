import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openDatabase } from '../src-main/host/store/database.ts';
import { TRACKING_VERSION } from '../src-shared/formats/tracking/schema.ts';
import { CHILD_LIMIT } from './testing/childLimit.ts';
import { sampleTrack } from './testing/sampleTrack.ts';
import { repositoryRoot } from './testing/shared.ts';
import { temporaryFolder } from './testing/temporaryFolder.ts';

const text = readFileSync(join(repositoryRoot, 'docs/formats.md'), 'utf8');

/** The document's first block of code in a language. */
function codeBlock(language: string): string {
  const [, code] = new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 's').exec(text) ?? [];
  if (code === undefined) throw new Error(`no ${language} in docs/formats.md`);
  return code;
}

/** The names in the first column of the Markdown table of a database table. */
function documentedColumns(table: string): string[] {
  const [, rows = ''] = new RegExp(`\\*\\*${table}\\*\\*.*\n\n((?:\\|.*\n)+)`).exec(text) ?? [];
  const cells = [...rows.matchAll(/^\| (.+?) \|/gm)].map(([, cell = '']) => cell);
  return cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
}

describe('docs/formats.md', () => {
  it('has a Python example that reads a track', () => {
    const folder = temporaryFolder();
    const lines = sampleTrack().map((line) => JSON.stringify(line));
    writeFileSync(join(folder, 'tracking.jsonl.gz'), gzipSync(`${lines.join('\n')}\n`));
    const python = process.platform === 'win32' ? 'python' : 'python3';
    const output = execFileSync(python, ['-c', codeBlock('python')], {
      ...CHILD_LIMIT,
      cwd: folder,
      encoding: 'utf8',
    });
    expect(output.trim().split(/\r?\n/)).toEqual(['0.000 s: 0.500 0.700', '0.080 s: 0.500 0.700 clamped']);
  });

  it('names every table and column of the workspace, and has a query that runs', () => {
    const database = openDatabase(join(temporaryFolder(), 'mimesis.db'));
    try {
      const named = z.array(z.object({ name: z.string() }));
      const tables = named.parse(
        database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all(),
      );
      for (const { name } of tables) {
        const columns = named.parse(database.pragma(`table_info(${name})`)).map((column) => column.name);
        expect(documentedColumns(name).sort()).toEqual(columns.sort());
      }
      expect(database.prepare(codeBlock('sql')).all()).toEqual([]);
    } finally {
      database.close();
    }
  });

  it('speaks of the version that is written', () => {
    expect(text).toContain(`## Tracking ${TRACKING_VERSION}\n`);
  });
});

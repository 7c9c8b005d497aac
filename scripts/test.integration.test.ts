import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CHILD_LIMIT } from './testing/childLimit.ts';
import { repositoryRoot } from './testing/shared.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mimesis-command-'));
  for (const file of ['package.json', 'vitest.config.ts'])
    cpSync(join(repositoryRoot, file), join(folder, file));
  // Where the user's models are.
  cpSync(join(repositoryRoot, 'src-main/host/userData.ts'), join(folder, 'src-main/host/userData.ts'));
  mkdirSync(join(folder, 'scripts'));
  for (const part of ['test.mjs', 'bootstrap', 'testing']) {
    const filter = (path: string) => !path.endsWith('.test.ts');
    cpSync(join(repositoryRoot, 'scripts', part), join(folder, 'scripts', part), { recursive: true, filter });
  }
  symlinkSync(join(repositoryRoot, 'node_modules'), join(folder, 'node_modules'), 'junction');
  mkdirSync(join(folder, 'src-shared'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function writeTest(name: string, body: string): void {
  const file = join(folder, 'src-shared', `${name}.test.ts`);
  writeFileSync(file, `import { expect, it } from 'vitest';\n${body}\n`);
}

function runTests({ ci = '', checks = ['unit'], env: extraEnv = {} } = {}) {
  const env = { ...process.env, CI: ci, ...extraEnv };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/test.mjs', ...checks], {
    ...CHILD_LIMIT,
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  return { status, output: stdout, errors: stderr, lastLine: stdout.trimEnd().split('\n').at(-1) };
}

describe('the test command', () => {
  const passing = "it('passes', () => expect(1).toBe(1));";
  const skipping = "it('waits', (context) => context.skip('no data'));";

  it('counts every test and ends well when none failed', () => {
    writeTest('a', passing);
    writeTest('b', skipping);
    expect(runTests()).toMatchObject({ status: 0, lastLine: '1 passed, 0 failed, 1 skipped' });
  });

  it('fails for a failed test and for a file that cannot be loaded, and still runs the others', () => {
    writeTest('a', passing);
    writeTest('b', "it('fails', () => expect(1).toBe(2));");
    writeTest('c', "throw new Error('broken file');");
    expect(runTests()).toMatchObject({ status: 1, lastLine: '1 passed, 2 failed, 0 skipped' });
  });

  it('fails in CI for a test that is skipped for a reason not on the list', () => {
    writeTest('b', skipping);
    const { status, output, lastLine } = runTests({ ci: 'true' });
    expect({ status, lastLine }).toEqual({ status: 1, lastLine: '0 passed, 1 failed, 0 skipped' });
    expect(output).toContain('must not be skipped here: src-shared/b.test.ts > waits (no data)');
  });

  it('accepts in CI a reason on the list', () => {
    writeTest('b', skipping);
    const list = [{ reason: 'no data', why: 'an example' }];
    writeFileSync(join(folder, 'scripts/testing/allowed-skips.json'), JSON.stringify(list));
    expect(runTests({ ci: 'true' })).toMatchObject({ status: 0, lastLine: '0 passed, 0 failed, 1 skipped' });
  });

  it('ends a file that stands still, and says which and where', () => {
    writeTest('a', passing);
    writeTest('stuck', "it('never gives way', () => { for (;;); });");
    const { status, errors, lastLine } = runTests({ env: { MIMESIS_TEST_SILENCE_MS: '2000' } });
    expect({ status, lastLine }).toEqual({ status: 1, lastLine: '1 passed, 2 failed, 0 skipped' });
    expect(errors).toContain('nothing was heard from src-shared/stuck.test.ts');
    expect(errors).toContain('not ended: never gives way');
  });

  it('refuses the name of a check that does not exist', () => {
    expect(runTests({ checks: ['units'] }).status).toBe(2);
  });
});

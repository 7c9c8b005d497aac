import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CHILD_LIMIT } from '../../../scripts/testing/childLimit.ts';
import { inspectFile } from './inspectFile.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mimesis-inspect-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('inspectFile', () => {
  it('gives the SHA-1 and length of a file of several chunks', async () => {
    const content = Buffer.alloc(3 * 2 ** 20 + 17, 'performance');
    const path = join(folder, 'a.mp4');
    await writeFile(path, content);
    const sha1 = createHash('sha1').update(content).digest('hex');
    expect(await inspectFile(path)).toEqual({ kind: 'ready', sha1, bytes: content.length });
  });

  it('knows a published SHA-1 (FIPS 180-2, appendix A.1)', async () => {
    const path = join(folder, 'abc');
    await writeFile(path, 'abc');
    expect(await inspectFile(path)).toMatchObject({ sha1: 'a9993e364706816aba3e25717850c26c9cd0d89d' });
  });

  it('tells a missing file, a folder and an empty file apart', async () => {
    const empty = join(folder, 'empty.mp4');
    await writeFile(empty, '');
    expect(await inspectFile(join(folder, 'none.mp4'))).toMatchObject({ kind: 'missing_file' });
    expect(await inspectFile(join(empty, 'below.mp4'))).toMatchObject({ kind: 'missing_file' });
    expect(await inspectFile(folder)).toMatchObject({ kind: 'not_a_file' });
    expect(await inspectFile(empty)).toMatchObject({ kind: 'empty_file' });
  });

  it('follows a link, and calls a broken one missing', async () => {
    await writeFile(join(folder, 'a'), 'abc');
    await symlink('a', join(folder, 'good'));
    await symlink('none', join(folder, 'broken'));
    expect(await inspectFile(join(folder, 'good'))).toMatchObject({ kind: 'ready', bytes: 3 });
    expect(await inspectFile(join(folder, 'broken'))).toMatchObject({ kind: 'missing_file' });
  });

  it('says why a path cannot be read', async () => {
    await symlink('round', join(folder, 'round'));
    expect(await inspectFile(join(folder, 'round'))).toMatchObject({
      kind: 'io',
      message: expect.stringContaining('too many symbolic links'),
    });
    expect(await inspectFile('a\0b')).toMatchObject({ kind: 'io' });
  });

  it.skipIf(process.platform === 'win32')('does not wait for a pipe or read a device', async () => {
    const pipe = join(folder, 'pipe.mp4');
    execFileSync('mkfifo', [pipe], CHILD_LIMIT);
    expect(await inspectFile(pipe)).toMatchObject({ kind: 'not_a_file' });
    expect(await inspectFile('/dev/zero')).toMatchObject({ kind: 'not_a_file' });
  });
});

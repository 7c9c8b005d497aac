import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { sampleSource, twelveFaces } from './testing/samplePackage.ts';

const run = promisify(execFile);

/** Runs a shell command that sees a file system of `kilobytes` at `folder`; false where none can be mounted. */
async function onSmallDisk(folder: string, kilobytes: number, command: string): Promise<string | false> {
  const mount = `mount -t tmpfs -o size=${kilobytes}k tmpfs '${folder}'`;
  const canMount = await run('unshare', ['-rm', 'sh', '-c', mount]).then(
    () => true,
    () => false,
  );
  if (!canMount) return false;
  const { stdout } = await run('unshare', ['-rm', 'sh', '-c', `${mount} && ${command}`]);
  return stdout;
}

it('on a full disk a package fails as disk_full and leaves the older one whole', async (context) => {
  const root = await mkdtemp(join(tmpdir(), 'unreal-disk-'));
  try {
    const disk = join(root, 'disk');
    await mkdir(disk);
    const first = await sampleSource(root, {}, [{}]);
    const again = {
      ...(await sampleSource(root, { id: crypto.randomUUID() }, twelveFaces)),
      outFolder: disk,
    };
    const script = join(root, 'export.ts');
    await writeFile(
      script,
      `import { existsSync, readdirSync, writeFileSync } from 'node:fs';
       import { writeUnrealPackage } from '${join(import.meta.dirname, 'writeUnrealPackage.ts')}';
       const { folder } = await writeUnrealPackage(${JSON.stringify({ ...first, outFolder: disk })});
       try { writeFileSync('${disk}/filler', new Uint8Array(1e6)); } catch {}
       const error = await writeUnrealPackage(${JSON.stringify(again)}).catch((error) => error);
       console.log(error.kind, readdirSync(folder).length, readdirSync(folder + '/..').join());`,
    );
    const result = await onSmallDisk(disk, 128, `'${process.execPath}' '${script}'`);
    if (result === false) return context.skip('no file system can be mounted here');
    expect(result).toBe('disk_full 5 hallo_01\n');
  } finally {
    await rm(root, { recursive: true });
  }
});

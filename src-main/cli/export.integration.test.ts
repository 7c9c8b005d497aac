import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CHILD_LIMIT } from '../../scripts/testing/childLimit.ts';
import { cutClip } from '../../scripts/testing/clips.ts';
import { runCli } from '../../scripts/testing/runCli.ts';
import { requireShared } from '../../scripts/testing/shared.ts';
import { temporaryFolder } from '../../scripts/testing/temporaryFolder.ts';
import { queryWorkspace } from '../../scripts/testing/workspaceFiles.ts';
import { UNREAL_PACKAGE_FILES, unrealIndexSchema, unrealMetaSchema } from '../../src-shared/formats/index.ts';

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

describe('mimesis export unreal', () => {
  it('writes a package for every clip of a video that two words share, and an importer that runs', async (context) => {
    const folder = temporaryFolder();
    const workspace = join(folder, 'workspace');
    const out = join(folder, 'exports');
    mkdirSync(join(folder, 'videos'));
    cutClip(requireShared(context, 'media/sign-clip.mp4'), join(folder, 'videos/hånd.mp4'), 0.4);
    copyFileSync(join(folder, 'videos/hånd.mp4'), join(folder, 'videos/copy.mp4'));
    writeFileSync(join(folder, 'list.csv'), 'word;path\nhånd;videos/hånd.mp4\nfinger;videos/copy.mp4\n');
    expect((await runCli(['track', join(folder, 'list.csv'), '--workspace', workspace])).exitCode).toBe(0);

    const exported = await runCli(['export', 'unreal', '--all', '--workspace', workspace, '--out', out]);

    expect(exported.exitCode, exported.stderr).toBe(0);
    const { entries } = unrealIndexSchema.parse(readJson(join(out, 'index.json')));
    expect(entries.map((entry) => entry.word).sort()).toEqual(['finger', 'hånd']);
    for (const { folder: packageFolder } of entries) {
      const at = (name: string): string => join(out, packageFolder, name);
      expect(unrealMetaSchema.parse(readJson(at(UNREAL_PACKAGE_FILES.meta))).content).toMatchObject({
        face: 'curves',
        body_solve: false,
      });
      const dryRun = execFileSync('python3', [at(UNREAL_PACKAGE_FILES.importer), '--dry-run'], {
        ...CHILD_LIMIT,
        encoding: 'utf8',
      });
      expect(dryRun).toContain('frames show a face');
    }
    const paths = queryWorkspace(workspace, 'SELECT export_path FROM jobs').map((row) => row['export_path']);
    expect(paths.every((path) => String(path).startsWith(out))).toBe(true);

    const one = await runCli([
      'export',
      'unreal',
      '--word',
      'hånd',
      '--workspace',
      workspace,
      '--out',
      join(folder, 'one'),
    ]);
    expect(one.exitCode).toBe(0);
    expect(unrealIndexSchema.parse(readJson(join(folder, 'one/index.json'))).entries).toHaveLength(1);
  });

  it('says what is wrong with its arguments, and writes nothing', async () => {
    const workspace = join(temporaryFolder(), 'workspace');
    const out = join(temporaryFolder(), 'exports');
    for (const args of [
      ['--all'],
      ['--out', out],
      ['--all', '--word', 'x', '--out', out],
      ['--all', '--out', out],
    ]) {
      const { exitCode, stderr } = await runCli(['export', 'unreal', '--workspace', workspace, ...args]);
      expect(exitCode).toBe(2);
      expect(stderr).not.toBe('');
    }
  });
});

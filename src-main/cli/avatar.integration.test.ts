import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { testAvatar } from '../../scripts/testing/glb.ts';
import { runCli } from '../../scripts/testing/runCli.ts';
import { temporaryFolder } from '../../scripts/testing/temporaryFolder.ts';
import { PROFILE_TARGETS } from '../../src-shared/face/index.ts';

let folder = '';
let file = '';

beforeEach(() => {
  folder = temporaryFolder();
  file = join(folder, 'Anna.glb');
  writeFileSync(
    file,
    testAvatar({
      meshes: { Face: PROFILE_TARGETS.arkit.filter((name) => name !== 'tongueOut'), Shoes: [] },
      joints: ['mixamorig:Hips', 'mixamorig:Head'],
    }),
  );
});

const avatar = (...args: string[]) =>
  runCli(['avatar', ...args], { env: { MIMESIS_DATA_DIR: join(folder, 'data') } });

describe('mimesis avatar', () => {
  it('adds, lists and removes', async () => {
    const added = await avatar('add', file);
    expect(added).toMatchObject({ exitCode: 0, stderr: '' });
    expect(added.stdout).toBe('Added Anna: arkit (sure), 51 of 52 needed targets.\n');
    await avatar('add', file, '--name', 'Anna at work');

    const listed = JSON.parse((await avatar('list', '--json')).stdout);
    expect(listed.filter(({ builtIn }: { builtIn: boolean }) => !builtIn)).toEqual([
      expect.objectContaining({ name: 'Anna', profile: 'arkit' }),
      expect.objectContaining({ name: 'Anna at work' }),
    ]);
    expect((await avatar('list')).stdout).toMatch(
      /^name +profile +size\n[\s\S]*Anna at work +arkit +0\.0 MB\n/,
    );
    expect(readdirSync(join(folder, 'data/avatars'))).toHaveLength(1);

    expect((await avatar('remove', 'Anna')).stdout).toBe('Removed Anna.\n');
    expect(await avatar('remove', 'Anna')).toMatchObject({ exitCode: 2, stdout: '' });
    await avatar('remove', 'Anna at work');
    expect(readdirSync(join(folder, 'data/avatars'))).toEqual([]);
  });

  it('inspects a file and leaves the library alone', async () => {
    const { exitCode, stdout } = await avatar('inspect', file);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/profile +arkit \(sure\)/);
    expect(stdout).toContain('tongueOut');
    expect(stdout).toContain('mixamo, 2 joints known');
    const { face, skeleton, contents } = JSON.parse((await avatar('inspect', file, '--json')).stdout);
    expect(face.missing).toEqual(['tongueOut']);
    expect(skeleton.bones).toEqual({ pelvis: 'mixamorig:Hips', head: 'mixamorig:Head' });
    expect(contents.meshes).toHaveLength(2);
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });

  it.each([
    ['a file that is not there', ['add', 'nowhere.glb'], 'is not there'],
    ['a file that is no GLB', ['add', import.meta.filename], 'no GLB'],
    ['a file without a face', ['add', 'SHOES'], 'no morph targets'],
    ['nothing to add', ['add'], 'Say what to do'],
    ['an unknown command', ['dance', 'x'], 'Say what to do'],
    ['an option of another command', ['list', '--name', 'x'], 'has no option --name'],
    ['a name of two lines', ['add', 'SHOES', '--name', 'two\nlines'], 'cannot have this name'],
  ])('refuses %s', async (_, args, message) => {
    const shoes = join(folder, 'shoes.glb');
    writeFileSync(shoes, testAvatar({ meshes: { Shoes: [] } }));
    const { exitCode, stdout, stderr } = await avatar(...args.map((arg) => (arg === 'SHOES' ? shoes : arg)));
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(message);
  });
});

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { runCli } from '../../scripts/testing/runCli.ts';
import { requireShared } from '../../scripts/testing/shared.ts';
import { temporaryFolder } from '../../scripts/testing/temporaryFolder.ts';
import { Workspace } from '../host/store/index.ts';
import { makePhoneFolder, phoneCsv } from '../host/takes/testing/phoneFolder.ts';

let folder = '';
let workspace = '';

beforeEach(() => {
  folder = temporaryFolder();
  workspace = join(folder, 'workspace');
});

const take = (...args: string[]) => runCli(['take', ...args, '--workspace', workspace]);

describe('mimesis take', () => {
  it('brings in a real take, and writes it out as it was', async (context) => {
    const path = requireShared(context, 'takes/face-rom.csv');
    const imported = await take('import', path);
    expect(imported).toMatchObject({
      exitCode: 0,
      stderr: '',
      stdout: 'Imported face-rom 1: 4030 frames, 134.4 s.\n',
    });
    const out = join(folder, 'out');
    const exported = await take('export', 'face-rom 1', '--format', 'csv', '--out', out);
    expect(exported).toMatchObject({ exitCode: 0, stdout: `${join(out, 'face-rom_1_Face.csv')}\n` });
    const written = readFileSync(join(out, 'face-rom_1_Face.csv'), 'utf8');
    expect(written === readFileSync(path, 'utf8')).toBe(true);
  });

  it('lists what is there', async () => {
    const csv = join(folder, 'Walk_2_Grace.csv');
    writeFileSync(csv, phoneCsv([1, 2]));
    expect((await take('import', makePhoneFolder(folder), csv)).exitCode).toBe(0);
    const { stdout } = await take('list');
    expect(stdout).toMatch(/^name +subjects +length +frames +dropped +rating +id\n/);
    expect(stdout).toMatch(/Monolog 4 +Ada +0\.7 s +30 +0 /);
    const found = JSON.parse((await take('list', '--search', 'walk', '--json')).stdout);
    expect(found).toMatchObject([{ name: 'Walk 2', subjects: ['Grace'], hasVideo: false }]);
    expect((await take('export', found[0].id, '--format', 'jsonl', '--out', folder)).exitCode).toBe(0);
    expect(readdirSync(folder)).toContain('Walk_2_Grace.jsonl');
  });

  it('goes on where one of several cannot be imported, and says so', async () => {
    const [good, bad] = [join(folder, 'Walk_2_Grace.csv'), join(folder, 'bad.csv')];
    writeFileSync(good, phoneCsv([1, 2]));
    writeFileSync(bad, 'nothing');
    const { exitCode, stdout, stderr } = await take('import', bad, good);
    expect(exitCode).toBe(2);
    expect(stdout).toBe('Imported Walk 2: 2 frames, 1.0 s.\n');
    expect(stderr).toContain('bad.csv: Line 1 of the take has no column "Timecode"');
    await take('import', good);
    expect((await take('export', 'Walk 2', '--format', 'csv', '--out', folder)).stderr).toContain(
      '2 takes are called "Walk 2"',
    );
  });

  it.each([
    ['no command', [], 'Say what to do'],
    ['nothing to import', ['import'], 'Name what to import'],
    ['an unknown format', ['export', 'x', '--format', 'fbx', '--out', '.'], '--format csv or jsonl'],
    ['no folder', ['export', 'x', '--format', 'csv'], '--out DIR'],
    ['an unknown take', ['export', 'x', '--format', 'csv', '--out', '.'], 'no take "x"'],
    ['an option of another command', ['list', '--out', 'x'], 'has no option --out'],
  ])('refuses %s', async (_, args, message) => {
    const { exitCode, stdout, stderr } = await take(...args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  it('leaves a workspace alone in which another process works', async () => {
    const held = Workspace.open(workspace);
    const { exitCode, stderr } = await take('list');
    held.close();
    expect(exitCode).toBe(2);
    expect(stderr).toContain('Another process works in');
  });
});

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../scripts/testing/temporaryFolder.ts';
import { RecentWorkspaces } from './recentWorkspaces.ts';

/** Some folders, and the memory of them as each run of the app reads it. */
function startRemembering(folderCount: number) {
  const root = temporaryFolder();
  const folders = Array.from({ length: folderCount }, (_, i) => join(root, `workspace ${i}`));
  for (const folder of folders) mkdirSync(folder);
  const file = join(root, 'workspaces.json');
  const problems: string[] = [];
  const nextRun = () =>
    new RecentWorkspaces(file, { onChange: () => {}, onProblem: (problem) => problems.push(problem) });
  return { root, folders, file, problems, nextRun };
}

describe('recent workspaces', () => {
  it('are kept for the next run, the last opened first, each once', () => {
    const { folders, nextRun } = startRemembering(3);
    const [a = '', b = '', c = ''] = folders;
    const recent = nextRun();
    for (const folder of [a, b, c, a]) recent.add(folder);
    expect(nextRun().list()).toEqual([a, c, b]);
  });

  it('are the last eight', () => {
    const { folders, nextRun } = startRemembering(10);
    const recent = nextRun();
    for (const folder of folders) recent.add(folder);
    expect(recent.list()).toEqual(folders.slice(2).reverse());
  });

  it('are listed while their folders are there', () => {
    const { folders, nextRun } = startRemembering(2);
    const recent = nextRun();
    for (const folder of folders) recent.add(folder);
    rmSync(folders[1] ?? '', { recursive: true });
    expect(recent.list()).toEqual(folders.slice(0, 1));
  });

  it('are forgotten but for the open one', () => {
    const { folders, nextRun } = startRemembering(3);
    const recent = nextRun();
    for (const folder of folders) recent.add(folder);
    recent.clear();
    expect(nextRun().list()).toEqual(folders.slice(-1));
  });

  it.each(['', 'no JSON', '{"folders":[5]}', '[]'])('are none where their file holds %j', (content) => {
    const { file, nextRun } = startRemembering(1);
    writeFileSync(file, content);
    expect(nextRun().list()).toEqual([]);
  });

  it('are known for this run also where they cannot be written', () => {
    const { folders, file, problems, nextRun } = startRemembering(1);
    const recent = nextRun();
    mkdirSync(file);
    recent.add(folders[0] ?? '');
    expect(recent.list()).toEqual(folders);
    expect(problems).toEqual([expect.stringContaining('workspaces.json cannot be written')]);
  });
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it, onTestFinished } from 'vitest';
import { repositoryRoot } from '../../scripts/testing/shared.ts';
import { temporaryFolder } from '../../scripts/testing/temporaryFolder.ts';

/** A host that belongs to this process, as the shell starts it. */
function startHost(workspace: string) {
  const cli = join(repositoryRoot, 'src-main/cli/main.ts');
  const host = spawn(process.execPath, [cli, 'serve', '--with-shell', '--workspace', workspace]);
  onTestFinished(() => void host.kill('SIGKILL'));
  const ended = once(host, 'exit');
  const lines: string[] = [];
  createInterface(host.stdout).on('line', (line) => lines.push(line));
  return { host, ended, lines };
}

describe('a host that belongs to a shell', () => {
  it('says which workspace it holds and then where it is, and ends well when the pipe closes', async () => {
    const workspace = temporaryFolder();
    const { host, ended, lines } = startHost(workspace);
    await expect.poll(() => lines.length).toBeGreaterThanOrEqual(2);
    expect(lines[0]).toBe(`Workspace: ${workspace}`);
    expect(lines[1]).toMatch(/http:\/\/127\.0\.0\.1:\d+\/#token=\S+$/);
    host.stdin.destroy();
    expect(await ended).toEqual([0, null]);
  });

  it('ends also when its shell is gone before it is up', async () => {
    const { host, ended } = startHost(temporaryFolder());
    host.stdin.destroy();
    expect(await ended).toEqual([0, null]);
  });

  it('ends by a signal while the pipe is open', async () => {
    const { host, ended, lines } = startHost(temporaryFolder());
    await expect.poll(() => lines.length).toBeGreaterThanOrEqual(2);
    host.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  });
});

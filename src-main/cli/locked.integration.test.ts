import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { CliProcess, runCli } from '../../scripts/testing/runCli.ts';
import { temporaryFolder } from '../../scripts/testing/temporaryFolder.ts';

describe('a workspace in use', () => {
  it('is refused to a second writer, and free again when the first is killed', async () => {
    const workspace = temporaryFolder();
    const holder = new CliProcess(['serve', '--workspace', workspace]);
    await vi.waitUntil(() => existsSync(join(workspace, 'lock.txt')), { timeout: 20_000 });
    const command = ['track', '--resume', '--workspace', workspace];

    const second = await runCli(command);
    expect({ exitCode: second.exitCode, stdout: second.stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(second.stderr).toContain(`Another process works in ${workspace} (process ${holder.pid}, since `);
    expect(second.stderr).toContain('Wait until it has finished');

    holder.kill('SIGKILL');
    await holder.ended;
    expect((await runCli(command)).exitCode).toBe(0);
  });
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { repositoryRoot } from '../../scripts/testing/shared.ts';

it('goes on quietly when nobody reads its output any more', async () => {
  const cli = join(repositoryRoot, 'src-main/cli/main.ts');
  const child = spawn(process.execPath, [cli, 'doctor'], { stdio: ['ignore', 'pipe', 'pipe'] });
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  child.stdout.destroy();
  const [code] = await once(child, 'close');
  expect(complaints).toBe('');
  expect(code).toBe(0);
});

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runCli } from '../../scripts/testing/runCli.ts';
import { temporaryFolder } from '../../scripts/testing/temporaryFolder.ts';

it('the command line keeps what it has compiled in the user’s cache, and nowhere else', async () => {
  const folder = temporaryFolder();
  const env = {
    MIMESIS_CACHE_DIR: join(folder, 'cache'),
    MIMESIS_DATA_DIR: join(folder, 'data'),
    NODE_COMPILE_CACHE: undefined,
  };
  expect(await runCli(['help'], { env })).toMatchObject({ exitCode: 0, stderr: '' });
  expect(readdirSync(folder)).toEqual(['cache']);
  expect(readdirSync(join(folder, 'cache/compiled'))).toHaveLength(1);
});

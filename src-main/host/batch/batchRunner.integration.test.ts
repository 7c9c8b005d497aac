import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { DEFAULT_POSTPROCESS } from '#shared/body/index.ts';
import { temporaryFolder } from '../../../scripts/testing/temporaryFolder.ts';
import { Workspace } from '../store/index.ts';
import { BatchRunner } from './batchRunner.ts';

it('goes on with what an earlier run could not give back', async () => {
  const folder = temporaryFolder();
  const workspace = Workspace.open(folder);
  onTestFinished(() => workspace.close());
  const video = {
    path: join(folder, 'gone.mp4'),
    filename: 'gone.mp4',
    file: { kind: 'ready', sha1: 'a' },
  } as const;
  workspace.clips.storeAll(['hei', 'hallo'].map((word) => ({ word, ...video })));
  const runner = await BatchRunner.open(workspace, { workers: 1, postprocess: DEFAULT_POSTPROCESS });
  workspace.jobs.claim('a lane', 300);
  await runner.run();
  expect(workspace.jobs.count()).toMatchObject({ queued: 0, processing: 0, missing_file: 2 });
});

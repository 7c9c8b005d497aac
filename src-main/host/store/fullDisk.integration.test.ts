import { describe, expect, it, onTestFinished } from 'vitest';
import { requireSmallDisk } from '../../../scripts/testing/smallDisk.ts';
import { Workspace } from './workspace.ts';

describe('a workspace on a full disk', () => {
  it('gives no job that it could not mark as taken', (context) => {
    const disk = requireSmallDisk(context, 2 * 2 ** 20);
    const workspace = Workspace.open(disk.folder);
    onTestFinished(() => workspace.close());
    const file = { kind: 'ready', sha1: '0'.repeat(40) } as const;
    workspace.clips.storeAll([{ word: 'hei', path: '/hei.mp4', filename: 'hei.mp4', file }]);

    disk.fill();
    expect(() => workspace.jobs.claim('me', 60)).toThrow('full');
    expect(workspace.jobs.count()).toMatchObject({ queued: 1, processing: 0 });
    disk.clear();
    expect(workspace.jobs.claim('me', 60)).toMatchObject({ word: 'hei', attempts: 1 });
    expect(workspace.jobs.claim('me', 60)).toBeUndefined();
  });
});

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ffmpeg } from '../../../scripts/testing/clips.ts';
import { requireSmallDisk } from '../../../scripts/testing/smallDisk.ts';
import { temporaryFolder } from '../../../scripts/testing/temporaryFolder.ts';
import { writePlayableCopy } from './playableCopy.ts';

it('on a full disk a copy fails as disk_full, and leaves nothing', async (context) => {
  const disk = requireSmallDisk(context, 256 * 1024);
  const source = join(temporaryFolder(), 'noise.mkv');
  ffmpeg(
    '-f',
    'lavfi',
    '-i',
    'nullsrc=size=640x480:rate=25:duration=4,geq=random(1)*255',
    '-c:v',
    'mpeg4',
    source,
  );
  const writing = writePlayableCopy(source, join(disk.folder, 'copies/a.mp4'), {
    signal: new AbortController().signal,
    onProgress: () => {},
  });
  await expect(writing).rejects.toMatchObject({ kind: 'disk_full' });
  expect(readdirSync(join(disk.folder, 'copies'))).toEqual([]);
});

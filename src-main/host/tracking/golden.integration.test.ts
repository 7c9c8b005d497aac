import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { DEFAULT_POSTPROCESS, POSE_IMAGE_STRIDE } from '#shared/body/index.ts';
import { cutClip } from '../../../scripts/testing/clips.ts';
import { requireShared } from '../../../scripts/testing/shared.ts';
import { temporaryFolder } from '../../../scripts/testing/temporaryFolder.ts';
import { readTrack } from '../../../scripts/testing/workspaceFiles.ts';
import { TrackerProcess } from './trackerProcess.ts';

/**
 * How far MediaPipe's own tests let landmarks (in fractions of the frame) and blendshapes lie from these golden files:
 * mediapipe/tasks/python/test/vision/{pose,face}_landmarker_test.py.
 */
const LANDMARK_TOLERANCE = 0.03;
const BLENDSHAPE_TOLERANCE = 0.13;

let worker: Promise<TrackerProcess> | undefined;
let tracked = 0;

afterAll(async () => (await worker)?.stop());

/** Tracks a file in the one worker of these tests, each time as another video. */
async function track(path: string, folder: string) {
  worker ??= TrackerProcess.start();
  const id = `00000000-0000-4000-8000-${String(++tracked).padStart(12, '0')}`;
  const target = join(folder, `${tracked}.jsonl.gz`);
  const sha1 = createHash('sha1').update(readFileSync(path)).digest('hex');
  const video = { id, sha1, filename: basename(path), path };
  await (await worker).track({ video, target, postprocess: DEFAULT_POSTPROCESS }, () => {});
  return { id, target };
}

describe('a tracker worker', () => {
  it("gives MediaPipe's own blendshapes for its portrait", async (context) => {
    const golden = readFileSync(requireShared(context, 'golden/portrait_expected_blendshapes.pbtxt'), 'utf8');
    const { target } = await track(requireShared(context, 'media/portrait.jpg'), temporaryFolder());
    const { header, frames } = readTrack(target);
    const face = frames[0]?.face;
    expect(frames).toHaveLength(1);
    const expected = [...golden.matchAll(/score: (\S+)\s+label: "([A-Za-z]\w+)"/g)];
    expect(expected).toHaveLength(51);
    for (const [, score, name = ''] of expected) {
      const found = face?.blendshapes[header.layout.blendshapes.indexOf(name)] ?? Number.NaN;
      expect(Math.abs(found - Number(score)), name).toBeLessThanOrEqual(BLENDSHAPE_TOLERANCE);
    }
  });

  it("gives MediaPipe's own pose for its picture of a person", async (context) => {
    const golden = readFileSync(requireShared(context, 'golden/pose_landmarks.pbtxt'), 'utf8');
    const { target } = await track(requireShared(context, 'media/pose.jpg'), temporaryFolder());
    const { header, frames } = readTrack(target);
    const image = frames[0]?.pose?.image ?? [];
    const expected = [...golden.matchAll(/landmark \{\s+x: (\S+)\s+y: (\S+)/g)];
    expect(expected).toHaveLength(header.layout.pose.length);
    for (const [i, [, x, y]] of expected.entries()) {
      const found = image.slice(i * POSE_IMAGE_STRIDE);
      const name = header.layout.pose[i];
      expect(Math.abs((found[0] ?? Number.NaN) - Number(x)), `${name} x`).toBeLessThanOrEqual(
        LANDMARK_TOLERANCE,
      );
      expect(Math.abs((found[1] ?? Number.NaN) - Number(y)), `${name} y`).toBeLessThanOrEqual(
        LANDMARK_TOLERANCE,
      );
    }
  });

  it('gives the same track for the same video, whatever it tracked in between', async (context) => {
    const folder = temporaryFolder();
    const sign = join(folder, 'sign.mp4');
    const pose = join(folder, 'pose.mp4');
    cutClip(requireShared(context, 'media/sign-clip.mp4'), sign, 0.5);
    cutClip(requireShared(context, 'media/pose-clip.mp4'), pose, 0.2);
    const first = await track(sign, folder);
    await track(pose, folder);
    const second = await track(sign, folder);
    const text = ({ id, target }: { id: string; target: string }): string =>
      gunzipSync(readFileSync(target)).toString('utf8').replace(id, 'ID');
    expect(text(second)).toBe(text(first));
  });
});

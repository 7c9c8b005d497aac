import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CHILD_LIMIT } from '../../../../scripts/testing/childLimit.ts';
import { requireShared } from '../../../../scripts/testing/shared.ts';
import type { RgbaImage } from '../../tracking/frame.ts';
import { createLandmarkers } from '../../tracking/mediapipe/landmarkers.ts';
import { type AssembledModelName, assembleModel, assemblyPackageFolder } from './assemble.ts';

/** Size of pose.jpg, in pixels. */
const [WIDTH, HEIGHT] = [1000, 667];

function decode(image: string): RgbaImage {
  const args = ['-v', 'error', '-i', image, '-f', 'rawvideo', '-pix_fmt', 'rgba', '-'];
  const data = execFileSync('ffmpeg', args, { ...CHILD_LIMIT, maxBuffer: 64 * 1024 * 1024 });
  expect(data.length).toBe(WIDTH * HEIGHT * 4);
  return { data, width: WIDTH, height: HEIGHT };
}

it('an assembled full pose model finds exactly what the official one finds', async (context) => {
  const official = requireShared(context, 'models/pose_landmarker_full.task');
  const image = decode(requireShared(context, 'media/pose.jpg'));
  const folder = await mkdtemp(join(tmpdir(), 'assembled-pose-'));
  const assemble = async (name: AssembledModelName) => {
    const path = join(folder, `${name}.task`);
    await writeFile(path, await assembleModel(name, assemblyPackageFolder()));
    return path;
  };
  const hands = await assemble('hand_landmarker');
  const findPose = async (path: string) => {
    const landmarkers = await createLandmarkers({ pose: path, hands });
    const { landmarks, worldLandmarks } = landmarkers.pose.detectForVideo(image, 1);
    landmarkers.pose.close();
    landmarkers.hands.close();
    return { landmarks, worldLandmarks };
  };
  const expected = await findPose(official);
  const found = await findPose(await assemble('pose_landmarker_full'));
  await rm(folder, { recursive: true });
  expect(expected.landmarks[0]).toHaveLength(33);
  expect(expected.worldLandmarks[0]).toHaveLength(33);
  expect(found).toEqual(expected);
}, 60_000);

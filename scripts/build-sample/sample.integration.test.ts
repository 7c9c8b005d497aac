import { execFile } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TrackingFrame, trackingFrameSchema, trackingHeaderSchema } from '#shared/formats/index.ts';
import { SAMPLE_CLIPS } from '#shared/performance/index.ts';
import { frameTimes } from '../testing/clips.ts';
import { repositoryRoot } from '../testing/shared.ts';
import { type Agreement, agreementOf } from './trackedSample.ts';
import { type Truth, truthSchema } from './truthSchema.ts';

const cli = join(repositoryRoot, 'src-main/cli/main.ts');
const sample = join(repositoryRoot, 'resources/sample');
const truthOf = (clip: string): Truth =>
  truthSchema.parse(JSON.parse(readFileSync(join(sample, `${clip}.truth.json`), 'utf8')));

describe('the sample clips', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mimesis-sample-'));
  const tracked = new Map<string, TrackingFrame[]>();

  beforeAll(async () => {
    await promisify(execFile)(process.execPath, [cli, 'track', sample, '--workspace', folder]);
    for (const file of globSync(join(folder, 'tracks/*/tracking.jsonl.gz'))) {
      const [header, ...frames] = gunzipSync(readFileSync(file)).toString().trim().split('\n');
      const { video } = trackingHeaderSchema.parse(JSON.parse(header ?? ''));
      tracked.set(
        video.filename,
        frames.map((line) => trackingFrameSchema.parse(JSON.parse(line))),
      );
    }
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const agreement = (clip: string): Agreement => agreementOf(truthOf(clip), tracked.get(`${clip}.mp4`) ?? []);

  it.each(SAMPLE_CLIPS)('$name has a truth for each of its pictures', ({ name }) => {
    const { frames, joints } = truthOf(name);
    expect(frames).toHaveLength(frameTimes(join(sample, `${name}.mp4`)).length);
    expect(tracked.get(`${name}.mp4`)).toHaveLength(frames.length);
    for (const frame of frames) {
      expect(frame.rotations).toHaveLength(4 * joints.length);
      expect(frame.places).toHaveLength(2 * joints.length);
    }
  });

  it('shows a face that is found, and read as it was made', () => {
    const face = agreement('face');
    expect(face.face).toBeGreaterThan(0.97);
    for (const coefficient of ['jawOpen', 'mouthSmileLeft', 'mouthPucker', 'browInnerUp', 'eyeBlinkRight']) {
      expect(face.course(coefficient), coefficient).toBeGreaterThan(0.6);
    }
  });

  it.each(['hands', 'crossing'])('%s shows a body and hands that are found, each on its own side', (clip) => {
    const { pose, hands, swapped } = agreement(clip);
    expect(pose).toBe(1);
    expect(hands.left).toBeGreaterThan(0.85);
    expect(hands.right).toBeGreaterThan(0.85);
    expect(swapped).toBeLessThan(0.02);
  });
});

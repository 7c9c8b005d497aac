import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DEFAULT_POSTPROCESS, HAND_LANDMARKS, POSE_LANDMARKS } from '#shared/body/index.ts';
import { ARKIT_BLENDSHAPES, ARKIT_INDEX, type ArkitBlendshape, faceFeatures } from '#shared/face/index.ts';
import {
  type TrackingFrame,
  type TrackingHeader,
  trackingFrameSchema,
  trackingHeader,
} from '#shared/formats/index.ts';
import type { UnrealClip, UnrealSource } from '../source.ts';

/** A clip of 12 frames at about 30 frames per second. */
export const sampleClip: UnrealClip = {
  id: '11111111-aaaa-4aaa-8aaa-111111111111',
  word: 'hallo',
  videoId: '22222222-bbbb-4bbb-8bbb-222222222222',
  filename: 'hallo_01.mp4',
  sha1: 'c0ffee00'.repeat(5),
  width: 640,
  height: 480,
  fps: 29.97,
  durationSeconds: 0.41,
};

/** Coefficients that a test wants exactly; the others are made up, the same at every run. */
export type FaceShape = Partial<Record<ArkitBlendshape, number>> | null;

const pose = {
  image: new Array(POSE_LANDMARKS.length * 4).fill(0.5),
  world: new Array(POSE_LANDMARKS.length * 3).fill(0),
};
const hand = {
  image: new Array(HAND_LANDMARKS.length * 3).fill(0.5),
  world: new Array(HAND_LANDMARKS.length * 3).fill(0),
  score: 0.9,
};

/** Frames of a real track's form, with uneven times: one per shape, null for a frame without a face. */
export function sampleFrames(shapes: readonly FaceShape[]): TrackingFrame[] {
  const random = randomNumbers(7);
  return shapes.map((shape, index) => {
    const blendshapes = ARKIT_BLENDSHAPES.map((name) => shape?.[name] ?? Math.round(random() * 1e4) / 1e4);
    return trackingFrameSchema.parse({
      index,
      t: Math.round((index / sampleClip.fps + (index % 3) * 0.001) * 1e6) / 1e6,
      pose,
      hands: { left: hand, right: null },
      face: shape && {
        blendshapes,
        head: { rotation: [0, 0, 0, 1], translation: [0, 0, -50] },
        features: faceFeatures(Float32Array.from(blendshapes)),
      },
      bbox_person: [0.25, 0.25, 0.5, 0.5],
      confidence: { pose: 0.9, left_hand: 0.9, right_hand: 0, face: shape ? 0.9 : 0 },
      flags: {},
    });
  });
}

export const twelveFaces: readonly FaceShape[] = new Array(12).fill({});

/** Writes a track into `folder` and gives what the export needs of it. */
export async function sampleSource(
  folder: string,
  clip: Partial<UnrealClip> = {},
  shapes: readonly FaceShape[] = twelveFaces,
): Promise<UnrealSource> {
  const whole = { ...sampleClip, ...clip };
  const path = join(folder, `${whole.id}.jsonl.gz`);
  const bytes = gzipSync(
    [headerOf(whole), ...sampleFrames(shapes)].map((line) => `${JSON.stringify(line)}\n`).join(''),
  );
  await writeFile(path, bytes);
  return {
    clip: whole,
    track: { path, sha256: createHash('sha256').update(bytes).digest('hex') },
    quality: { score: 0.87, issues: ['right_hand_missing_100%'], face_coverage: 1 },
  };
}

export function coefficient(frame: TrackingFrame, name: ArkitBlendshape): number {
  return frame.face?.blendshapes[ARKIT_INDEX.get(name) ?? -1] ?? Number.NaN;
}

function headerOf(clip: UnrealClip): TrackingHeader {
  const video = {
    id: clip.videoId,
    sha1: clip.sha1,
    filename: clip.filename,
    width: clip.width,
    height: clip.height,
    fps: clip.fps,
    duration_s: clip.durationSeconds,
  };
  return trackingHeader(
    {
      video,
      provider: { name: 'mediapipe', version: '0.10.35', models: [], channels: ['pose', 'hands', 'face'] },
    },
    DEFAULT_POSTPROCESS,
  );
}

/** Numbers in 0..1 that are the same at every run (Lehmer's generator, 48271 modulo 2^31 - 1). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { requireShared } from '../../../scripts/testing/shared.ts';
import { locateModel, type ModelName } from '../models/index.ts';
import type { RgbaImage } from './frame.ts';
import { MediapipeProvider } from './mediapipe/mediapipeProvider.ts';
import type { TrackingProvider } from './provider.ts';
import { selfCheck } from './selfCheck.ts';

async function modelPath(name: ModelName): Promise<string> {
  const model = await locateModel(name);
  if (model.kind !== 'found') throw new Error(model.remedy);
  return model.path;
}

const createTracker = async (face?: string): Promise<TrackingProvider> =>
  MediapipeProvider.create(
    { pose: await modelPath('pose_landmarker_full'), hands: await modelPath('hand_landmarker'), face },
    [],
  );

/** The same tracker with something wrong about it. */
function broken(
  provider: TrackingProvider,
  track: TrackingProvider['track'],
  tracksFace = provider.tracksFace,
): TrackingProvider {
  const { name, version, models, timings } = provider;
  const begin = () => provider.begin();
  return { name, version, models, timings, tracksFace, begin, track, close: () => {} };
}

function mirrored({ data, width, height }: RgbaImage): RgbaImage {
  const pixels = new Uint32Array(data.slice().buffer);
  for (let y = 0; y < height; y++) pixels.subarray(y * width, (y + 1) * width).reverse();
  return { data: new Uint8Array(pixels.buffer), width, height };
}

describe('the self-check', () => {
  let tracker: TrackingProvider;
  beforeAll(async () => {
    tracker = await createTracker();
  });
  afterAll(() => tracker.close());

  it('passes a tracker without a face model, time after time', async () => {
    await selfCheck(tracker);
    await selfCheck(tracker);
  });

  it('says what a blind tracker does not find, and what to do', async () => {
    await expect(selfCheck(broken(tracker, () => {}))).rejects.toMatchObject({
      kind: 'self_check_failed',
      message:
        'The tracker misreads its test picture: the body is not found; the left hand is not found; the right hand is not found.',
      remedy: expect.stringContaining('npm ci'),
    });
  });

  it('notices a tracker that sees the mirror image', async () => {
    const mirror = broken(tracker, (image, time, result) => tracker.track(mirrored(image), time, result));
    await expect(selfCheck(mirror)).rejects.toMatchObject({
      kind: 'self_check_failed',
      message: expect.stringMatching(/leftEye of the body is at \(0\.\d+, 0\.\d+\), not at .*; and \d+ more/),
    });
  });

  it('notices numbers that are none', async () => {
    const odd = broken(tracker, (image, time, result) => {
      tracker.track(image, time, result);
      result.hands.right.signals.image.fill(Number.NaN);
    });
    await expect(selfCheck(odd)).rejects.toThrow('wrist of the right hand is at (NaN, NaN)');
  });

  it('passes on why a tracker could not start', async () => {
    const cause = new Error('no WebGL');
    const stuck = broken(tracker, () => {
      throw cause;
    });
    await expect(selfCheck(stuck)).rejects.toMatchObject({
      kind: 'self_check_failed',
      message: expect.stringContaining('no WebGL'),
      cause,
    });
  });
});

describe('the self-check of the face', () => {
  const createFaceTracker = (context: TestContext) =>
    createTracker(requireShared(context, 'models/face_landmarker.task'));

  it('passes a tracker with a face model', async (context) => {
    const tracker = await createFaceTracker(context);
    await selfCheck(tracker);
    tracker.close();
  });

  it('names wrong blendshapes, and is left out for a tracker without a face', async (context) => {
    const tracker = await createFaceTracker(context);
    const rigid: TrackingProvider['track'] = (image, time, result) => {
      tracker.track(image, time, result);
      result.face.signals.blendshapes.fill(0);
    };
    await expect(selfCheck(broken(tracker, rigid))).rejects.toThrow('eyeBlinkLeft is 0.000, not 0.443');
    await selfCheck(broken(tracker, rigid, false));
    tracker.close();
  });
});

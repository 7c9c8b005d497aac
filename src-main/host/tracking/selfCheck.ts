import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import {
  createLandmarkFrame,
  type FaceChannel,
  HAND_IMAGE_STRIDE,
  HAND_LANDMARKS,
  type HandChannel,
  type LandmarkFrame,
  POSE_IMAGE_STRIDE,
  POSE_LANDMARKS,
  type PoseChannel,
  SIDES,
} from '#shared/body/index.ts';
import { MimesisError } from '#shared/contract/index.ts';
import { ARKIT_BLENDSHAPES, ARKIT_INDEX } from '#shared/face/index.ts';
import { modelPlaces } from '../models/index.ts';
import { resourcePath } from '../resources.ts';
import type { TrackingProvider } from './provider.ts';
import { readPng } from './readPng.ts';

/** Allowed distance of a point, as a fraction of the frame; the nearest two points compared lie further apart. */
const POINT_TOLERANCE = 0.02;
/** Allowed difference of a blendshape coefficient. */
const BLENDSHAPE_TOLERANCE = 0.15;
/** Differences named in the message; a broken tracker gets most of them wrong. */
const NAMED_DIFFERENCES = 3;

const pointSchema = z.tuple([z.number(), z.number()]);
const handSchema = z.partialRecord(z.enum(HAND_LANDMARKS), pointSchema);
const expectedSchema = z.object({
  pose: z.partialRecord(z.enum(POSE_LANDMARKS), pointSchema),
  hands: z.object({ left: handSchema, right: handSchema }),
  blendshapes: z.partialRecord(z.enum(ARKIT_BLENDSHAPES), z.number()),
});
type Expected = z.infer<typeof expectedSchema>;

/**
 * Lets the provider track a picture whose result is known (`resources/self-check`). Finds a wrong version, a broken
 * stand-in for the browser or a wrong model before any video is tracked with it. The face is left out where the
 * provider does not track it. Throws `self_check_failed`, naming what differs.
 *
 * The provider remembers the picture until its next `begin()`.
 */
export async function selfCheck(provider: TrackingProvider): Promise<void> {
  const frame = createLandmarkFrame();
  let expected: Expected;
  try {
    const json: unknown = JSON.parse(await readFile(resourcePath('self-check', 'expected.json'), 'utf8'));
    expected = expectedSchema.parse(json);
    const image = await readPng(resourcePath('self-check', 'person.png'));
    await provider.begin();
    provider.track(image, 0, frame);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw failure(`The tracker could not check itself with its test picture: ${reason}`, cause);
  }
  const found = differences(frame, expected, provider.tracksFace);
  if (found.length === 0) return;
  const more = found.length - NAMED_DIFFERENCES;
  const list = found.slice(0, NAMED_DIFFERENCES).join('; ') + (more > 0 ? `; and ${more} more` : '');
  throw failure(`The tracker misreads its test picture: ${list}.`);
}

function failure(message: string, cause?: unknown): MimesisError {
  const remedy = `Reinstall Mimesis Studio (in a checkout: run "npm ci"). If that does not help, delete the models in ${modelPlaces().userFolder} and install them again.`;
  return new MimesisError('self_check_failed', message, { remedy, cause });
}

function differences(
  { pose, hands, face }: LandmarkFrame,
  expected: Expected,
  tracksFace: boolean,
): string[] {
  return [
    ...pointDifferences('body', pose, { names: POSE_LANDMARKS, stride: POSE_IMAGE_STRIDE }, expected.pose),
    ...SIDES.flatMap((side) =>
      pointDifferences(
        `${side} hand`,
        hands[side],
        { names: HAND_LANDMARKS, stride: HAND_IMAGE_STRIDE },
        expected.hands[side],
      ),
    ),
    ...(tracksFace ? blendshapeDifferences(face, expected.blendshapes) : []),
  ];
}

function pointDifferences(
  what: string,
  { presence, signals }: PoseChannel | HandChannel,
  { names, stride }: { names: readonly string[]; stride: number },
  expected: Partial<Record<string, readonly [number, number]>>,
): string[] {
  if (presence !== 'tracked') return [`the ${what} is not found`];
  return Object.entries(expected).flatMap(([name, point]) => {
    const start = names.indexOf(name) * stride;
    const [x = Number.NaN, y = Number.NaN] = signals.image.subarray(start, start + 2);
    // Written so that NaN counts as a difference.
    if (!point || Math.hypot(x - point[0], y - point[1]) <= POINT_TOLERANCE) return [];
    return [`${name} of the ${what} is at (${rounded(x)}, ${rounded(y)}), not at (${point.join(', ')})`];
  });
}

function blendshapeDifferences(
  { presence, signals }: FaceChannel,
  expected: Expected['blendshapes'],
): string[] {
  if (presence !== 'tracked') return ['the face is not found'];
  return Object.entries(expected).flatMap(([name, score]) => {
    const found = signals.blendshapes[ARKIT_INDEX.get(name) ?? -1] ?? Number.NaN;
    if (Math.abs(found - score) <= BLENDSHAPE_TOLERANCE) return [];
    return [`${name} is ${rounded(found)}, not ${score}`];
  });
}

const rounded = (value: number): string => value.toFixed(3);

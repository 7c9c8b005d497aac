import { MimesisError } from '#shared/contract/index.ts';
import { locateModel, type ModelName } from '../models/index.ts';
import { MediapipeProvider } from './mediapipe/mediapipeProvider.ts';
import type { TrackingProvider } from './provider.ts';

async function requireModel(name: ModelName): Promise<{ path: string; sha256: string }> {
  const model = await locateModel(name);
  if (model.kind === 'found') return model;
  throw model.kind === 'damaged'
    ? new MimesisError('model_damaged', `The model ${name} is damaged.`, { remedy: model.remedy })
    : new MimesisError('model_missing', `The model ${name} is not installed.`, { remedy: model.remedy });
}

/**
 * The tracker with the installed models, each hash-checked. Throws `model_missing` or `model_damaged` for pose and
 * hands; a face model that cannot be used leaves the face out.
 */
export async function createProvider(): Promise<TrackingProvider> {
  const pose = await requireModel('pose_landmarker_full');
  const hands = await requireModel('hand_landmarker');
  const face = await locateModel('face_landmarker');
  const used = [
    { name: 'pose_landmarker_full', sha256: pose.sha256 },
    { name: 'hand_landmarker', sha256: hands.sha256 },
    ...(face.kind === 'found' ? [{ name: 'face_landmarker', sha256: face.sha256 }] : []),
  ];
  return MediapipeProvider.create(
    { pose: pose.path, hands: hands.path, face: face.kind === 'found' ? face.path : undefined },
    used,
  );
}

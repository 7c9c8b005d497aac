import { FaceLandmarker, HandLandmarker, PoseLandmarker } from '@mediapipe/tasks-vision';
import type { Processor, TrackerModels } from './messages.ts';
import { loadRuntime } from './runtime.ts';

export interface Landmarkers {
  readonly face: FaceLandmarker | undefined;
  readonly hands: HandLandmarker | undefined;
  readonly body: PoseLandmarker | undefined;
}

/** Starts a task for each model, in video mode: one person, two hands, one face. */
export async function createLandmarkers(models: TrackerModels, processor: Processor): Promise<Landmarkers> {
  const prepare = await loadRuntime();
  const options = (modelAssetPath: string) => ({
    runningMode: 'VIDEO' as const,
    baseOptions: { modelAssetPath, delegate: processor === 'gpu' ? ('GPU' as const) : ('CPU' as const) },
  });
  // One after another: each takes the runtime that was prepared for it.
  const face =
    models.face === undefined
      ? undefined
      : await FaceLandmarker.createFromOptions(prepare(), {
          ...options(models.face),
          outputFaceBlendshapes: true,
          outputFacialTransformationMatrixes: true,
        });
  const hands =
    models.hands === undefined
      ? undefined
      : await HandLandmarker.createFromOptions(prepare(), { ...options(models.hands), numHands: 2 });
  const body =
    models.body === undefined
      ? undefined
      : await PoseLandmarker.createFromOptions(prepare(), options(models.body));
  return { face, hands, body };
}

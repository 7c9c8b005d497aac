import { readFile } from 'node:fs/promises';
import type { FaceLandmarker, HandLandmarker, PoseLandmarker } from '@mediapipe/tasks-vision';
import { installBrowserGlobals } from './browserGlobals.ts';

export interface ModelPaths {
  readonly pose: string;
  readonly hands: string;
  /** Absent where the face model is not installed. */
  readonly face?: string | undefined;
}

export interface Landmarkers {
  readonly pose: PoseLandmarker;
  readonly hands: HandLandmarker;
  /** One hand in a part of a frame, found with less evidence than in a whole one. */
  readonly lostHand: HandLandmarker;
  readonly face: FaceLandmarker | undefined;
}

/** The tasks' default is 0.5; a square around the pose's wrist is itself evidence of a hand. */
const LOST_HAND_CONFIDENCE = 0.3;

/** Starts the three tasks on the CPU, in video mode: one person, two hands, one face. */
export async function createLandmarkers(paths: ModelPaths): Promise<Landmarkers> {
  const fileset = installBrowserGlobals();
  // Imported late: the module reads the browser globals while it loads.
  const vision = await import('@mediapipe/tasks-vision');
  const base = async (path: string) => ({
    runningMode: 'VIDEO' as const,
    baseOptions: { modelAssetBuffer: await readFile(path), delegate: 'CPU' as const },
  });
  const pose = await vision.PoseLandmarker.createFromOptions(fileset, {
    ...(await base(paths.pose)),
    numPoses: 1,
  });
  const hands = await vision.HandLandmarker.createFromOptions(fileset, {
    ...(await base(paths.hands)),
    numHands: 2,
  });
  const lostHand = await vision.HandLandmarker.createFromOptions(fileset, {
    ...(await base(paths.hands)),
    runningMode: 'IMAGE',
    numHands: 1,
    minHandDetectionConfidence: LOST_HAND_CONFIDENCE,
    minHandPresenceConfidence: LOST_HAND_CONFIDENCE,
  });
  const face =
    paths.face === undefined
      ? undefined
      : await vision.FaceLandmarker.createFromOptions(fileset, {
          ...(await base(paths.face)),
          numFaces: 1,
          outputFaceBlendshapes: true,
          outputFacialTransformationMatrixes: true,
        });
  return { pose, hands, lostHand, face };
}

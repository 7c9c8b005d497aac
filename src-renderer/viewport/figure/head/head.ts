import { Group, type Material, Mesh } from 'three';
import { expressionWriter } from './expression.ts';
import { createEyes } from './eyes.ts';
import { type Gaze, gazeOf } from './gaze.ts';
import { sculptHead } from './headMesh.ts';
import { Morpher } from './morpher.ts';
import { morphTargets } from './morphTargets.ts';

/** From the joint of the head to the middle between the ears, in metres. */
const EARS = { y: 0.032, z: 0.008 };

/** A head that looks and speaks by ARKit's coefficients. */
export interface Head {
  readonly group: Group;
  /** Takes the 52 coefficients in ARKit's order. */
  express(blendshapes: Float32Array): void;
}

export function createHead(skin: Material, eyeMaterial: Material): Head {
  const sculpted = sculptHead();
  const targets = morphTargets(sculpted);
  const morpher = new Morpher(sculpted.surface, targets);
  const face = new Mesh(morpher.geometry, skin);
  // Its sphere is of the neutral face; a head is small enough to be drawn always.
  face.frustumCulled = false;
  const eyes = createEyes(eyeMaterial);
  const group = new Group();
  group.position.set(0, EARS.y, EARS.z);
  group.add(face, eyes.group);
  const writeInfluences = expressionWriter(targets.map(({ name }) => name));
  const influences = new Float32Array(targets.length);
  const gaze: Gaze = { yaw: 0, pitch: 0 };
  return {
    group,
    express(blendshapes) {
      writeInfluences(blendshapes, influences);
      morpher.shape(influences);
      for (const side of ['left', 'right'] as const) {
        gazeOf(side, blendshapes, gaze);
        eyes[side].rotation.set(gaze.pitch, gaze.yaw, 0);
      }
    },
  };
}

import { type BufferGeometry, Group, type Material, Mesh } from 'three';
import { expressionWriter } from './expression.ts';
import { createEyes } from './eyes.ts';
import { type Gaze, gazeOf } from './gaze.ts';
import { sculptHead } from './headMesh.ts';
import { addMorphs } from './morphs.ts';

/** From the joint of the head to the middle between the ears, in metres. */
const EARS = { y: 0.032, z: 0.008 };

/** A head that looks and speaks by ARKit's coefficients. */
export interface Head {
  readonly group: Group;
  /** Takes the 52 coefficients in ARKit's order. */
  express(blendshapes: Float32Array): void;
}

interface SculptedHead {
  readonly geometry: BufferGeometry;
  readonly morphs: readonly string[];
}

let sculpted: SculptedHead | undefined;

/** Sculpting takes a moment; it is done once, and every viewport shows the same clay. */
function headGeometry(): SculptedHead {
  if (!sculpted) {
    const mesh = sculptHead();
    const geometry = mesh.surface.toGeometry();
    sculpted = { geometry, morphs: addMorphs(geometry, mesh) };
  }
  return sculpted;
}

export function createHead(skin: Material, eyeMaterial: Material): Head {
  const { geometry, morphs } = headGeometry();
  const face = new Mesh(geometry, skin);
  // Its sphere is of the neutral face; a head is small enough to be drawn always.
  face.frustumCulled = false;
  const eyes = createEyes(eyeMaterial);
  const group = new Group();
  group.position.set(0, EARS.y, EARS.z);
  group.add(face, eyes.group);
  const writeInfluences = expressionWriter(morphs);
  const gaze: Gaze = { yaw: 0, pitch: 0 };
  return {
    group,
    express(blendshapes) {
      if (face.morphTargetInfluences) writeInfluences(blendshapes, face.morphTargetInfluences);
      for (const side of ['left', 'right'] as const) {
        gazeOf(side, blendshapes, gaze);
        eyes[side].rotation.set(gaze.pitch, gaze.yaw, 0);
      }
    },
  };
}

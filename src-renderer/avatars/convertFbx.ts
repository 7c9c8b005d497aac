import { LoadingManager, Mesh, type Object3D } from 'three';
import { GLTFExporter } from 'three/examples/jsm/exporters/GLTFExporter.js';
import { FBXLoader } from 'three/examples/jsm/loaders/FBXLoader.js';
import { z } from 'zod';
import { MimesisError } from '#shared/contract/index.ts';
import { requireWholeFbx } from './fbx/fbxFile.ts';
import { resize } from './fbx/inMetres.ts';
import { standardiseMaterials } from './fbx/materials.ts';
import { FbxPictures } from './fbx/pictures.ts';
import { turnForward } from './fbx/turnForward.ts';
import { uniteBones } from './fbx/uniteBones.ts';
import { weld } from './fbx/weld.ts';
import type { LostPictures } from './lostPictures.ts';

/** FBX measures in centimetres unless `UnitScaleFactor`, centimetres in a unit, says otherwise. */
const METRES_IN_CENTIMETRE = 0.01;
const userDataSchema = z.object({ unitScaleFactor: z.number().positive().catch(1) });

export interface ConvertedFbx {
  readonly glb: ArrayBuffer;
  /** Textures that are left out. */
  readonly lost: LostPictures;
}

/**
 * Converts an FBX of a character to a GLB in metres, looking along +Z: every mesh with its skin, its bones by their
 * names, its morph targets by theirs, and the textures that are inside the file and can be read. Runs in a page, and
 * holds it up: seconds for a large character.
 *
 * @throws `invalid_avatar` for what is no whole binary FBX, cannot be read, or has no morph targets
 */
export async function convertFbx(bytes: ArrayBuffer): Promise<ConvertedFbx> {
  requireWholeFbx(bytes);
  const pictures = new FbxPictures();
  try {
    const scene = new FBXLoader(new LoadingManager().addHandler(/./, pictures)).parse(bytes, '');
    const lost = await pictures.settle();
    return { glb: await exportGlb(prepared(scene)), lost };
  } catch (error) {
    throw error instanceof MimesisError ? error : unreadable(error);
  } finally {
    pictures.release();
  }
}

function prepared(scene: Object3D): Object3D {
  requireMorphTargets(scene);
  uniteBones(scene);
  scene.traverse((node) => {
    if (node instanceof Mesh) weld(node.geometry);
  });
  standardiseMaterials(scene);
  const { unitScaleFactor } = userDataSchema.parse(scene.userData);
  resize(scene, unitScaleFactor * METRES_IN_CENTIMETRE);
  turnForward(scene);
  // What FBXLoader notes there is of no use to others.
  scene.traverse((node) => {
    node.userData = {};
  });
  return scene;
}

/** The loader and the exporter throw whatever happens to them on the way. */
function unreadable(cause: unknown): MimesisError {
  return new MimesisError('invalid_avatar', 'The FBX is damaged, or of a form that cannot be read.', {
    remedy: 'Export it again as binary FBX 7.4, or as GLB.',
    cause,
  });
}

function requireMorphTargets(scene: Object3D): void {
  let isThere = false;
  scene.traverse((node) => {
    isThere ||= node instanceof Mesh && (node.geometry.morphAttributes.position ?? []).length > 0;
  });
  if (isThere) return;
  throw new MimesisError('invalid_avatar', 'The avatar has no morph targets, so its face cannot move.', {
    remedy: 'Export it with its facial expressions (in Character Creator: with all expressions and visemes).',
  });
}

async function exportGlb(scene: Object3D): Promise<ArrayBuffer> {
  const result = await new GLTFExporter().parseAsync(scene, { binary: true, onlyVisible: false });
  if (result instanceof ArrayBuffer) return result;
  throw new MimesisError('internal', 'the exporter wrote no GLB');
}

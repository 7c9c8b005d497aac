import { LoadingManager, Mesh, type Object3D } from 'three';
import { GLTFExporter } from 'three/examples/jsm/exporters/GLTFExporter.js';
import { FBXLoader } from 'three/examples/jsm/loaders/FBXLoader.js';
import { z } from 'zod';
import { MimesisError } from '#shared/contract/index.ts';
import { requireWholeFbx } from './fbx/fbxFile.ts';
import { resize } from './fbx/inMetres.ts';
import { standardiseMaterials } from './fbx/materials.ts';
import { turnForward } from './fbx/turnForward.ts';
import { uniteBones } from './fbx/uniteBones.ts';
import { weld } from './fbx/weld.ts';

/** FBX measures in centimetres unless `UnitScaleFactor`, centimetres in a unit, says otherwise. */
const METRES_IN_CENTIMETRE = 0.01;
const userDataSchema = z.object({ unitScaleFactor: z.number().positive().catch(1) });

/** Stands for pictures that lie outside the file: nothing is fetched. It is no picture, so the texture is left out. */
const NOWHERE = 'data:,';

export interface ConvertedFbx {
  readonly glb: ArrayBuffer;
  /** File names of the textures that lie beside the FBX and so are left out. */
  readonly missingPictures: readonly string[];
}

/**
 * Converts an FBX of a character to a GLB in metres, looking along +Z: every mesh with its skin, its bones by their names, its morph
 * targets by theirs, and the textures that are inside the file. Runs in a page, and holds it up: seconds for a large
 * character.
 *
 * @throws `invalid_avatar` for what is no whole binary FBX, cannot be read, or has no morph targets
 */
export async function convertFbx(bytes: ArrayBuffer): Promise<ConvertedFbx> {
  requireWholeFbx(bytes);
  const pictures = new Set<string>();
  const missing = new Set<string>();
  try {
    const glb = await exportGlb(prepared(await loadFbx(bytes, pictures, missing)));
    return { glb, missingPictures: [...missing] };
  } catch (error) {
    throw error instanceof MimesisError ? error : unreadable(error);
  } finally {
    for (const picture of pictures) URL.revokeObjectURL(picture);
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

/** The scene, with its embedded pictures loaded. Their addresses are added to `pictures`, names of others to `missing`. */
function loadFbx(bytes: ArrayBuffer, pictures: Set<string>, missing: Set<string>): Promise<Object3D> {
  return new Promise((resolve, reject) => {
    const manager = new LoadingManager().setURLModifier((url) => {
      if (url.startsWith('blob:')) pictures.add(url);
      if (url.startsWith('blob:') || url.startsWith('data:')) return url;
      missing.add(url.split('/').at(-1) ?? url);
      return NOWHERE;
    });
    // The manager counts this as one thing to load, so that it ends only after the scene itself is there.
    manager.itemStart('scene');
    let scene: Object3D | undefined;
    manager.onLoad = () => {
      if (scene) resolve(scene);
    };
    try {
      scene = new FBXLoader(manager).parse(bytes, '');
      manager.itemEnd('scene');
    } catch (error) {
      reject(error);
    }
  });
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

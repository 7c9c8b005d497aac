import type { Avatar } from './glb/document.ts';
import { faceMorphs } from './morphs/faceMorphs.ts';
import { handUv, headUv } from './parts/atlas.ts';
import { stiffBrows } from './parts/browCards.ts';
import { clothShape } from './parts/clothes.ts';
import { eyeShape, placeEyes } from './parts/eyes.ts';
import { withLidShade } from './parts/lidShade.ts';
import { PROXIES, proxyShape } from './parts/proxies.ts';
import { combed, cutPart } from './parts/shape.ts';
import { simplified } from './parts/simplify.ts';
import { handFaces, headFaces, skinShape, tuckUnderCollar } from './parts/skin.ts';
import { islandsOf } from './person/islands.ts';
import { makePerson } from './person/makePerson.ts';
import { placeJoints } from './person/skeleton.ts';
import { bindWeights } from './person/weights.ts';
import { SOURCE_PACKAGE } from './source/package.ts';
import { headMarks } from './textures/headMarks.ts';
import type { HeadMarks } from './textures/headSkin.ts';

export interface BuiltAvatar extends Avatar {
  /** What the head's paint needs to know, per vertex of the base mesh. */
  readonly marks: HeadMarks;
  /** Texture coordinates of the source's skin picture. */
  readonly sourceUvs: Float64Array;
}

/** Builds every mesh of the avatar from the unpacked source package. */
export async function buildAvatar(folder: string): Promise<BuiltAvatar> {
  const person = makePerson(folder);
  const islands = islandsOf(person.body, person.positions);
  const weights = bindWeights(person.base, person.neighbours);
  const eyes = placeEyes(person.positions);
  const joints = placeJoints(person.base, person.positions);
  const morphs = faceMorphs(person);
  const none = new Map();
  const skin = (name: string, material: 'Skin_Head' | 'Skin_Hands') =>
    cutPart(
      name,
      material,
      skinShape(
        person,
        material === 'Skin_Head' ? headFaces(person, islands) : handFaces(person, islands, joints),
        material === 'Skin_Head' ? headUv : handUv,
        weights,
        material === 'Skin_Head' ? morphs : none,
        material === 'Skin_Head' ? tuckUnderCollar(person, islands) : person.positions,
      ),
    );
  const worn = (proxy: keyof typeof PROXIES, moving = morphs) =>
    proxyShape(folder, PROXIES[proxy], person, weights, moving);
  const shoes = worn('shoes', none);
  const parts = [
    skin('Head', 'Skin_Head'),
    skin('Hands', 'Skin_Hands'),
    cutPart('Eyes', 'Eye', eyeShape(eyes)),
    await simplified(cutPart('Teeth', 'Teeth', worn('teeth')), 0.45),
    cutPart('Tongue', 'Tongue', worn('tongue')),
    cutPart('Lashes', 'Lashes', withLidShade(worn('lashes'), person, eyes, morphs)),
    cutPart('Brows', 'Brows', stiffBrows(worn('brows'))),
    { ...cutPart('Hair', 'Hair', combed(worn('hair', none))), edge: 'Hair_Edge' as const },
    cutPart('Top', 'Top', clothShape(person, 'top', joints, weights)),
    cutPart('Trousers', 'Trousers', clothShape(person, 'trousers', joints, weights)),
    await simplified(cutPart('Shoes', 'Shoes', shoes), 0.5),
  ];
  return {
    parts,
    marks: headMarks(person, islands),
    sourceUvs: person.base.uvs,
    joints,
    ground: shoes.positions.reduce((low, value, i) => (i % 3 === 1 ? Math.min(low, value) : low), 0),
    extras: {
      name: 'Mimesis default avatar',
      source: `npm:${SOURCE_PACKAGE.name}@${SOURCE_PACKAGE.version}`,
      version: '1.0.0',
      licence: 'CC0-1.0',
      profile: 'cc4_extended',
    },
  };
}

import { join } from 'node:path';
import type { BuiltAvatar } from '../avatar.ts';
import { PointGrid } from '../geometry/pointGrid.ts';
import { RayTree } from '../geometry/rays.ts';
import { SHADE_PLACE } from '../parts/lidShade.ts';
import type { MaterialName } from '../parts/materials.ts';
import type { Part } from '../parts/shape.ts';
import { addLidShade, cardTexture, coverage } from './cards.ts';
import { clothFinish, TOP_COLOUR, TROUSERS_COLOUR } from './cloth.ts';
import { eyeTexture } from './eyeTexture.ts';
import { measureHand } from './fingers.ts';
import { hairTexture } from './hairTexture.ts';
import { handFinish } from './handSkin.ts';
import { headFinish } from './headSkin.ts';
import type { ImageFile, Look, Looks } from './materials.ts';
import { teethFinish, tongueFinish } from './mouth.ts';
import { occlusion } from './occlusion.ts';
import { type Picture, readPng, sample, toJpeg, toPng } from './picture.ts';
import { mixAt, mixPoint, rasterise } from './raster.ts';
import { halve, paintSurface, type SurfacePictures } from './surface.ts';

const SKIN_PICTURE = 'skins/young_caucasian_female/textures/young_lightskinned_female_diffuse.png';
const TEETH_PICTURE = 'proxies/teeth/Teeth_Base/textures/teeth.png';
const BROW_PICTURE = 'proxies/eyebrows/eyebrow001/textures/eyebrow001.png';
const LASH_PICTURE = 'proxies/eyelashes/Eyelashes01/textures/eyelashes01.png';
const HAIR_PICTURE = 'proxies/hair/ponytail01/textures/ponytail01_diffuse.png';

const jpeg = (picture: Picture, quality: number): ImageFile => ({
  bytes: toJpeg(picture, quality),
  type: 'image/jpeg',
});
const png = (picture: Picture): ImageFile => ({ bytes: toPng(picture), type: 'image/png' });

/** How far ambient rays look for what shades a surface, decimetres. */
const REACH = { face: 0.9, hands: 0.3, cloth: 1.6 } as const;

/** Paints every texture of the avatar. */
export function paintLooks(folder: string, avatar: BuiltAvatar): Looks {
  const read = (path: string): Picture => readPng(join(folder, 'public/data', path));
  const part = (name: MaterialName): Part => {
    const found = avatar.parts.find(({ material }) => material === name);
    if (!found) throw new Error(`no part wears ${name}`);
    return found;
  };
  const [head, hands, top, trousers] = [part('Skin_Head'), part('Skin_Hands'), part('Top'), part('Trousers')];
  const face = paintSurface(
    head,
    2048,
    headFinish(
      head,
      avatar.marks,
      read(SKIN_PICTURE),
      avatar.sourceUvs,
      shade(head, [part('Eye')], REACH.face),
      hairPlaces(part('Hair'), read(HAIR_PICTURE)),
    ),
  );
  const handOpen = shade(hands, [], REACH.hands);
  const hand = paintSurface(hands, 1024, handFinish(hands, measureHand(hands, avatar.joints), handOpen));
  const jersey = paintSurface(
    top,
    1024,
    clothFinish(top, TOP_COLOUR, 0.035, shade(top, [head], REACH.cloth)),
  );
  const twill = paintSurface(
    trousers,
    512,
    clothFinish(trousers, TROUSERS_COLOUR, 0.05, shade(trousers, [top], REACH.cloth)),
  );
  const teeth = paintSurface(part('Teeth'), 512, teethFinish(part('Teeth'), read(TEETH_PICTURE)));
  const tongue = paintSurface(part('Tongue'), 256, tongueFinish(part('Tongue')));
  const hair = png(maskedHair(part('Hair'), read(HAIR_PICTURE)));
  return {
    Skin_Head: skinLook(face, 88),
    Skin_Hands: skinLook(hand, 88),
    Eye: { colour: jpeg(eyeTexture(512), 90), roughness: 0.07 },
    Teeth: { colour: jpeg(teeth.colour, 85), roughness: 0.25 },
    Tongue: { colour: jpeg(tongue.colour, 85), normal: jpeg(tongue.normal, 85), roughness: 0.4 },
    Lashes: {
      colour: png(
        addLidShade(cardTexture(part('Lashes'), read(LASH_PICTURE), [0.07, 0.05, 0.04], 512, 1), SHADE_PLACE),
      ),
      roughness: 0.6,
      alpha: 'blend',
      doubleSided: true,
    },
    Brows: {
      colour: png(cardTexture(part('Brows'), read(BROW_PICTURE), [0.13, 0.075, 0.045], 512, 1.1)),
      roughness: 0.95,
      alpha: 'blend',
      doubleSided: true,
    },
    Hair: { colour: hair, roughness: 0.82, alpha: 0.75, doubleSided: true },
    Hair_Edge: { colour: hair, roughness: 0.85, alpha: 'blend', doubleSided: true },
    Top: fabricLook(jersey),
    Trousers: fabricLook(twill),
    Shoes: { factor: [0.03, 0.028, 0.027], roughness: 0.45 },
  };
}

function skinLook({ colour, normal, orm }: SurfacePictures, quality: number): Look {
  return { colour: jpeg(colour, quality), normal: jpeg(normal, quality), orm: jpeg(halve(orm), 82) };
}

function fabricLook({ colour, normal, orm }: SurfacePictures): Look {
  return {
    colour: jpeg(colour, 82),
    normal: jpeg(normal, 82),
    orm: jpeg(halve(halve(orm)), 80),
    doubleSided: true,
  };
}

function maskedHair(part: Part, source: Picture): Picture {
  const picture = hairTexture(source, 1024);
  const covered = coverage(part, 1024, 3);
  covered.forEach((inside, index) => {
    if (!inside) picture.data[index * 4 + 3] = 0;
  });
  return picture;
}

/** Accuracy of where hair is, decimetres. */
const HAIR_GRID = 0.045;

/** Where in space a part's picture is opaque. */
function hairPlaces(part: Part, source: Picture): PointGrid {
  const places: number[] = [];
  rasterise(part, 512, (texel) => {
    const opacity = sample(source, mixAt(part.uvs, texel, 2, 0), mixAt(part.uvs, texel, 2, 1), 3);
    if (opacity > 0.5) places.push(...mixPoint(part.positions, texel));
  });
  return new PointGrid(places, HAIR_GRID);
}

/** Occlusion of a part's vertices by itself and by others. */
function shade(part: Part, others: readonly Part[], reach: number): Float32Array {
  const all = [part, ...others];
  let first = 0;
  const triangles = all.flatMap(({ triangles: own, positions }) => {
    const moved = Array.from(own, (vertex) => vertex + first);
    first += positions.length / 3;
    return moved;
  });
  const positions = Float64Array.from(all.flatMap(({ positions: own }) => [...own]));
  return occlusion(part.positions, part.normals, reach, new RayTree(positions, triangles));
}

import type { Points } from '../geometry/points.ts';
import type { Person } from '../person/person.ts';
import { SKELETON } from '../person/skeleton.ts';
import { fitProxy, followProxy, proxyWeights, type Rulers, readProxy } from '../source/proxy.ts';
import type { Morphs, Shape } from './shape.ts';

/** Tongue and lashes lie on the base mesh's helpers without offsets: their rulers measure nothing. */
const UNUSED: Rulers = [
  [5399, 11998, 1],
  [791, 881, 1],
  [962, 5320, 1],
];

/**
 * The proxies that the avatar wears, and their rulers: `x_scale`, `y_scale` and `z_scale` of MakeHuman's .mhclo files,
 * which the source package leaves out.
 */
export const PROXIES = {
  teeth: {
    path: 'teeth/Teeth_Base/Teeth_Base',
    rulers: [
      [15077, 15111, 0.5002],
      [14993, 15061, 0.3132],
      [15061, 15068, 0.4465],
    ],
  },
  brows: {
    path: 'eyebrows/eyebrow001/eyebrow001',
    rulers: [
      [5399, 11998, 1.416],
      [791, 881, 2.3073],
      [962, 5320, 1.9231],
    ],
  },
  hair: {
    path: 'hair/ponytail01/ponytail01',
    rulers: [
      [5399, 11998, 1.398],
      [791, 881, 2.2048],
      [962, 5320, 1.8461],
    ],
  },
  tongue: { path: 'tongue/tongue01/tongue01', rulers: UNUSED },
  lashes: { path: 'eyelashes/Eyelashes01/Eyelashes01', rulers: UNUSED },
  shoes: {
    path: 'clothes/shoes04/shoes04',
    rulers: [
      [12839, 12860, 0.7045],
      [12828, 12888, 0.5875],
      [11609, 12442, 2.539],
    ],
  },
} satisfies Record<string, { path: string; rulers: Rulers }>;

/** A proxy fitted to the person, following the morph targets of what it hangs on. */
export function proxyShape(
  folder: string,
  { path, rulers }: { path: string; rulers: Rulers },
  person: Person,
  weights: Float64Array,
  morphs: Morphs,
): Shape {
  const proxy = readProxy(folder, path);
  return {
    positions: fitProxy(proxy, person.positions, rulers),
    faces: proxy.quads,
    uvs: proxy.uvs,
    weights: proxyWeights(proxy, weights, SKELETON.length),
    morphs: new Map([...morphs].map(([name, delta]): [string, Points] => [name, followProxy(proxy, delta)])),
  };
}

import { addToPoint, type Points, pointAt, subtract, type Vec3 } from '../geometry/points.ts';
import type { Person } from '../person/person.ts';
import { isInsideMouth, type Mask, type Masks } from './masks.ts';
import type { MaskName, Recipe, Term } from './recipe.ts';
import { tongueField } from './tongue.ts';

/** The one expression unit that moves the jaw, and so teeth and tongue. */
const JAW_UNIT = 'mouth-open';

/** Mixes one recipe into displacements of base mesh and helpers; `done` holds the recipes before it. */
export function mixRecipe(
  recipe: Recipe,
  person: Person,
  masks: Masks,
  done: ReadonlyMap<string, Points>,
): Points {
  const sum = new Float64Array(person.positions.length);
  for (const term of recipe.terms) addTerm(sum, term, recipe, person, masks, done);
  return sum;
}

function addTerm(
  sum: Points,
  term: Term,
  { side }: Recipe,
  person: Person,
  masks: Masks,
  done: ReadonlyMap<string, Points>,
): void {
  const chosen = ('masks' in term ? (term.masks ?? []) : []).map((name) => maskOf(name, side, masks));
  const skinOnly = 'push' in term || 'slider' in term || ('unit' in term && term.unit !== JAW_UNIT);
  const strength = (vertex: number): number =>
    skinOnly && isInsideMouth(vertex)
      ? 0
      : chosen.reduce((product, mask) => product * (mask[vertex] ?? 0), 1);
  if ('push' in term) {
    const mirrors = side === 'both' ? ([1, -1] as const) : ([side === 'L' ? 1 : -1] as const);
    // A push on the midline is its own mirror image.
    const used = term.at[0] === 0 ? mirrors.slice(0, 1) : mirrors;
    for (const mirror of used) addPush(sum, term, mirror, person.positions, strength);
    return;
  }
  if ('shift' in term) {
    const mirror = side === 'R' ? -1 : 1;
    const [x, y, z] = term.shift;
    for (let vertex = 0; vertex < sum.length / 3; vertex++)
      addToPoint(sum, vertex, [x * mirror, y, z], strength(vertex));
    return;
  }
  const field =
    'tongue' in term ? tongueField(person.positions, term.tongue) : fieldOf(term, side, person, done);
  for (let vertex = 0; vertex < sum.length / 3; vertex++) {
    addToPoint(sum, vertex, pointAt(field, vertex), term.weight * strength(vertex));
  }
}

function fieldOf(
  term: Extract<Term, { unit: string } | { slider: string } | { morph: string }>,
  side: Recipe['side'],
  person: Person,
  done: ReadonlyMap<string, Points>,
): Points {
  const right = side === 'R';
  const spell = (text: string): string =>
    text
      .replace('@', right ? 'right' : 'left')
      .replace('%', right ? 'r' : 'l')
      .replace('$', right ? 'R' : 'L');
  if ('unit' in term) return person.unit(spell(term.unit));
  if ('slider' in term) return person.slider(spell(term.slider));
  const known = done.get(spell(term.morph));
  if (!known) throw new Error(`the recipe ${spell(term.morph)} does not stand before its use`);
  return known;
}

function addPush(
  sum: Points,
  { push, at, radius, wave }: Extract<Term, { push: Vec3 }>,
  mirror: 1 | -1,
  positions: Points,
  strength: (vertex: number) => number,
): void {
  const centre: Vec3 = [at[0] * mirror, at[1], at[2]];
  const by: Vec3 = [push[0] * mirror, push[1], push[2]];
  const [rx, ry, rz] = typeof radius === 'number' ? [radius, radius, radius] : radius;
  for (let vertex = 0; vertex < sum.length / 3; vertex++) {
    const [x, y, z] = subtract(pointAt(positions, vertex), centre);
    const falloff = Math.exp(-((x / rx) ** 2 + (y / ry) ** 2 + (z / rz) ** 2));
    if (falloff < 1e-3) continue;
    const ridge = wave ? Math.cos((2 * Math.PI * y) / wave) : 1;
    addToPoint(sum, vertex, by, falloff * ridge * strength(vertex));
  }
}

function maskOf(name: MaskName, side: Recipe['side'], masks: Masks): Mask {
  if (name !== 'side') return masks[name];
  return side === 'R' ? masks.right : masks.left;
}

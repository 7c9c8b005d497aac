import { describe, expect, it } from 'vitest';
import { PROFILE_TARGETS } from '#shared/face/index.ts';
import { EYE_RECIPES } from './eyeRecipes.ts';
import { MOUTH_RECIPES } from './mouthRecipes.ts';
import { pair } from './recipe.ts';
import { closeSlit, slitFrom } from './slit.ts';
import { SPEECH_RECIPES } from './speechRecipes.ts';

const RECIPES = [...EYE_RECIPES, ...MOUTH_RECIPES, ...SPEECH_RECIPES];

describe('the recipes', () => {
  it('make each target once, under a name of CC4 Extended', () => {
    const names = RECIPES.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(PROFILE_TARGETS.cc4_extended).toContain(name);
  });

  it('use other targets only after these are made', () => {
    const made = new Set<string>();
    for (const { name, side, terms } of RECIPES) {
      for (const term of terms) {
        if ('morph' in term) expect(made).toContain(term.morph.replace('$', side));
      }
      made.add(name);
    }
  });

  it('come in pairs with the side in their names', () => {
    expect(pair('Eye_$_Look_Up').map(({ name, side }) => [name, side])).toEqual([
      ['Eye_L_Look_Up', 'L'],
      ['Eye_R_Look_Up', 'R'],
    ]);
  });
});

describe('a slit', () => {
  /** Two edges of three vertices, from right to left, the upper one 0.2 above the lower. */
  const positions = Float64Array.of(-1, 0.2, 0, 0, 0.2, 0, 1, 0.2, 0, -1, 0, 0, 0, 0, 0, 1, 0, 0);
  const slit = slitFrom(new Float64Array(6), 1, positions, (vertex) => vertex >= 3);
  const closing = { overlap: 0.01, share: 0.25, falloff: [1] };

  it('closes with the overlap asked for, most of the way done by the upper edge', () => {
    const moved = closeSlit(slit, positions, closing);
    for (const vertex of [0, 1, 2]) expect(moved[vertex * 3 + 1]).toBeCloseTo(-0.21 * 0.75);
    for (const vertex of [3, 4, 5]) expect(moved[vertex * 3 + 1]).toBeCloseTo(0.21 * 0.25);
  });

  it('is left alone where its edges overlap already', () => {
    const shut = positions.map((value, i) => (i < 9 && i % 3 === 1 ? -0.05 : value));
    expect(closeSlit(slit, shut, closing).every((value) => value === 0)).toBe(true);
  });
});

import type { Points } from '../geometry/points.ts';
import type { Person } from '../person/person.ts';
import { carryTongue, correctMorphs, jawMotion } from './corrections.ts';
import { EYE_RECIPES } from './eyeRecipes.ts';
import { makeMasks } from './masks.ts';
import { mixRecipe } from './mix.ts';
import { carryMouthBag } from './mouthBag.ts';
import { MOUTH_RECIPES } from './mouthRecipes.ts';
import { SPEECH_RECIPES } from './speechRecipes.ts';

/** Every morph target of the face, as displacements of base mesh and helpers, decimetres. */
export function faceMorphs(person: Person): ReadonlyMap<string, Points> {
  const masks = makeMasks(person);
  const done = new Map<string, Points>();
  for (const recipe of [...EYE_RECIPES, ...MOUTH_RECIPES, ...SPEECH_RECIPES]) {
    const target = mixRecipe(recipe, person, masks, done);
    // Targets that are made from this one then carry the tongue and the mouth's floor too.
    if (recipe.name === 'Jaw_Open') {
      const carried = jawMotion(person, target);
      carryTongue(person, target, carried);
      carryMouthBag(person, target, carried);
    }
    done.set(recipe.name, target);
  }
  correctMorphs(person, done);
  return done;
}

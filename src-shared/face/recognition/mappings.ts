import { expectedTargets } from './expectedTargets.ts';
import type { FaceRecognition } from './recogniseFace.ts';

/** What a user has decided: per target of the profile the file's morph targets that it drives; none leaves it still. */
export type MorphMappings = Readonly<Record<string, readonly string[]>>;

/**
 * A recognised face as the user has corrected it. Names that the file does not have are passed over: an avatar may have
 * been exported anew. A name that is given to one target is taken from the target that it was recognised as. A name that
 * is given to several drives the last of them alone: a morph target has one weight.
 */
export function withMappings(face: FaceRecognition, mappings: MorphMappings): FaceRecognition {
  const names = new Set([...Object.values(face.aliases).flat(), ...face.extra]);
  const given = new Map(
    Object.entries(mappings).flatMap(([target, chosen]) => chosen.map((name) => [name, target] as const)),
  );
  const aliases = new Map<string, string[]>();
  for (const [target, recognised] of Object.entries(face.aliases)) {
    const kept = recognised.filter((name) => !given.has(name));
    if (kept.length > 0 && !Object.hasOwn(mappings, target)) aliases.set(target, kept);
  }
  for (const [target, chosen] of Object.entries(mappings)) {
    const there = chosen.filter((name) => names.has(name) && given.get(name) === target);
    if (there.length > 0) aliases.set(target, there);
  }
  const used = new Set([...aliases.values()].flat());
  return {
    ...face,
    aliases: Object.fromEntries(aliases),
    missing: expectedTargets(face.profile).filter((target) => !aliases.has(target)),
    extra: [...names].filter((name) => !used.has(name)),
  };
}

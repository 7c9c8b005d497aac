import { z } from 'zod';
import { FACE_PROFILES, type FaceProfile } from '../profiles/index.ts';
import { expectedTargets } from './expectedTargets.ts';
import { foldName, laterWords, ownName, spellingsOf } from './spelling.ts';

/** What the names of an avatar's morph targets tell. */
export const faceRecognitionSchema = z.object({
  profile: z.enum(FACE_PROFILES),
  /**
   * `sure`: at least half of the expected targets are there, and no other profile explains as many names. `none`: not
   * one name is known; the profile is then ARKit, which needs the fewest names mapped by hand.
   */
  certainty: z.enum(['sure', 'unsure', 'none']),
  /** Per target of the profile the file's names of it: more than one where meshes spell it each in their own way. */
  aliases: z.record(z.string(), z.array(z.string())),
  /** Targets that a face needs (those that ARKit's shapes reach, and visemes) and that the file does not have. */
  missing: z.array(z.string()),
  /** The file's names that are no targets of the profile. */
  extra: z.array(z.string()),
});
export type FaceRecognition = z.infer<typeof faceRecognitionSchema>;

/** A prefix such as `Wolf3D_Head_` is believed when so many names with it become targets without it. */
const PREFIX_VOTES = 3;

interface Match {
  readonly profile: FaceProfile;
  /** The file's names by target. */
  readonly aliases: Map<string, string[]>;
  readonly extra: readonly string[];
  /** Names that are spelt as the profile spells them, but for their case. */
  readonly exact: number;
  /** Share of the profile's expected targets that are there, 0..1. */
  readonly coverage: number;
}

/**
 * Recognises which naming scheme a file's morph targets follow, and which name is which target. Case, separators and
 * prefixes do not matter.
 *
 * The profile that explains most names wins; among equals the one whose own spelling they have, then the one of whose
 * expected targets the file has the larger share.
 *
 * @param names of the morph targets of all meshes; the same name on several meshes is one
 * @param profile given where the user has chosen it: then only the names are matched
 */
export function recogniseFace(names: Iterable<string>, profile?: FaceProfile): FaceRecognition {
  const distinct = [...new Set(names)];
  const ranked = FACE_PROFILES.map((each) => matchProfile(distinct, each)).sort(byRank);
  const [best, second] = ranked;
  const isUnknown = profile === undefined && best?.aliases.size === 0;
  const wanted = isUnknown ? 'arkit' : (profile ?? best?.profile);
  const chosen = ranked.find((each) => each.profile === wanted);
  if (!chosen || !best) return { profile: 'arkit', certainty: 'none', aliases: {}, missing: [], extra: [] };
  if (isUnknown) return { ...resultOf(chosen), certainty: 'none' };
  const isAlone = chosen === best && (second === undefined || leads(best, second));
  return { ...resultOf(chosen), certainty: isAlone && chosen.coverage >= 0.5 ? 'sure' : 'unsure' };
}

function resultOf({ profile, aliases, extra }: Match): Omit<FaceRecognition, 'certainty'> {
  return {
    profile,
    aliases: Object.fromEntries(aliases),
    missing: expectedTargets(profile).filter((target) => !aliases.has(target)),
    extra: [...extra],
  };
}

function byRank(a: Match, b: Match): number {
  return b.aliases.size - a.aliases.size || b.exact - a.exact || b.coverage - a.coverage;
}

function leads(a: Match, b: Match): boolean {
  return a.aliases.size > b.aliases.size || a.exact > b.exact;
}

function matchProfile(names: readonly string[], profile: FaceProfile): Match {
  const { exact, folded } = spellingsOf(profile);
  const aliases = new Map<string, string[]>();
  const unknown: string[] = [];
  let exactly = 0;
  const take = (name: string, target: string, spelling: string): void => {
    const known = aliases.get(target);
    if (known) known.push(name);
    else aliases.set(target, [name]);
    if (exact.has(spelling.toLowerCase())) exactly += 1;
  };
  for (const name of names) {
    const spelling = folded.has(foldName(name)) ? name : ownName(name);
    const target = folded.get(foldName(spelling));
    if (target === undefined) unknown.push(name);
    else take(name, target, spelling);
  }
  const prefixes = sharedPrefixes(unknown, folded);
  const extra = unknown.filter((name) => {
    const word = laterWords(name).find(
      ({ prefix, rest }) => prefixes.has(prefix) && folded.has(foldName(rest)),
    );
    const target = word && folded.get(foldName(word.rest));
    if (target !== undefined) take(name, target, word?.rest ?? '');
    return target === undefined;
  });
  const expected = expectedTargets(profile);
  const found = expected.filter((target) => aliases.has(target)).length;
  return { profile, aliases, extra, exact: exactly, coverage: found / expected.length };
}

/** Prefixes without which enough names are targets. */
function sharedPrefixes(names: readonly string[], folded: ReadonlyMap<string, string>): Set<string> {
  const votes = new Map<string, number>();
  for (const name of names) {
    for (const { prefix, rest } of laterWords(name)) {
      if (folded.has(foldName(rest))) votes.set(prefix, (votes.get(prefix) ?? 0) + 1);
    }
  }
  return new Set([...votes].filter(([, count]) => count >= PREFIX_VOTES).map(([prefix]) => prefix));
}

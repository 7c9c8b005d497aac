import { type FaceProfile, PROFILE_TARGETS } from '../profiles/index.ts';

/** Names longer than any exporter writes are taken as they are. */
const LONGEST_NAME = 255;

/** No profile has a target, in whatever spelling, as long. */
const LONGEST_TARGET = 48;

/** How a profile's targets may be spelt: in lower case, and folded, which tells the target. */
export interface Spellings {
  readonly exact: ReadonlySet<string>;
  readonly folded: ReadonlyMap<string, string>;
}

/** Lower case letters and digits alone: `Eye_Blink_L`, `eyeBlink_L` and `EYEBLINKL` are one. */
export function foldName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** A name without what exporters put around it: `CC_Base_Body.Jaw_Open`, `blendShape1.jawOpen`, `Jaw_Open.001`. */
export function ownName(name: string): string {
  const withoutCopy = name.replace(/\.\d{3}$/, '');
  return withoutCopy.slice(
    Math.max(...['.', ':', '|', '/'].map((mark) => withoutCopy.lastIndexOf(mark))) + 1,
  );
}

/** A word of a name after its first one, with all that follows it. */
interface LaterWord {
  readonly prefix: string;
  readonly rest: string;
}

/**
 * Where words of a name begin after its first one: `Head_jawOpen` has `jawOpen` and `Open`. Rests that are longer than
 * any target are left out.
 */
export function laterWords(name: string): LaterWord[] {
  if (name.length > LONGEST_NAME) return [];
  const boundary = /[^A-Za-z0-9]+(?=[A-Za-z0-9])|(?<=[a-z0-9])(?=[A-Z])/g;
  boundary.lastIndex = Math.max(0, name.length - LONGEST_TARGET - 1);
  return [...name.matchAll(boundary)].map(({ index, 0: separator }) => {
    const start = index + separator.length;
    return { prefix: name.slice(0, start), rest: name.slice(start) };
  });
}

const cache = new Map<FaceProfile, Spellings>();

/** The spellings of a profile. Where one could mean two targets, the target that is spelt so by itself has it. */
export function spellingsOf(profile: FaceProfile): Spellings {
  const known = cache.get(profile);
  if (known) return known;
  const exact = new Set<string>();
  const folded = new Map<string, string>();
  const add = (spelling: string, target: string): void => {
    exact.add(spelling.toLowerCase());
    if (!folded.has(foldName(spelling))) folded.set(foldName(spelling), target);
  };
  const targets = PROFILE_TARGETS[profile];
  for (const target of targets) add(target, target);
  for (const target of targets) for (const other of otherSpellings(profile, target)) add(other, target);
  const spellings = { exact, folded };
  cache.set(profile, spellings);
  return spellings;
}

/**
 * iFacialMocap and many DCC tools end ARKit's names in `_L` and `_R`. Characters of CC3 have the visemes without `V_`,
 * and two with a hyphen (`Tight-O`), which folding takes care of.
 */
function otherSpellings(profile: FaceProfile, target: string): string[] {
  if (profile === 'arkit' && /(Left|Right)$/.test(target)) {
    return [target.replace(/Left$/, '_L').replace(/Right$/, '_R')];
  }
  if (profile === 'cc3_explus' && target.startsWith('V_')) return [target.slice(2)];
  return [];
}

/**
 * The parts of a face that are owned, smoothed and limited as one. Whoever drives a region drives all its targets, so
 * that a mouth is never half of speech and half of tracking.
 */
export const FACE_REGIONS = [
  'brows',
  'lids',
  'gaze',
  'cheeks_nose',
  'jaw',
  'mouth',
  'tongue',
  'head',
] as const;
export type FaceRegion = (typeof FACE_REGIONS)[number];

/** Position of a region in arrays that hold one number per region. */
export const REGION_INDEX: Readonly<Record<FaceRegion, number>> = {
  brows: 0,
  lids: 1,
  gaze: 2,
  cheeks_nose: 3,
  jaw: 4,
  mouth: 5,
  tongue: 6,
  head: 7,
};

/** What a target's name begins with, in lower case without underscores; the first that fits decides. */
const BEGINNINGS: readonly (readonly [RegExp, FaceRegion])[] = [
  [/^brow/, 'brows'],
  [/^eyecheek/, 'cheeks_nose'],
  [/^(eye[lr]?look|(left|right)eyeball|eyepupil|eyeparallel)/, 'gaze'],
  [/^eye/, 'lids'],
  [/^(nose|cheek|mouthcheek)/, 'cheeks_nose'],
  [/^(jawchin|chin)/, 'mouth'],
  [/^(jaw|teeth)/, 'jaw'],
  [/^v?tongue/, 'tongue'],
  [/^(mouth|v)/, 'mouth'],
];

/** The region of a target of any profile, by its name. What is no part of the face proper (neck, ears) is `head`. */
export function regionOf(target: string): FaceRegion {
  const plain = target
    .replace(/^[AT]\d\d_/, '')
    .replaceAll('_', '')
    .toLowerCase();
  return BEGINNINGS.find(([beginning]) => beginning.test(plain))?.[1] ?? 'head';
}

/** How much of each of MakeHuman's three ethnic shapes the avatar carries: a person from anywhere. */
export const RACES = { caucasian: 0.4, asian: 0.35, african: 0.25 } as const;
const GENDERS = { female: 0.85, male: 0.15 } as const;

/** A target's name and how much of it. */
export type Share = readonly [target: string, weight: number];

const IDEAL_PROPORTIONS = 0.6;

/**
 * Targets that make a young adult of average build from the neutral base, as MakeHuman's own sliders blend them: each
 * factor is the product of the sliders that name it.
 */
export function macroShares(): Share[] {
  return Object.entries(GENDERS).flatMap(([gender, part]): Share[] => [
    ...Object.entries(RACES).map(
      ([race, share]): Share => [`macrodetails/${race}-${gender}-young`, share * part],
    ),
    [`macrodetails/universal-${gender}-young-averagemuscle-averageweight`, part],
    [
      `macrodetails/proportions/${gender}-young-averagemuscle-averageweight-idealproportions`,
      part * IDEAL_PROPORTIONS,
    ],
  ]);
}

/** The avatar's own features. Brows and mouth corners are lifted a little: the blend alone looks stern. */
export const FEATURE_SHARES: readonly Share[] = [
  ['breast/female-young-averagemuscle-averageweight-mincup-averagefirmness', 0.6],
  ['eyebrows/eyebrows-trans-vert-more', 1],
  ['mouth/mouth-angles-up', 0.6],
  ['eyes/l-eye-size-big', 0.25],
  ['eyes/r-eye-size-big', 0.25],
  ['eyes/l-eye-height1-max', 0.15],
  ['eyes/r-eye-height1-max', 0.15],
  ['eyes/l-eye-height2-max', 0.5],
  ['eyes/r-eye-height2-max', 0.5],
  ['eyes/l-eye-height3-max', 0.15],
  ['eyes/r-eye-height3-max', 0.15],
  ['nose/nose-scale-horiz-decr', 0.25],
  ['chin/chin-width-min', 0.35],
  ['head/head-scale-horiz-less', 0.15],
  ['head/head-oval', 0.6],
];

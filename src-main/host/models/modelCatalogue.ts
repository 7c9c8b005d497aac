import type { AssembledModelName } from './assembly/assemble.ts';

export type ModelName = AssembledModelName | 'face_landmarker';

/** One exact file that is accepted under a model's name. */
export interface ModelRelease {
  readonly origin: 'assembled' | 'official';
  readonly bytes: number;
  /** Lower-case hex. */
  readonly sha256: string;
}

interface ModelFacts {
  readonly fileName: string;
  readonly licence: 'Apache-2.0';
  /** What the app tracks with it, in words for a person. */
  readonly tracks: string;
  /** Google's own address for the official file. */
  readonly officialUrl: string;
  readonly releases: readonly ModelRelease[];
}

/** A MediaPipe task bundle; `source` says how the app gets it: built from an installed package, or from `officialUrl`. */
export type CatalogueModel =
  | (ModelFacts & { readonly name: AssembledModelName; readonly source: 'assembled' })
  | (ModelFacts & { readonly name: 'face_landmarker'; readonly source: 'download' });

const OFFICIAL_STORE = 'https://storage.googleapis.com/mediapipe-models';

/**
 * Every model the app knows, in the order they are shown.
 *
 * Sizes and digests of official releases are those of the float16 files in Google's model store; digests of assembled
 * ones are what `assembleModel` gives for @mediapipe/holistic 0.5.1675471629.
 */
export const modelCatalogue: Readonly<Record<ModelName, CatalogueModel>> = {
  hand_landmarker: {
    name: 'hand_landmarker',
    source: 'assembled',
    fileName: 'hand_landmarker.task',
    licence: 'Apache-2.0',
    tracks: 'hands',
    officialUrl: `${OFFICIAL_STORE}/hand_landmarker/hand_landmarker/float16/1/hand_landmarker.task`,
    releases: [
      assembled(7_822_788, '3773acc7b76753a0c94620caebbb887d59788d962caccff2ffd6b4ca7b5b7843'),
      official(7_819_105, 'fbc2a30080c3c557093b5ddfc334698132eb341044ccee322ccf8bcf3607cde1'),
    ],
  },
  pose_landmarker_lite: {
    name: 'pose_landmarker_lite',
    source: 'assembled',
    fileName: 'pose_landmarker_lite.task',
    licence: 'Apache-2.0',
    tracks: 'body, fast',
    officialUrl: `${OFFICIAL_STORE}/pose_landmarker/pose_landmarker_lite/float16/1/pose_landmarker_lite.task`,
    releases: [
      assembled(5_786_132, '1baa4520801fd5091c43f0b5be5f2fb5eaed80f8d1bb8236a2ec34742ae4ac94'),
      official(5_777_746, '59929e1d1ee95287735ddd833b19cf4ac46d29bc7afddbbf6753c459690d574a'),
    ],
  },
  pose_landmarker_full: {
    name: 'pose_landmarker_full',
    source: 'assembled',
    fileName: 'pose_landmarker_full.task',
    licence: 'Apache-2.0',
    tracks: 'body, accurate',
    officialUrl: `${OFFICIAL_STORE}/pose_landmarker/pose_landmarker_full/float16/1/pose_landmarker_full.task`,
    releases: [
      assembled(9_406_948, '41e1a57ba4e29e045fe54376d346c825ff5c15bae7099268794a3e268a031584'),
      official(9_398_198, '5134a3aad27a58b93da0088d431f366da362b44e3ccfbe3462b3827a839011b1'),
      // Served under ".../float16/latest/", the address MediaPipe's guides link to.
      official(9_398_198, '4eaa5eb7a98365221087693fcc286334cf0858e2eb6e15b506aa4a7ecdcec4ad'),
    ],
  },
  face_landmarker: {
    name: 'face_landmarker',
    source: 'download',
    fileName: 'face_landmarker.task',
    licence: 'Apache-2.0',
    tracks: 'face',
    officialUrl: `${OFFICIAL_STORE}/face_landmarker/face_landmarker/float16/1/face_landmarker.task`,
    releases: [official(3_758_596, '64184e229b263107bc2b804c6625db1341ff2bb731874b0bcc2fe6544e0bc9ff')],
  },
};

function assembled(bytes: number, sha256: string): ModelRelease {
  return { origin: 'assembled', bytes, sha256 };
}

function official(bytes: number, sha256: string): ModelRelease {
  return { origin: 'official', bytes, sha256 };
}

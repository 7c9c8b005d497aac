import { MimesisError } from '../../contract/index.ts';

/** Files that have the same name in each take (Unreal's LiveLinkFaceMetadata). */
const FIXED_NAMES = {
  'take.json': 'takeInfo',
  'video_metadata.json': 'videoInfo',
  'frame_log.csv': 'frameLog',
  'audio_metadata.json': 'audioInfo',
  'thumbnail.jpg': 'thumbnail',
  'depth_data.bin': 'depth',
  'depth_metadata.mhaical': 'depthInfo',
} as const;

/** Of a calibrated take there are three faces: as calibrated, as seen, and the neutral pose; of others one. */
const FACE_ENDINGS = {
  '': 'face',
  _cal: 'calibratedFace',
  _raw: 'rawFace',
  _neutral: 'neutralFace',
} as const;
const FACE = /^(.+?)(_cal|_raw|_neutral)?\.csv$/i;
const VIDEO = /^(.+)\.mov$/i;

export type PhoneFileKind =
  | (typeof FIXED_NAMES)[keyof typeof FIXED_NAMES]
  | (typeof FACE_ENDINGS)[keyof typeof FACE_ENDINGS]
  | 'video';

export interface PhoneTakeFiles {
  /** What names of faces and video begin with: `<slate>_<take>_<subject>`. */
  readonly stem: string;
  readonly byKind: ReadonlyMap<PhoneFileKind, string>;
  /** The face to play: the calibrated one, else the only one, else the raw one. */
  readonly face: string;
  /** Files that are none of the take's. */
  readonly others: readonly string[];
}

/**
 * Tells which file of a take's folder is which.
 * @param names of the folder's files, without their path
 * @param expectedStem that of the take's own description, where there is one
 * @throws MimesisError `invalid_take` where there is no ARKit face, or that of several takes
 */
export function sortPhoneTakeFiles(
  names: readonly string[],
  expectedStem: string | undefined,
): PhoneTakeFiles {
  const stem = stemOf(names, expectedStem);
  const byKind = new Map<PhoneFileKind, string>();
  const others: string[] = [];
  for (const name of names) {
    const kind = kindOf(name, stem);
    if (kind && !byKind.has(kind)) byKind.set(kind, name);
    else others.push(name);
  }
  const face = byKind.get('calibratedFace') ?? byKind.get('face') ?? byKind.get('rawFace');
  if (face === undefined)
    throw new MimesisError('invalid_take', 'The folder holds a neutral pose, but no face that moves.');
  return { stem, byKind, face, others };
}

function kindOf(name: string, stem: string): PhoneFileKind | undefined {
  const fixed = fixedKind(name);
  if (fixed || isHidden(name)) return fixed;
  const [, faceStem, ending = ''] = FACE.exec(name) ?? [];
  if (faceStem === stem)
    return Object.entries(FACE_ENDINGS).find(([own]) => own === ending.toLowerCase())?.[1];
  return VIDEO.exec(name)?.[1] === stem ? 'video' : undefined;
}

function fixedKind(name: string): PhoneFileKind | undefined {
  return Object.entries(FIXED_NAMES).find(([own]) => own === name.toLowerCase())?.[1];
}

/** Files that macOS adds begin so, `._Slate_1_iPhone.csv` among them. */
const isHidden = (name: string): boolean => name.startsWith('.');

function stemOf(names: readonly string[], expected: string | undefined): string {
  const faces = names.filter((name) => !isHidden(name) && !fixedKind(name));
  const stems = [...new Set(faces.flatMap((name) => FACE.exec(name)?.[1] ?? []))];
  const stem = stems.find((each) => each === expected) ?? stems[0];
  if (stem === undefined) throw noFace(names);
  if (stems.length > 1 && stem !== expected) {
    throw new MimesisError('invalid_take', `The folder holds several takes: ${stems.join(', ')}.`, {
      remedy: 'Put each take into a folder of its own.',
    });
  }
  return stem;
}

function noFace(names: readonly string[]): MimesisError {
  if (names.some((name) => fixedKind(name) === 'depth')) {
    return new MimesisError(
      'invalid_take',
      'The take was recorded in the MetaHuman mode: it has no ARKit face.',
      {
        remedy: 'Record in the ARKit mode of Live Link Face.',
      },
    );
  }
  return new MimesisError('invalid_take', 'The folder holds no CSV file of Live Link Face.');
}

import type { FaceProfile, FaceRecognition } from '#shared/face/index.ts';
import { formatBytes, formatCount } from '../ui/index.ts';

const things = (count: number, one: string, many = `${one}s`): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`;

/** Every text of the avatars, in one place for translation. */
export const words = {
  title: 'Avatars',
  loading: 'Loading the avatars…',
  unreadable: { title: 'The avatars cannot be read', again: 'Try again' },
  empty: { title: 'No avatars', hint: 'Add a GLB, or an FBX of Character Creator.' },
  add: 'Add an avatar (GLB or FBX)',
  notAnAvatar: {
    message: (name: string) => `${name} is no avatar file.`,
    remedy: 'Choose a GLB, or an FBX as Character Creator exports it.',
  },
  steps: {
    converting: (name: string) => `Converting ${name}…`,
    sending: (name: string) => `Adding ${name}…`,
  },
  list: 'Avatars of your library',
  current: 'Shown',
  builtIn: 'built in',
  size: formatBytes,
  show: (name: string) => `Show ${name}`,
  details: (name: string) => `Face, bones and mapping of ${name}`,
  remove: {
    open: (name: string) => `Remove ${name}`,
    question: (name: string) => ({
      title: `Remove ${name}?`,
      text: 'Its file and its settings are deleted from your library. The file it was added from stays.',
      confirm: 'Remove',
      cancel: 'Keep',
    }),
  },
  profiles: {
    cc4_extended: 'CC4 Extended',
    cc4_standard: 'CC4 Standard',
    cc3_explus: 'CC3 ExPlus',
    cc5_hd: 'CC5 HD',
    arkit: 'ARKit',
  } satisfies Record<FaceProfile, string>,
  certainty: {
    sure: 'recognised',
    unsure: 'not sure',
    none: 'not recognised',
  } satisfies Record<FaceRecognition['certainty'], string>,
  dialog: {
    name: 'Name',
    profile: 'Profile',
    views: 'What is shown of the avatar',
    report: 'Report',
    mapping: 'Mapping',
    emotions: 'Emotions',
    leave: {
      title: 'Close without saving?',
      text: 'What you have changed in the mapping is not saved yet.',
      confirm: 'Close without saving',
      cancel: 'Keep editing',
    },
    reprofile: {
      title: 'Change the profile?',
      text: 'The mapping that you have made is for the targets of this profile, and will be deleted.',
      confirm: 'Change',
      cancel: 'Keep the profile',
    },
  },
  emotions: {
    hint: 'Each emotion is shown by the preset of its name. A face that needs another can have it here.',
    own: 'as everywhere',
    of: (emotion: string) => `Preset for ${emotion}`,
  },
  report: {
    face: 'Face',
    bones: 'Bones',
    file: 'File',
    targets: (found: number, expected: number) =>
      `${formatCount(found)} of ${things(expected, 'needed target')}`,
    morphTargets: (count: number, meshes: number) =>
      `${things(count, 'morph target')} on ${things(meshes, 'mesh', 'meshes')}`,
    geometry: (triangles: number, vertices: number) =>
      `${things(triangles, 'triangle')}, ${things(vertices, 'vertex', 'vertices')}`,
    memory: (textures: number, morphs: number) =>
      `${formatBytes(textures)} textures, ${formatBytes(morphs)} morph targets`,
    skeletons: { unreal: 'Unreal mannequin', reallusion: 'Reallusion', mixamo: 'Mixamo' },
    noSkeleton: 'No bone is known: head and hands stay still.',
    bonesFound: (skeleton: string, count: number) => `${skeleton}, ${things(count, 'joint')}`,
    missing: (count: number) => `${things(count, 'needed target')} missing`,
    missingHint: 'The face does not do what these would do. If the file names them otherwise, map them.',
    missingJoints: (count: number) => `${things(count, 'joint')} missing`,
    extra: (count: number) => `${things(count, 'morph target')} of no known name`,
    missingPictures: (count: number) => `${things(count, 'texture')} not inside the file`,
    missingPicturesHint:
      'They lie beside the FBX and were left out. Export it with embedded media to have them.',
    unreadablePictures: (count: number) => `${things(count, 'texture')} that cannot be read`,
    unreadablePicturesHint:
      'Browsers do not know pictures of their kind, such as TIFF or PSD, or they are damaged. Export them as PNG.',
    complete: 'Nothing is missing.',
  },
  mapping: {
    search: 'Target or morph target',
    table: 'Mapping of targets to morph targets',
    target: 'Target',
    drives: 'Drives in the file',
    of: (target: string) => `Morph targets that ${target} drives`,
    none: 'nothing',
    edited: 'changed by you',
    taken: (name: string, target: string) =>
      `${target} already drives “${name}”, and a morph target can be driven by one alone.`,
    unknown: (name: string) => `The file has no morph target “${name}”.`,
    notFound: 'No target or morph target contains this.',
    reset: 'Back to what was recognised',
    save: 'Save',
  },
};

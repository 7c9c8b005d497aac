import type { PresetKind } from '#shared/face/index.ts';

/** Every text of the presets, in one place for translation. */
export const words = {
  kind: 'Kind of preset',
  kinds: {
    emotion: 'Emotions',
    micro_expression: 'Micro-expressions',
    visemes: 'Visemes',
    mapping: 'Mappings',
    smoothing: 'Smoothing',
    constraints: 'Limits',
    rig: 'Whole rig',
  } satisfies Record<PresetKind, string>,
  list: (kind: string) => `Presets: ${kind}`,
  used: 'In use',
  builtIn: 'built in',
  version: (version: number) => `version ${version}`,
  keep: 'Keep what is set now as a preset',
  add: 'Import a preset file',
  use: (name: string) => `Use ${name}`,
  duplicate: (name: string) => `Duplicate ${name}`,
  edit: (name: string) => `Edit ${name}`,
  look: (name: string) => `Look into ${name}`,
  export: (name: string) => `Export ${name}`,
  remove: (name: string) => `Delete ${name}`,
  removal: (name: string) => ({
    title: 'Delete the preset?',
    text: `${name} is deleted from your library for good.`,
    confirm: 'Delete',
    cancel: 'Cancel',
  }),
  leave: {
    title: 'Close without saving?',
    text: 'What you have changed in the preset is not saved yet.',
    confirm: 'Close without saving',
    cancel: 'Keep editing',
  },
  cancel: 'Cancel',
  save: 'Save',
  document: 'The preset as JSON',
  notJson: 'This is not JSON.',
  readOnly: 'Presets that come with the product cannot be changed. Duplicate it and change the copy.',
  newName: (kind: string, time: string) => `${kind} ${time}`,
};

/** Names of the emotions that come with the product; a user's own have their own. */
const EMOTIONS: Readonly<Record<string, string>> = {
  happy: 'Happy',
  sad: 'Sad',
  angry: 'Angry',
  surprised: 'Surprised',
  fear: 'Fear',
  disgust: 'Disgust',
  contempt: 'Contempt',
};

/** How an emotion is called. */
export const emotionName = (name: string): string => EMOTIONS[name] ?? name;

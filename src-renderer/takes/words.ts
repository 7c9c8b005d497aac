import type { TakeContent, TakeFormat, TakeQuery } from '#shared/contract/index.ts';
import { formatBytes, formatCount } from '../ui/index.ts';
import { duration } from './duration.ts';

const counted = (count: number, one: string, many: string): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`;

/** Every text about takes, in one place for translation. */
export const words = {
  title: 'Takes',
  duration,
  search: 'Name, slate, tag or subject',
  none: 'No takes yet',
  nothingFound: 'No take is so',
  nothingFoundHint: 'Search for less, or show all of them.',
  showAll: 'Show all takes',
  noneHint: 'Arm capture and record, or drop a take of Live Link Face here.',
  unreadable: { title: 'The takes cannot be read', again: 'Try again' },
  rowLoading: 'Loading',
  nobody: 'Nobody was heard',
  dropped: (count: number) => `${formatCount(count)} dropped`,
  ended: (reason: string | null) =>
    reason === 'interrupted'
      ? 'interrupted, kept up to there'
      : reason === 'disk_full'
        ? 'the disk was full'
        : 'not ended in order',
  edited: 'Edited',
  quality: 'Time in which somebody was seen',
  percent: (share: number) => `${Math.floor(share * 100)} %`,
  rating: (stars: number) => (stars === 0 ? 'Not rated' : `${stars} of 5 stars`),
  rate: (stars: number) => `${stars} ${stars === 1 ? 'star' : 'stars'}`,
  filters: {
    tag: 'Tag',
    anyTag: 'Tags',
    rating: 'Rating',
    anyRating: '★',
    from: (stars: number) => (stars === 5 ? '★ 5' : `★ ${stars}+`),
    order: 'Order',
    orders: {
      startedAt: 'Recorded',
      name: 'Name',
      rating: 'Rating',
      durationSeconds: 'Length',
      quality: 'Quality',
    } satisfies Record<TakeQuery['order'], string>,
    ascending: 'Smallest or oldest first',
    descending: 'Largest or newest first',
  },
  trash: {
    open: 'Trash',
    close: 'Back to the takes',
    put: 'Put into the trash',
    restore: 'Take out of the trash',
    holds: (count: number) => `In the trash: ${counted(count, 'take', 'takes')}`,
    none: 'The trash is empty',
    noneHint: 'Takes that are thrown away wait here until the trash is emptied.',
    since: (when: string) => `In the trash since ${when}`,
    empty: 'Empty trash',
    emptyQuestion: (count: number) => ({
      title: 'Empty the trash?',
      text: `${counted(count, 'take is', 'takes are')} deleted for good, with sound, video and edits.`,
      confirm: 'Delete for good',
      cancel: 'Cancel',
    }),
    purge: 'Delete for good',
    purgeQuestion: (name: string) => ({
      title: `Delete ${name} for good?`,
      text: 'The recording, its sound and video and all edits are gone then.',
      confirm: 'Delete for good',
      cancel: 'Cancel',
    }),
  },
  trashed: (name: string) => `${name} is in the trash.`,
  undo: 'Take it back',
  closeNotice: 'Close this notice',
  import: {
    open: 'Import takes',
    folder: 'Folder of a phone…',
    files: 'CSV or JSONL files…',
    hint: 'A folder that Live Link Face has left (CSV, MOV, take.json), its CSV file alone, or captured frames as lines. They can also be dropped on the list of takes.',
    running: (name: string, place: number, count: number) =>
      count > 1 ? `Importing ${name}: ${place} of ${count}` : `Importing ${name}`,
    progress: 'How much is imported',
    cancel: 'Cancel',
    ending: 'The import is being cancelled',
  },
  imported: (names: readonly string[]) =>
    names.length === 1 ? `${names[0]} was imported.` : `${names.length} takes were imported.`,
  noTake: {
    message: 'There is no take in what was chosen.',
    remedy: 'Choose the folder that Live Link Face has left, its CSV file, or captured frames (JSONL).',
  },
  dropHere: 'Drop to import as takes',
  export: 'Export',
  contentLabel: 'What is exported',
  contents: { played: 'As it plays', recorded: 'As recorded' } satisfies Record<TakeContent, string>,
  formats: { csv: 'CSV', jsonl: 'JSONL' } satisfies Record<TakeFormat, string>,
  formatHints: {
    csv: 'As Live Link Face writes it: the face',
    jsonl: 'Captured frames as lines: face and body',
  } satisfies Record<TakeFormat, string>,
  exported: (name: string, files: readonly string[]) =>
    files.length === 1 ? `${name} was written: ${files[0]}` : `${name} was written: ${files.length} files`,
  details: {
    open: 'Open',
    close: 'Close details',
    title: (name: string) => `Details of ${name}`,
    name: 'Name',
    addTag: 'Add a tag',
    removeTag: (tag: string) => `Remove the tag ${tag}`,
    notes: 'Notes',
    trim: 'Trim',
    trimStart: 'From, in seconds',
    trimEnd: 'To, in seconds',
    trimTo: 'to',
    trimAll: 'Show all',
    facts: 'Facts',
    recorded: 'Recorded',
    length: 'Length',
    size: 'Size',
    bytes: formatBytes,
    subject: (protocol: string, framesPerSecond: number) =>
      `${protocol}${framesPerSecond > 0 ? `, ${framesPerSecond.toFixed(1)} a second` : ''}`,
    framesOf: (frames: number, dropped: number) =>
      `${counted(frames, 'frame', 'frames')}, ${formatCount(dropped)} dropped`,
    gaps: (count: number, seconds: number) =>
      count === 0 ? 'no gaps' : `${counted(count, 'gap', 'gaps')}, ${seconds.toFixed(1)} s`,
    parts: (face: boolean, body: boolean) =>
      face && body ? 'face and body' : face ? 'face' : body ? 'body' : 'nothing',
    media: 'Media',
    audio: 'sound',
    video: 'reference video',
    noMedia: 'none',
    markers: 'Markers',
    ended: 'Ended',
    inOrder: 'in order',
    importedFrom: 'Imported from',
    device: 'Device',
    damaged: 'Damaged',
  },
  protocols: {
    live_link_face: 'Live Link Face',
    ifacialmocap: 'iFacialMocap',
    facemotion3d: 'Facemotion3d',
    vtube_studio: 'VTube Studio',
    vmc: 'VMC',
    arkit_data: 'arkit_data',
    capture_lines: 'Captured frames',
  } as Readonly<Record<string, string>>,
};

import type { TakeEnd } from '#shared/formats/index.ts';

const places = (count: number): string => (count === 1 ? 'in one place' : `in ${count} places`);
const blocks = (count: number): string => (count === 1 ? 'One block' : `${count} blocks`);

/** Every text of the player of takes, in one place for translation. */
export const words = {
  close: 'Close the take',
  subject: 'Subject that is shown',
  nobody: 'Nobody was recorded',
  trim: 'Trim to points',
  untrim: 'Remove the trim',
  opening: 'Opening the take…',
  notOpened: 'The take cannot be opened',
  reading: {
    label: 'Reading the take…',
    missing: 'The file of the take is not in the workspace any more.',
    missingRemedy: 'Look for it in the trash, or take it from a backup.',
  },
  video: {
    title: 'Reference video',
    broken: 'The reference video cannot be played here. The take itself is whole.',
  },
  timeline: {
    markers: 'Markers',
    gaps: (subject: string) => `Gaps of ${subject}`,
    sound: 'Sound',
    nearer: 'Nearer',
    farther: 'Farther',
    whole: 'Show the whole take',
    previousMarker: 'Previous marker',
    nextMarker: 'Next marker',
    marker: (name: string, time: string) => `${name}, at ${time}`,
    unnamed: 'Marker',
    scroll: 'Part of the take that is seen',
    scrollText: (from: string, to: string) => `${from} to ${to}`,
    inGap: (subject: string) => `${subject}: nothing came here`,
    value: (channel: string, value: string) => `${channel} ${value}`,
    summary: (markers: number, gaps: number, gapSeconds: number, hasSound: boolean) =>
      [
        markers === 1 ? '1 marker' : `${markers} markers`,
        gaps === 0
          ? 'no gaps'
          : `${gaps === 1 ? '1 gap' : `${gaps} gaps`} of ${gapSeconds.toFixed(1)} seconds in all`,
        hasSound ? 'with sound' : 'without sound',
      ].join(', '),
  },
  channels: {
    list: 'Channels',
    search: 'Search channels',
    onlyChosen: 'List the chosen channels only',
    none: 'No channel is called so',
    noFace: 'No face was recorded of this subject.',
    noneChosen: 'Choose channels to see their curves.',
    nothing: '–',
    weight: (value: number) => value.toFixed(2),
    degrees: (radians: number) => `${((radians * 180) / Math.PI).toFixed(1)}°`,
  },
  /** Minutes and seconds, with hundredths. */
  time: (seconds: number) => {
    const hundredths = Math.round(seconds * 100);
    const whole = Math.floor(hundredths / 100);
    const clock = `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
    return `${clock}.${String(hundredths % 100).padStart(2, '0')}`;
  },
  missing: {
    torn: (size: string) => `Its last moment was torn off when recording broke: ${size} could not be read.`,
    damagedEnd: (size: string) => `The end of the file is damaged: ${size} could not be read.`,
    damaged: (count: number, lost: number) =>
      `The file is damaged ${places(count)}. ${lost === 0 ? '' : `${blocks(lost)} of frames or notes are lost there. `}All else is shown.`,
    unreadable: (count: number) => `${blocks(count)} could not be understood, and were left out.`,
    unreadableFrames: (subject: string, count: number) =>
      `${subject}: ${count === 1 ? 'one frame' : `${count} frames`} with numbers that are none were left out.`,
    file: (kind: 'audio' | 'video') =>
      kind === 'audio' ? 'Its sound is missing.' : 'Its reference video is missing.',
    ended: {
      interrupted: 'Recording was interrupted; what came until then is here.',
      disk_full: 'The disk was full; what came until then is here.',
      io: 'The disk failed; what came until then is here.',
    } satisfies Record<Exclude<TakeEnd['reason'], 'stopped'>, string>,
    noEnd: 'Recording was not ended in order; what came until then is here.',
  },
};

const twoDigits = (count: number): string => String(count).padStart(2, '0');

/** Every text about takes, in one place for translation. */
export const words = {
  title: 'Takes',
  slate: 'Slate',
  takeNumber: 'Take number',
  record: 'Record',
  stop: 'Stop recording',
  recording: (slate: string, takeNumber: number) => `${slate}, take ${takeNumber}`,
  /** Minutes, seconds and tenths. */
  duration: (seconds: number) => {
    const tenths = Math.floor(seconds * 10);
    return `${Math.floor(tenths / 600)}:${twoDigits(Math.floor(tenths / 10) % 60)}.${tenths % 10}`;
  },
  search: 'Name, slate, tag or subject',
  none: 'No takes yet',
  nothingFound: 'No take is called so',
  noneHint: 'Arm capture and record: what comes is written to the disk as it comes.',
  nobody: 'Nobody was heard',
  dropped: (count: number) => `${count} ${count === 1 ? 'frame' : 'frames'} dropped`,
  ended: (reason: string | null) =>
    reason === 'interrupted'
      ? 'interrupted, kept up to there'
      : reason === 'disk_full'
        ? 'the disk was full'
        : 'not ended in order',
  more: (count: number) => `${count} older ones: search to find them.`,
  rating: (stars: number) => (stars === 0 ? 'Not rated' : `${stars} of 5 stars`),
  rate: (stars: number) => `${stars} ${stars === 1 ? 'star' : 'stars'}`,
  open: (name: string) => `Open ${name}`,
  trash: (name: string) => `Put ${name} into the trash`,
  trashed: (name: string) => `${name} is in the trash.`,
  undo: 'Take it back',
};

import type { RecordedPart, TimecodeRate } from '#shared/contract/index.ts';
import type { DeviceKind } from '../devices/index.ts';
import type { MarkerColour } from './markers/colours.ts';
import type { CountdownSeconds } from './setup/setupStore.ts';

const twoDigits = (count: number): string => String(count).padStart(2, '0');

/** Every text about recording, in one place for translation. */
export const words = {
  slate: 'Slate',
  takeNumber: 'Take number',
  record: 'Record',
  cancel: 'Cancel',
  stop: 'Stop recording',
  recording: (slate: string, takeNumber: number) => `${slate}, take ${takeNumber}`,
  /** Minutes, seconds and tenths. */
  duration: (seconds: number) => {
    const tenths = Math.floor(seconds * 10);
    return `${Math.floor(tenths / 600)}:${twoDigits(Math.floor(tenths / 10) % 60)}.${tenths % 10}`;
  },
  escape: 'Escape cancels',
  hostTimecode: 'Studio',
  deviceTimecode: 'Device',
  noTimecode: '--:--:--:--',
  sound: 'Microphone',
  video: 'Reference camera',
  countdown: 'Countdown',
  countdowns: { 0: 'Off', 3: '3 s', 5: '5 s' } satisfies Record<CountdownSeconds, string>,
  timecode: 'Timecode',
  rate: (rate: TimecodeRate) => `${rate} frames/s`,
  nobody: 'Whoever sends is listed here.',
  everything:
    'Everything is recorded of whoever comes, unless it is switched off. Changes count from the next take on.',
  parts: {
    brows: 'Brows',
    eyelids: 'Eyelids',
    gaze: 'Eye gaze',
    jaw: 'Jaw',
    mouth: 'Mouth',
    cheeks: 'Cheeks, nose',
    head: 'Head',
    body: 'Body',
  } satisfies Record<RecordedPart, string>,
  partsOf: (subject: string) => `What is recorded of ${subject}`,
  arm: (subject: string) => `Record ${subject}`,
  level: 'Level of the microphone',
  decibels: (level: number) => (level <= -60 ? 'silent' : `${Math.round(level)} dB`),
  clipped: 'Clipped: too loud',
  silent: 'Nothing is heard. Is the microphone muted?',
  preview: 'Reference camera',
  missing: {
    microphone: 'The chosen microphone is not connected',
    camera: 'The chosen reference camera is not connected',
  } satisfies Record<DeviceKind, string>,
  lost: {
    microphone: 'Recording without sound',
    camera: 'Recording without reference video',
  } satisfies Record<DeviceKind, string>,
  unplugged: {
    microphone: 'The microphone was disconnected. The take goes on without sound.',
    camera: 'The reference camera was disconnected. The take goes on without its video.',
  } satisfies Record<DeviceKind, string>,
  unpluggedRemedy: 'Connect it again, or choose another.',
  noSound: 'This browser cannot record sound.',
  noSoundRemedy: 'Use the app, or a browser on Chromium.',
  mark: 'Mark',
  markerName: 'Name of the marker',
  markerColour: 'Colour of the marker',
  colours: {
    amber: 'Amber',
    green: 'Green',
    blue: 'Blue',
    red: 'Red',
    violet: 'Violet',
  } satisfies Record<MarkerColour, string>,
  markers: (count: number) => (count === 0 ? 'No markers' : `${count} ${count === 1 ? 'marker' : 'markers'}`),
  unnamed: 'Marker',
};

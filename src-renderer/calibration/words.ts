import type { RangeStepName } from '#shared/capture/index.ts';

const counted = (channels: number): string => (channels === 1 ? 'one channel' : `${channels} channels`);

/** Every text of the calibration, in one place for translation. */
export const words = {
  calibrate: (subject: string, isCalibrated: boolean) =>
    isCalibrated ? `Calibrate ${subject} (is calibrated)` : `Calibrate ${subject}`,
  title: (subject: string) => `Calibration: ${subject}`,
  close: 'Close the calibration',
  settings: 'Settings of the calibration',
  undo: 'Undo',
  redo: 'Redo',
  neutral: 'Neutral pose',
  range: 'Range of motion',
  mirror: 'Mirror',
  resetAll: 'Reset everything',
  hint: 'What the phone sends becomes what the avatar shows. Takes keep what was sent, with the calibration beside it.',
  unseen: 'No face is seen.',
  unheard: 'This phone is not heard. Arm capture, and let it send.',
  neutralTaken: 'The neutral pose is taken.',
  lookAhead: 'Look straight ahead and relax your face.',
  keepStill: 'Keep still…',
  cancel: 'Cancel',
  search: 'Search channels',
  count: (shown: number, all: number) => `${shown} of ${all}`,
  noChannels: 'No such channel.',
  channels: 'Channels',
  columns: { values: 'Sent → shown', gain: 'Gain', deadZone: 'Dead zone' },
  gainOf: (channel: string) => `Gain of ${channel}`,
  deadZoneOf: (channel: string) => `Dead zone of ${channel}`,
  reset: (channel: string) => `Reset ${channel}`,
  degrees: (radians: number) => `${Math.round((radians * 180) / Math.PI)}°`,
  times: (gain: number) => `× ${gain.toFixed(2)}`,
  wizard: {
    /** @param reached in the step before */
    place: (step: number, steps: number, reached: readonly (readonly [channel: string, level: number])[]) =>
      [
        `Step ${step} of ${steps}.`,
        ...(reached.length === 0
          ? []
          : [`Reached: ${reached.map(([channel, level]) => `${channel} ${level.toFixed(2)}`).join(', ')}.`]),
      ].join(' '),
    hold: 'Do it, and hold it until the bar is full.',
    measure: 'Measure',
    measuring: 'Hold it…',
    back: 'Back',
    skip: 'Skip',
    finish: 'Finish',
    leave: 'Leave',
    done: 'That was all.',
    doneHint: (channels: number) =>
      channels === 0
        ? 'Nothing was measured: the gains stay as they are.'
        : `Finish sets the neutral pose, and gain and dead zone of ${counted(channels)}. It can be undone.`,
    finished: (gains: number, unmoved: readonly string[]) =>
      [
        gains === 0
          ? 'The neutral pose is set.'
          : `The neutral pose is set, and gain and dead zone of ${counted(gains)}.`,
        ...(unmoved.length === 0 ? [] : [`These hardly moved and stay as they were: ${unmoved.join(', ')}.`]),
      ].join(' '),
    steps: {
      jaw_open: 'Open your mouth as wide as you can.',
      jaw_left: 'Open your mouth a little, and push your lower jaw to your left.',
      jaw_right: 'Open your mouth a little, and push your lower jaw to your right.',
      smile: 'Smile as broadly as you can.',
      frown: 'Pull the corners of your mouth down.',
      pucker: 'Pucker your lips, as for a kiss.',
      funnel: 'Push your lips forward and round, as in a long “oh”.',
      stretch: 'Stretch your lips sideways, as in a long “ee”.',
      roll_lips: 'Roll both lips in over your teeth.',
      mouth_left: 'Move your mouth to your left.',
      mouth_right: 'Move your mouth to your right.',
      puff: 'Puff out your cheeks.',
      tongue_out: 'Stick your tongue out as far as you can.',
      sneer: 'Wrinkle your nose and bare your upper teeth.',
      brows_up: 'Raise your eyebrows and open your eyes wide.',
      brows_down: 'Lower your eyebrows and draw them together.',
      eyes_shut: 'Squeeze your eyes shut for three seconds.',
      look_left: 'Look as far to your left as you can; the head stays.',
      look_right: 'Look as far to your right as you can; the head stays.',
      look_up: 'Look up as far as you can; the head stays.',
      look_down: 'Look down as far as you can; the head stays.',
    } satisfies Record<RangeStepName, string>,
  },
};

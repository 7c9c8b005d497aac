import type { RecordedTake } from '#shared/formats/index.ts';

/** The memory of a take's frames, to hand it over instead of copying it. */
export function arraysOf({ subjects }: RecordedTake): ArrayBuffer[] {
  return subjects
    .flatMap(({ times, deviceTimes, arrivalTimes, flags, channels, headPositions, bodies }) => [
      times,
      deviceTimes,
      arrivalTimes,
      flags,
      channels,
      headPositions,
      bodies,
    ])
    .flatMap(({ buffer }) => (buffer instanceof ArrayBuffer ? [buffer] : []));
}

import { type Calibration, calibrationSchema } from '../../contract/index.ts';

/** Leaves every frame as it is. */
export const NO_CALIBRATION: Calibration = calibrationSchema.parse({});

/** Whether two calibrations do the same, whichever way they are written. */
export function isSameCalibration(a: Calibration, b: Calibration): boolean {
  return (
    a.isMirrored === b.isMirrored &&
    a.neutralHeadPosition.every((metres, i) => metres === b.neutralHeadPosition[i]) &&
    isSameRecord(a.neutral, b.neutral, 0) &&
    isSameRecord(a.gain, b.gain, 1) &&
    isSameRecord(a.deadZone, b.deadZone, 0)
  );
}

type ByChannel = Readonly<Record<string, number>>;

function isSameRecord(a: ByChannel, b: ByChannel, absent: number): boolean {
  return [...Object.keys(a), ...Object.keys(b)].every((name) => (a[name] ?? absent) === (b[name] ?? absent));
}

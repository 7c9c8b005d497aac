import type { Calibration, NeutralPose } from '#shared/contract/index.ts';

/** A calibration with another gain of a channel. */
export function withGain(calibration: Calibration, channel: string, gain: number): Calibration {
  return { ...calibration, gain: changed(calibration.gain, channel, gain, 1) };
}

/** A calibration with another dead zone of a channel. */
export function withDeadZone(calibration: Calibration, channel: string, deadZone: number): Calibration {
  return { ...calibration, deadZone: changed(calibration.deadZone, channel, deadZone, 0) };
}

/** A calibration whose zero is this pose. */
export function withNeutral(
  calibration: Calibration,
  { neutral, neutralHeadPosition }: NeutralPose,
): Calibration {
  return { ...calibration, neutral, neutralHeadPosition };
}

/** Whether anything of a channel is calibrated. */
export function isCalibrated({ neutral, gain, deadZone }: Calibration, channel: string): boolean {
  return channel in neutral || channel in gain || channel in deadZone;
}

/** A calibration that leaves a channel as it is sent. */
export function withoutChannel(calibration: Calibration, channel: string): Calibration {
  return {
    ...calibration,
    neutral: changed(calibration.neutral, channel, 0, 0),
    gain: changed(calibration.gain, channel, 1, 1),
    deadZone: changed(calibration.deadZone, channel, 0, 0),
  };
}

/** What has the value of a channel that is not named is not named. */
function changed(
  record: Readonly<Record<string, number>>,
  channel: string,
  value: number,
  absent: number,
): Record<string, number> {
  const { [channel]: _, ...others } = record;
  return value === absent ? others : { ...others, [channel]: value };
}

import { describe, expect, it } from 'vitest';
import { NO_CALIBRATION } from '#shared/capture/index.ts';
import { isCalibrated, withDeadZone, withGain, withNeutral, withoutChannel } from './edits.ts';

describe('a change of a calibration', () => {
  it('names a channel only while it is calibrated', () => {
    const loud = withGain(NO_CALIBRATION, 'jawOpen', 1.5);
    expect(loud.gain).toEqual({ jawOpen: 1.5 });
    expect(isCalibrated(loud, 'jawOpen')).toBe(true);
    expect(withGain(loud, 'jawOpen', 1)).toEqual(NO_CALIBRATION);
    expect(withDeadZone(withDeadZone(loud, 'jawOpen', 0.1), 'jawOpen', 0)).toEqual(loud);
  });

  it('gives one channel back and leaves the others', () => {
    const neutralPose = { neutral: { jawOpen: 0.1, mouthFunnel: 0.2 }, noise: {} };
    const { neutral, gain } = withoutChannel(
      withGain(
        withNeutral(NO_CALIBRATION, { ...neutralPose, neutralHeadPosition: [0, 0, 0.4] }),
        'jawOpen',
        2,
      ),
      'jawOpen',
    );
    expect(neutral).toEqual({ mouthFunnel: 0.2 });
    expect(gain).toEqual({});
  });
});

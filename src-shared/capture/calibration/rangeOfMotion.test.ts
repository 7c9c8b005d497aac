import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { requireShared } from '../../../scripts/testing/shared.ts';
import type { NeutralPose } from '../../contract/index.ts';
import { CAPTURE_CHANNEL_COUNT, CAPTURE_CHANNELS } from '../captureFrame.ts';
import { readLiveLinkFaceCsv } from '../liveLinkFace/csv.ts';
import { FrameCalibrator } from './frameCalibrator.ts';
import { measureNeutral } from './neutralPose.ts';
import { NO_CALIBRATION } from './noCalibration.ts';
import { calibrateRange, measureReach, RANGE_STEPS, type Reached } from './rangeOfMotion.ts';
import { calibrationOf, faceShowing, samplesOf } from './testing/faces.ts';

const AT_REST: NeutralPose = { neutral: {}, neutralHeadPosition: [0, 0, 0], noise: {} };

describe('the reach of a channel', () => {
  it('is what was held for a tenth of the time, not a peak', () => {
    const held = Array.from({ length: 180 }, (_, i) => ({ jawOpen: i < 60 ? 0 : i === 100 ? 1 : 0.8 }));
    expect(measureReach(samplesOf(held))['jawOpen']).toBeCloseTo(0.8);
  });

  it('is not known where no face was seen', () => {
    expect(() => measureReach(samplesOf([]))).toThrow(expect.objectContaining({ kind: 'not_measured' }));
  });
});

describe('a calibrated range of motion', () => {
  it('lets what was reached reach 1, from any neutral', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 0.3, noNaN: true }),
        fc.double({ min: 0.6, max: 1, noNaN: true }),
        (rest, reach) => {
          const neutral = { jawOpen: rest };
          const { calibration, unmoved } = calibrateRange(
            NO_CALIBRATION,
            { ...AT_REST, neutral },
            { jawOpen: reach },
          );
          expect(unmoved).toEqual([]);
          const calibrator = new FrameCalibrator();
          calibrator.begin(calibration);
          const frame = faceShowing({ jawOpen: reach });
          calibrator.apply(frame, 0);
          expect(frame.channels[CAPTURE_CHANNELS.indexOf('jawOpen')]).toBeCloseTo(1, 2);
        },
      ),
    );
  });

  it('keeps a channel that hardly moved as it was, and one that moved little within the limits of a gain', () => {
    const before = calibrationOf({ gain: { cheekPuff: 1.5, jawOpen: 2 }, isMirrored: true });
    const { calibration, unmoved } = calibrateRange(before, AT_REST, { cheekPuff: 0.1, mouthPucker: 0.2 });
    expect(unmoved).toEqual(['cheekPuff']);
    expect(calibration.gain).toEqual({ cheekPuff: 1.5, jawOpen: 2, mouthPucker: 3 });
    expect(calibration.isMirrored).toBe(true);
  });

  it('asks for each channel once', () => {
    const asked = RANGE_STEPS.flatMap(({ channels }) => [...channels]);
    expect(new Set(asked).size).toBe(asked.length);
  });

  it('lets a real face that went through its range of motion fill it', (context) => {
    const take = readLiveLinkFaceCsv(readFileSync(requireShared(context, 'takes/face-rom.csv'), 'utf8'));
    const rowsOf = (from: number, seconds: number) => ({
      fromSeconds: 0,
      toSeconds: seconds,
      times: Array.from({ length: seconds * 60 }, (_, i) => i / 60),
      channels: Array.from({ length: seconds * 60 }, (_, i) => {
        const start = (from * 60 + i) * CAPTURE_CHANNEL_COUNT;
        return take.channels.slice(start, start + CAPTURE_CHANNEL_COUNT);
      }),
      headPositions: [],
    });
    const pose = measureNeutral(rowsOf(0, 1));
    expect(pose.neutral).toMatchObject({
      mouthFrownLeft: expect.closeTo(0.23, 2),
      eyeLookDownLeft: expect.closeTo(0.29, 2),
    });
    // The whole take is one long step in which everything was done once, most of it for a moment.
    const best: Record<string, number> = {};
    for (let from = 0; from + 3 <= 67; from++) {
      const reached = measureReach(rowsOf(from, 3));
      for (const { channels } of RANGE_STEPS)
        for (const name of channels) best[name] = Math.max(best[name] ?? 0, reached[name] ?? 0);
    }
    const { calibration, unmoved } = calibrateRange(NO_CALIBRATION, pose, best satisfies Reached);
    // To the sides the mouth is moved in this take, and the jaw with it by a tenth.
    expect(unmoved).toEqual(['jawLeft', 'jawRight']);
    for (const gain of Object.values(calibration.gain)) expect(gain).toBeLessThanOrEqual(3);
    expect(calibration.gain['mouthSmileLeft']).toBeCloseTo(1 / 0.87, 1);
    const calibrator = new FrameCalibrator();
    calibrator.begin(calibration);
    const shown = (values: Float32Array) => {
      const frame = faceShowing({});
      frame.channels.set(values);
      calibrator.apply(frame, 0);
      return frame.channels.subarray(0, 51);
    };
    const [resting = new Float32Array()] = rowsOf(0, 1).channels.slice(59);
    expect(Math.max(...shown(resting))).toBeLessThan(0.05);
    for (const name of ['jawOpen', 'mouthSmileLeft', 'browInnerUp', 'eyeBlinkRight'] as const) {
      const at = CAPTURE_CHANNELS.indexOf(name);
      expect(shown(faceShowing({ [name]: best[name] ?? 0 }).channels)[at]).toBeCloseTo(1, 2);
    }
  });
});

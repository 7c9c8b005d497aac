import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JOINT_COUNT } from '../../body/index.ts';
import { type Calibration, MAX_NEUTRAL } from '../../contract/index.ts';
import { ARKIT_BLENDSHAPE_COUNT, ARKIT_BLENDSHAPES } from '../../face/index.ts';
import {
  CAPTURE_CHANNELS,
  type CaptureFrame,
  copyCaptureFrame,
  createCaptureFrame,
} from '../captureFrame.ts';
import { headQuaternionOfPhone } from '../headRotation.ts';
import { FrameCalibrator } from './frameCalibrator.ts';
import { NO_CALIBRATION } from './noCalibration.ts';
import { calibrationOf, faceShowing } from './testing/faces.ts';

const level = fc.double({ min: 0, max: 1, noNaN: true });
const angle = fc.double({ min: -1, max: 1, noNaN: true });

/** A frame of a face and a body as some sender may tell them. */
const frames: fc.Arbitrary<CaptureFrame> = fc
  .record({
    levels: fc.array(level, { minLength: ARKIT_BLENDSHAPE_COUNT, maxLength: ARKIT_BLENDSHAPE_COUNT }),
    angles: fc.array(angle, { minLength: 9, maxLength: 9 }),
    place: fc.array(angle, { minLength: 3, maxLength: 3 }),
    turns: fc.array(angle, { minLength: 3 * JOINT_COUNT, maxLength: 3 * JOINT_COUNT }),
  })
  .map(({ levels, angles, place, turns }) => {
    const frame = Object.assign(createCaptureFrame(), {
      faceFound: true,
      bodyFound: true,
      hasHeadPosition: true,
    });
    frame.channels.set([...levels, ...angles]);
    frame.headPosition.set(place);
    frame.body.pelvis.set(place);
    for (let joint = 0; joint < JOINT_COUNT; joint++) {
      const [x = 0, y = 0, z = 0] = turns.slice(3 * joint).map((turn) => turn / 2);
      frame.body.rotations.set([x, y, z, Math.sqrt(1 - x * x - y * y - z * z)], 4 * joint);
    }
    return frame;
  });

const some = (values: fc.Arbitrary<number>, names: readonly string[] = CAPTURE_CHANNELS) =>
  fc.dictionary(fc.constantFrom(...names), values, { maxKeys: names.length });

/** Any calibration whose gain is at least 1 where there is one. */
const calibrations: fc.Arbitrary<Calibration> = fc.record({
  neutral: fc
    .tuple(
      some(fc.double({ min: 0, max: MAX_NEUTRAL, noNaN: true }), ARKIT_BLENDSHAPES),
      some(fc.double({ min: -0.6, max: 0.6, noNaN: true }), CAPTURE_CHANNELS.slice(ARKIT_BLENDSHAPE_COUNT)),
    )
    .map(([levels, angles]) => ({ ...levels, ...angles })),
  neutralHeadPosition: fc.tuple(angle, angle, angle),
  gain: some(fc.double({ min: 1, max: 3, noNaN: true })),
  deadZone: some(fc.double({ min: 0, max: 0.3, noNaN: true })),
  isMirrored: fc.boolean(),
});

function calibrated(frame: CaptureFrame, calibration: Calibration): CaptureFrame {
  const out = createCaptureFrame();
  copyCaptureFrame(frame, out);
  const calibrator = new FrameCalibrator();
  calibrator.begin(calibration);
  calibrator.apply(out, 0);
  return out;
}

/** Without -0. */
const plain = (values: Float32Array): number[] => Array.from(values, (value) => value + 0);

const shownOf = (frame: CaptureFrame, name: (typeof CAPTURE_CHANNELS)[number]): number =>
  frame.channels[CAPTURE_CHANNELS.indexOf(name)] ?? Number.NaN;

describe('a calibrated frame', () => {
  it('is the frame itself without a calibration', () => {
    fc.assert(
      fc.property(frames, (frame) => {
        expect(calibrated(frame, NO_CALIBRATION)).toEqual(frame);
      }),
    );
  });

  it('shows nothing of a face in its neutral pose', () => {
    fc.assert(
      fc.property(calibrations, (calibration) => {
        const neutral = faceShowing(calibration.neutral);
        neutral.hasHeadPosition = true;
        neutral.headPosition.set(calibration.neutralHeadPosition);
        const { channels, headPosition } = calibrated(neutral, calibration);
        for (const value of [...channels, ...headPosition]) expect(Math.abs(value)).toBeLessThan(2e-6);
      }),
    );
  });

  it('still reaches 1 with a full expression, and stays within 0 and 1', () => {
    fc.assert(
      fc.property(calibrations, frames, fc.nat(ARKIT_BLENDSHAPE_COUNT - 1), (calibration, frame, channel) => {
        const alone = faceShowing({ [CAPTURE_CHANNELS[channel] ?? '']: 1 });
        const { channels } = calibrated(alone, { ...calibration, isMirrored: false });
        expect(channels[channel]).toBeCloseTo(1, 5);
        for (const value of calibrated(frame, calibration).channels.subarray(0, ARKIT_BLENDSHAPE_COUNT)) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('never shows less of a channel of which the face shows more, and does not jump', () => {
    fc.assert(
      fc.property(
        calibrations,
        frames,
        fc.nat(ARKIT_BLENDSHAPE_COUNT - 1),
        level,
        (calibration, frame, channel, at) => {
          const shown = (value: number): number => {
            const changed = createCaptureFrame();
            copyCaptureFrame(frame, changed);
            changed.channels[channel] = value;
            return calibrated(changed, { ...calibration, isMirrored: false }).channels[channel] ?? 0;
          };
          const step = 0.001;
          const [less, more] = [shown(at), shown(at + step)];
          expect(more).toBeGreaterThanOrEqual(less);
          // The steepest: neutral, dead zone and gain, twice for what opposites share.
          expect(more - less).toBeLessThan((2 * step * 3) / (1 - 0.7) / (1 - 0.3) + 1e-5);
        },
      ),
    );
  });

  it('holds no number that is none', () => {
    fc.assert(
      fc.property(frames, calibrations, (frame, calibration) => {
        const { channels, headPosition, body } = calibrated(frame, calibration);
        for (const value of [...channels, ...headPosition, ...body.rotations, ...body.pelvis])
          expect(Number.isFinite(value)).toBe(true);
      }),
    );
  });

  it('has eyes that look up as soon as they look down less than at rest', () => {
    const calibration = calibrationOf({ neutral: { eyeLookDownLeft: 0.3 } });
    const straight = calibrated(faceShowing({}), calibration);
    expect(shownOf(straight, 'eyeLookUpLeft')).toBeCloseTo(0.3 / 1.3);
    expect(shownOf(straight, 'eyeLookDownLeft')).toBe(0);
    const down = calibrated(faceShowing({ eyeLookDownLeft: 0.65 }), calibration);
    expect(shownOf(down, 'eyeLookDownLeft')).toBeCloseTo(0.5);
  });

  it('nods where the head nods, though the phone sees it from the side', () => {
    const calibration = calibrationOf({ neutral: { headYaw: 0.8 } });
    // From a head that is turned by 0.8, a nod of 0.3 about its own axis.
    const nodding = faceShowing({ headYaw: 0.8, headPitch: 0.3 });
    const frame = calibrated(nodding, calibration);
    expect(shownOf(frame, 'headYaw')).toBeCloseTo(0);
    expect(shownOf(frame, 'headPitch')).toBeCloseTo(0.3);
    expect(shownOf(frame, 'headRoll')).toBeCloseTo(0);
  });

  it('turns back to what was sent when the neutral is put before it again', () => {
    fc.assert(
      fc.property(frames, calibrations, (frame, { neutral }) => {
        const turned = calibrated(frame, calibrationOf({ neutral }));
        const quaternion = ([yaw = 0, pitch = 0, roll = 0]: ArrayLike<number> & Iterable<number>) => {
          const out = new Float32Array(4);
          headQuaternionOfPhone(yaw, pitch, roll, out);
          return out;
        };
        const { headYaw = 0, headPitch = 0, headRoll = 0 } = neutral;
        const before = quaternion([headYaw, headPitch, headRoll]);
        const after = quaternion(turned.head);
        const sent = quaternion(frame.head);
        // The turn between neutral and sent has the angle of the turn that is left.
        const dot = before.reduce((sum, value, i) => sum + value * (sent[i] ?? 0), 0);
        expect(Math.abs(after[3] ?? 0)).toBeCloseTo(Math.abs(dot), 4);
      }),
    );
  });

  it('is the frame again when it is mirrored twice', () => {
    const mirrored = calibrationOf({ isMirrored: true });
    fc.assert(
      fc.property(frames, (frame) => {
        const twice = calibrated(calibrated(frame, mirrored), mirrored);
        expect(plain(twice.channels)).toEqual(plain(frame.channels));
        expect(plain(twice.headPosition)).toEqual(plain(frame.headPosition));
        expect(plain(twice.body.rotations)).toEqual(plain(frame.body.rotations));
        expect(plain(twice.body.pelvis)).toEqual(plain(frame.body.pelvis));
      }),
    );
  });

  it('is mirrored as in a mirror', () => {
    const mirrored = calibrated(
      faceShowing({ mouthSmileLeft: 0.8, jawRight: 0.2, leftEyeYaw: 0.3, headYaw: 0.5, headPitch: 0.1 }),
      calibrationOf({ isMirrored: true }),
    );
    expect(shownOf(mirrored, 'mouthSmileRight')).toBeCloseTo(0.8);
    expect(shownOf(mirrored, 'mouthSmileLeft')).toBe(0);
    expect(shownOf(mirrored, 'jawLeft')).toBeCloseTo(0.2);
    expect(shownOf(mirrored, 'rightEyeYaw')).toBeCloseTo(-0.3);
    expect(shownOf(mirrored, 'headYaw')).toBeCloseTo(-0.5);
    expect(shownOf(mirrored, 'headPitch')).toBeCloseTo(0.1);
  });

  it('is the same each time', () => {
    fc.assert(
      fc.property(frames, calibrations, (frame, calibration) => {
        expect(calibrated(frame, calibration)).toEqual(calibrated(frame, calibration));
      }),
    );
  });
});

describe('a change of calibration', () => {
  it('takes a quarter of a second, without a jump, wherever the one before had come to', () => {
    fc.assert(
      fc.property(frames, fc.array(calibrations, { minLength: 2, maxLength: 4 }), (frame, changes) => {
        const calibrator = new FrameCalibrator();
        const shownAt = (seconds: number): Float32Array => {
          const out = createCaptureFrame();
          copyCaptureFrame(frame, out);
          calibrator.apply(out, seconds);
          return out.channels;
        };
        let now = 0;
        let before = shownAt(now);
        for (const change of changes) {
          calibrator.change(change, now);
          for (let i = 0; i < 7; i++) {
            now += 1e-4;
            const after = shownAt(now);
            for (const [channel, value] of after.entries())
              expect(Math.abs(value - (before[channel] ?? 0))).toBeLessThan(0.05);
            before = after;
          }
          now += 0.1;
          before = shownAt(now);
        }
        now += 0.25;
        expect(shownAt(now)).toEqual(calibrated(frame, changes.at(-1) ?? NO_CALIBRATION).channels);
      }),
    );
  });

  it('back to none leaves frames as they are', () => {
    const calibrator = new FrameCalibrator();
    calibrator.begin(calibrationOf({ isMirrored: true, gain: { jawOpen: 2 } }));
    calibrator.change(NO_CALIBRATION, 5);
    const frame = faceShowing({ jawOpen: 1.003 });
    calibrator.apply(frame, 5.3);
    expect(shownOf(frame, 'jawOpen')).toBeCloseTo(1.003);
  });
});

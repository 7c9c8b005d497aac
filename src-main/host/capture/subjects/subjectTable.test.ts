import { describe, expect, it } from 'vitest';
import { type CaptureFrame, createCaptureFrame, NO_CALIBRATION } from '#shared/capture/index.ts';
import { type Calibration, calibrationSchema } from '#shared/contract/index.ts';
import type { SubjectKey } from '../../library/index.ts';
import { UNHEARD_CALLS } from '../testing/armForTest.ts';
import { SubjectTable } from './subjectTable.ts';

const ROOM = { address: '192.168.1.7', port: 50_000 };
const MIRROR = calibrationSchema.parse({ isMirrored: true });

const frameOf = (parts: Partial<CaptureFrame>): CaptureFrame => {
  const frame = Object.assign(createCaptureFrame(), { faceFound: true, ...parts });
  frame.head[0] = 0.5;
  return frame;
};

/** A table whose subjects are calibrated as the function says; it notes what is asked of it and what is shown. */
function tableWith(calibrationOf: (key: SubjectKey) => Calibration | undefined) {
  const keys: SubjectKey[] = [];
  const yaws: { raw: number; shown: number }[] = [];
  const changed: number[] = [];
  let raw = 0;
  const table = new SubjectTable(0, {
    ...UNHEARD_CALLS,
    onStatus: () => {},
    calibrationOf: (key) => {
      keys.push(key);
      return calibrationOf(key);
    },
    onRaw: ({ head }) => {
      raw = head[0] ?? 0;
    },
    onFrame: ({ head }) => yaws.push({ raw, shown: head[0] ?? 0 }),
    onCalibration: ({ id }) => changed.push(id),
  });
  return { table, keys, yaws, changed };
}

describe('a subject and its calibration', () => {
  it('is known by protocol, device and name; one that names nobody by its address', () => {
    const { table, keys } = tableWith(() => undefined);
    table.heard(frameOf({ deviceId: 'A1', subject: 'Ada' }), 'live_link_face', ROOM, 0);
    table.heard(frameOf({}), 'ifacialmocap', ROOM, 0);
    expect(keys).toEqual([
      { protocol: 'live_link_face', deviceId: 'A1', subject: 'Ada' },
      { protocol: 'ifacialmocap', deviceId: '', subject: '192.168.1.7' },
    ]);
  });

  it('is shown calibrated from its first frame on, after it was shown raw', () => {
    const { table, yaws } = tableWith(() => MIRROR);
    table.heard(frameOf({ subject: 'Ada' }), 'live_link_face', ROOM, 0);
    expect(yaws).toEqual([{ raw: 0.5, shown: -0.5 }]);
  });

  it('follows a change in a short fade, and keeps what it had where nothing can be read', () => {
    let stored: Calibration | undefined = NO_CALIBRATION;
    const { table, yaws, changed } = tableWith(() => stored);
    const shownAt = (seconds: number): number | undefined => {
      table.heard(frameOf({ subject: 'Ada' }), 'vmc', ROOM, seconds);
      return yaws.at(-1)?.shown;
    };
    expect(shownAt(1)).toBe(0.5);
    stored = MIRROR;
    table.recalibrate(1);
    expect(shownAt(1.125)).toBeCloseTo(0);
    expect(shownAt(2)).toBe(-0.5);
    stored = undefined;
    table.recalibrate(2);
    expect(shownAt(3)).toBe(-0.5);
    expect(changed).toEqual([0]);
  });
});

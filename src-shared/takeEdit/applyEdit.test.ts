import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyLayer, anySubject } from '../../scripts/testing/editArbitraries.ts';
import { CAPTURE_CHANNELS } from '../capture/index.ts';
import { takeEditSchema } from '../contract/index.ts';
import { applyEdit } from './applyEdit.ts';
import { createLayer, LAYER_KINDS } from './createLayer.ts';
import { editOf, evenTimes, subjectOf } from './testing/subject.ts';

const layers = fc.array(anyLayer, { maxLength: 4 });
const jaw = { id: 'a', subject: 0, channels: ['jawOpen'], range: null } as const;

describe('an edited subject', () => {
  it('is the recorded one where there are no layers, where they are off, of no strength, or of somebody else', () => {
    fc.assert(
      fc.property(anySubject, layers, (subject, some) => {
        expect(applyEdit(subject, editOf())).toBe(subject);
        expect(applyEdit(subject, editOf(...some.map((layer) => ({ ...layer, isOn: false }))))).toBe(subject);
        expect(applyEdit(subject, editOf(...some.map((layer) => ({ ...layer, strength: 0 }))))).toBe(subject);
        expect(applyEdit(subject, editOf(...some.map((layer) => ({ ...layer, subject: 1 }))))).toBe(subject);
      }),
    );
  });

  it('holds finite numbers, and weights that a face has, and is the same every time', () => {
    fc.assert(
      fc.property(anySubject, layers, (subject, some) => {
        const before = subject.channels.slice();
        const edited = applyEdit(subject, editOf(...some));
        expect(edited.channels.every(Number.isFinite)).toBe(true);
        const weights = edited.channels.filter((_, i) => i % CAPTURE_CHANNELS.length < 52);
        expect(weights.every((value) => value >= 0 && value <= 1)).toBe(true);
        expect(applyEdit(subject, editOf(...some)).channels).toEqual(edited.channels);
        expect(subject.channels).toEqual(before);
      }),
    );
  });

  it('keeps frames without a face, channels that no layer names, and what is outside a range', () => {
    fc.assert(
      fc.property(anySubject, layers, (subject, some) => {
        const { channels } = applyEdit(subject, editOf(...some));
        const named = new Set<string>(some.flatMap((layer) => layer.channels));
        for (let i = 0; i < channels.length; i++) {
          const frame = Math.floor(i / CAPTURE_CHANNELS.length);
          const time = subject.times[frame] ?? 0;
          const isReached = some.some(
            ({ range }) => !range || (time >= range.fromSeconds && time <= range.toSeconds),
          );
          const isNamed = named.has(CAPTURE_CHANNELS[i % CAPTURE_CHANNELS.length] ?? '');
          if (subject.flags[frame] === 1 && isReached && isNamed) continue;
          expect(channels[i]).toBe(subject.channels[i]);
        }
      }),
    );
  });

  it('takes back with one layer what another has added or scaled', () => {
    fc.assert(
      fc.property(
        anySubject,
        fc.double({ min: 0.1, max: 5, noNaN: true }),
        fc.double({ min: -1, max: 1, noNaN: true }),
        (subject, factor, pivot) => {
          const scale = { ...createLayer('scale', jaw), factor, pivot };
          const offset = { ...createLayer('offset', { ...jaw, id: 'c' }), amount: pivot };
          const edit = editOf(
            scale,
            offset,
            { ...offset, id: 'd', amount: -pivot },
            { ...scale, id: 'b', factor: 1 / factor },
          );
          const { channels } = applyEdit(subject, takeEditSchema.parse(edit));
          for (const [i, value] of subject.channels.entries()) expect(channels[i]).toBeCloseTo(value, 4);
        },
      ),
    );
  });

  it('shows no step at the ends of a range', () => {
    const subject = subjectOf(evenTimes(180), { jawOpen: () => 0.2 });
    const place = { ...jaw, range: { fromSeconds: 1, toSeconds: 2 } };
    const { channels } = applyEdit(subject, editOf({ ...createLayer('offset', place), amount: 0.5 }));
    const column = channels.filter(
      (_, i) => i % CAPTURE_CHANNELS.length === CAPTURE_CHANNELS.indexOf('jawOpen'),
    );
    expect(column[90]).toBeCloseTo(0.7, 6);
    const steps = column.slice(1).map((value, i) => Math.abs(value - (column[i] ?? 0)));
    expect(Math.max(...steps)).toBeLessThan(0.5 * 0.26);
    expect(column[60]).toBeCloseTo(0.2, 6);
    expect(column[121]).toBeCloseTo(0.2, 6);
  });

  it('is what layers make of each other, in their order', () => {
    const subject = subjectOf(evenTimes(3), { headYaw: () => 0.5 });
    const place = { ...jaw, channels: ['headYaw'] } as const;
    const add = { ...createLayer('offset', place), amount: 1 };
    const double = { ...createLayer('scale', { ...place, id: 'b' }), factor: 2 };
    const yaw = CAPTURE_CHANNELS.indexOf('headYaw');
    expect(applyEdit(subject, editOf(add, double)).channels[yaw]).toBe(3);
    expect(applyEdit(subject, editOf(double, add)).channels[yaw]).toBe(2);
  });

  it('passes over channels that this version does not know', () => {
    const subject = subjectOf(evenTimes(3), { jawOpen: () => 0.5 });
    const layer = { ...createLayer('offset', jaw), channels: ['earTwitch'], amount: 0.2 };
    expect(applyEdit(subject, editOf(layer))).toBe(subject);
  });
});

describe('a new layer', () => {
  it('is one that can be stored, and of both lids where it mends blinks', () => {
    for (const kind of LAYER_KINDS) {
      const layer = createLayer(kind, { ...jaw, range: { fromSeconds: 1, toSeconds: 2 } });
      expect(takeEditSchema.parse(editOf(layer))).toEqual(editOf(layer));
      expect(layer.channels).toEqual(kind === 'blinks' ? ['eyeBlinkLeft', 'eyeBlinkRight'] : ['jawOpen']);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { withChangedLayer, withMovedLayer } from './changeLayers.ts';
import { createLayer } from './createLayer.ts';
import { EditEvaluation } from './evaluation.ts';
import { editOf, evenTimes, subjectOf } from './testing/subject.ts';

const wave = (time: number): number => 0.5 + 0.4 * Math.sin(5 * time);
const subject = subjectOf(evenTimes(300), {
  jawOpen: wave,
  headYaw: wave,
  eyeBlinkLeft: wave,
  eyeBlinkRight: wave,
});
const place = { subject: 0, channels: ['jawOpen', 'headYaw'], range: null } as const;

describe('an evaluation', () => {
  it('reckons only the channels anew that a change concerns', () => {
    const evaluation = new EditEvaluation(subject);
    const jaw = createLayer('smooth', { ...place, id: 'jaw', channels: ['jawOpen'] });
    const yaw = createLayer('smooth', { ...place, id: 'yaw', channels: ['headYaw'] });
    const edit = editOf(jaw, yaw);
    const before = { jaw: evaluation.column(edit, 'jawOpen'), yaw: evaluation.column(edit, 'headYaw') };
    const changed = withChangedLayer(edit, 'yaw', (layer) => ({ ...layer, strength: 0.5 }));
    expect(evaluation.column(changed, 'jawOpen')).toBe(before.jaw);
    expect(evaluation.column(changed, 'headYaw')).not.toBe(before.yaw);
    expect(evaluation.column(changed, 'mouthFunnel')).toBe(evaluation.recorded('mouthFunnel'));
  });

  it('says the same as one that begins anew, whatever it was asked before', () => {
    const evaluation = new EditEvaluation(subject);
    const layers = [
      { ...createLayer('offset', { ...place, id: 'a' }), amount: 0.3 },
      { ...createLayer('scale', { ...place, id: 'b' }), factor: 0.5 },
      createLayer('blinks', { ...place, id: 'c' }),
    ];
    const edits = [editOf(...layers), withMovedLayer(editOf(...layers), 'a', 1), editOf(...layers.slice(1))];
    for (const edit of [...edits, ...edits]) {
      for (const channel of ['jawOpen', 'eyeBlinkRight'] as const) {
        expect(evaluation.column(edit, channel)).toEqual(new EditEvaluation(subject).column(edit, channel));
      }
    }
  });

  it('lets blinks of one lid follow what is done to the other', () => {
    const evaluation = new EditEvaluation(subject);
    const right = {
      ...createLayer('scale', { ...place, id: 'r', channels: ['eyeBlinkRight'] }),
      factor: 0.2,
    };
    const edit = editOf(right, createLayer('blinks', { ...place, id: 'b' }));
    expect(evaluation.column(edit, 'eyeBlinkLeft')).toEqual(
      new EditEvaluation(subject).column(edit, 'eyeBlinkLeft'),
    );
    const off = withChangedLayer(edit, 'r', (layer) => ({ ...layer, isOn: false }));
    expect(evaluation.column(off, 'eyeBlinkLeft')).toEqual(
      new EditEvaluation(subject).column(off, 'eyeBlinkLeft'),
    );
  });

  it('tells what a layer does to each of its channels', () => {
    const evaluation = new EditEvaluation(subject);
    const keys = { ...createLayer('keys', { ...place, id: 'k' }), tolerance: 0.02 };
    const figures = evaluation.figures(editOf(keys), 'k');
    expect([...figures.keys()]).toEqual(['jawOpen', 'headYaw']);
    const jaw = figures.get('jawOpen');
    expect(jaw?.frames).toBe(300);
    expect(jaw?.keys.length).toBeLessThan(30);
    expect(jaw?.largestChange).toBeLessThanOrEqual(0.02);
    expect(evaluation.keys(editOf(keys), 'jawOpen')).toBe(jaw?.keys);
    const offset = createLayer('offset', { ...place, id: 'o', channels: ['jawOpen'] });
    expect(evaluation.keys(editOf(keys, offset), 'jawOpen')).toEqual([]);
    expect(evaluation.figures(editOf({ ...keys, isOn: false }), 'k').size).toBe(0);
    expect(evaluation.figures(editOf(keys), 'gone').size).toBe(0);
  });
});

describe('layers', () => {
  it('are moved up and down, and no further than the end', () => {
    const layers = ['a', 'b', 'c'].map((id) => createLayer('offset', { ...place, id }));
    const order = (id: string, places: number): string =>
      withMovedLayer(editOf(...layers), id, places)
        .layers.map((layer) => layer.id)
        .join('');
    expect([order('a', 1), order('c', -1), order('a', 5), order('c', -9), order('a', -1)]).toEqual([
      'bac',
      'acb',
      'bca',
      'cab',
      'abc',
    ]);
  });
});

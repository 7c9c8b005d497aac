import { describe, expect, it } from 'vitest';
import { createTranslator } from '../mapping/index.ts';
import { builtInPresets, type EmotionPreset } from '../presets/index.ts';
import { PROFILE_TARGETS } from '../profiles/index.ts';
import { createFaceRig } from '../rig/index.ts';
import { runFrames, STILL, weightOf } from '../testing/neutralRig.ts';
import { createEmotionLayer } from './emotion.ts';
import { createMicroLayer } from './micro.ts';

const FRAME = 1 / 60;
const targets = PROFILE_TARGETS.cc4_extended;
const translator = () => createTranslator('cc4_extended', targets);
const emotions = builtInPresets('emotion');
const microExpressions = builtInPresets('micro_expression');

describe('an emotion', () => {
  it('gets to its intensity in its own time, without overshooting, from wherever it is', () => {
    const layer = createEmotionLayer(emotions, translator(), () => {});
    const happy = layer.names.indexOf('happy');
    const course: number[] = [];
    const run = (seconds: number) => {
      for (let i = 0; i < seconds * 60; i++) {
        layer.step(FRAME);
        course.push(layer.intensities[happy] ?? 0);
      }
    };
    layer.set('happy', 0.8, 0.6);
    run(0.6);
    expect(course.at(-1)).toBeGreaterThan(0.75);
    run(0.6);
    expect(Math.max(...course)).toBeLessThanOrEqual(0.8);
    layer.set('happy', 0.1, 0.6);
    run(0.1);
    layer.set('happy', 1, 0.6);
    run(2);
    expect(course.at(-1)).toBe(1);
    const steps = course.slice(1).map((value, i) => Math.abs(value - (course[i] ?? 0)));
    expect(Math.max(...steps)).toBeLessThan(0.06);
  });

  it('may be told its intensity again and again, neutral among them, and begins once', () => {
    const began: string[] = [];
    const layer = createEmotionLayer(emotions, translator(), (name) => began.push(name));
    for (let i = 0; i < 5; i++) {
      for (const name of layer.names) layer.set(name, name === 'sad' ? 0.5 : 0);
      layer.step(1);
    }
    expect(began).toEqual(['sad']);
    expect(layer.intensities[layer.names.indexOf('sad')]).toBeCloseTo(0.5, 2);
  });

  it('at full intensity is its preset, and beside others it saturates', () => {
    const rig = createFaceRig({ settings: STILL });
    rig.evaluate(0, undefined);
    rig.emotion.set('happy', 1);
    runFrames(rig, 0, 3, undefined);
    expect(weightOf(rig, 'Mouth_Smile_L')).toBeCloseTo(0.6, 3);
    expect(weightOf(rig, 'Cheek_Raise_R')).toBeCloseTo(0.3, 3);
    rig.emotion.set('contempt', 1);
    runFrames(rig, 3, 6, undefined);
    // 0.6 and 0.3 laid over each other: 0.6 + 0.4 x 0.3.
    expect(weightOf(rig, 'Mouth_Smile_L')).toBeCloseTo(0.72, 3);
  });

  it('that the avatar cannot show leaves the others alone', () => {
    const alert = { ...emotions[0], name: 'alert', targets: { Ear_Up_L: 1 } } as EmotionPreset;
    const withoutEars = createTranslator('cc4_standard', PROFILE_TARGETS.cc4_standard);
    const layer = createEmotionLayer([...emotions, alert], withoutEars, () => {});
    layer.set('happy', 1);
    for (let i = 0; i < 180; i++) layer.step(FRAME);
    layer.set('alert', 0.5);
    for (let i = 0; i < 180; i++) layer.step(FRAME);
    expect(layer.intensities[layer.names.indexOf('happy')]).toBe(1);
  });

  it('goes back to neutral in the time that neutral is given', () => {
    const happyAfterASecond = (backSeconds: number): number => {
      const layer = createEmotionLayer(emotions, translator(), () => {});
      layer.set('happy', 1);
      for (let i = 0; i < 180; i++) layer.step(FRAME);
      layer.set('neutral', 1, backSeconds);
      for (let i = 0; i < 60; i++) layer.step(FRAME);
      return layer.intensities[layer.names.indexOf('happy')] ?? 0;
    };
    expect(happyAfterASecond(5)).toBeGreaterThan(0.5);
    expect(happyAfterASecond(0.5)).toBeLessThan(0.01);
  });

  it('comes and goes whatever time it was given', () => {
    for (const seconds of [Number.POSITIVE_INFINITY, 1e6, 1e-9]) {
      const layer = createEmotionLayer(emotions, translator(), () => {});
      const fear = layer.names.indexOf('fear');
      layer.set('fear', 1, seconds);
      for (let i = 0; i < 1200; i++) layer.step(FRAME);
      expect(layer.intensities[fear]).toBeGreaterThan(0.9);
      layer.clear();
      for (let i = 0; i < 180; i++) layer.step(FRAME);
      expect(layer.intensities[fear]).toBe(0);
    }
  });

  it('leaves room for speech', () => {
    const rig = createFaceRig({ settings: STILL });
    rig.evaluate(0, undefined);
    rig.emotion.set('surprised', 1);
    runFrames(rig, 0, 2, undefined);
    const open = weightOf(rig, 'Jaw_Open');
    rig.speech.speak([{ viseme: 'EE', startSeconds: 0, durationSeconds: 2 }]);
    runFrames(rig, 2, 3, undefined);
    expect(weightOf(rig, 'Jaw_Open')).toBeLessThan(open / 2);
    expect(weightOf(rig, 'Brow_Raise_Inner_L')).toBeCloseTo(0.75, 2);
  });
});

describe('a micro-expression', () => {
  it('rises and falls as the sine of its progress', () => {
    const rig = createFaceRig({ settings: STILL });
    rig.evaluate(0, undefined);
    rig.micro.trigger('subtle_smile');
    const course: number[] = [];
    runFrames(rig, 0, 0.6, undefined, () => course.push(weightOf(rig, 'Mouth_Smile_L')));
    for (const [i, weight] of course.entries()) {
      const progress = Math.min(1, (i + 1) / 60 / 0.5);
      expect(weight).toBeCloseTo(0.2 * Math.sin(Math.PI * progress), 2);
    }
  });

  it('comes with an emotion that it belongs to', () => {
    const settings = { ...STILL, microExpressions: { perMinute: 0, onEmotion: true } };
    const rig = createFaceRig({ settings });
    rig.evaluate(0, undefined);
    rig.emotion.set('surprised', 0.1);
    runFrames(rig, 0, 0.2, undefined);
    expect(rig.levelOf('micro')).toBeGreaterThan(0.5);
    expect(weightOf(rig, 'Eye_Wide_L')).toBeGreaterThan(0.2);
  });

  it('comes by chance as often as it should, and not at all at a rate of 0', () => {
    const count = (perMinute: number): number => {
      const layer = createMicroLayer(
        microExpressions,
        translator(),
        () => ({ perMinute, onEmotion: true }),
        3,
      );
      let began = 0;
      let last = 0;
      for (let i = 0; i < 3600 * 60; i++) {
        layer.step(FRAME);
        if (layer.level > 0 && last === 0) began += 1;
        last = layer.level;
      }
      return began / 60;
    };
    expect(count(3)).toBeGreaterThan(2.4);
    expect(count(3)).toBeLessThan(3.6);
    expect(count(0)).toBe(0);
  });

  it('is not begun when too many are going on', () => {
    const rig = createFaceRig({ settings: STILL });
    rig.evaluate(0, undefined);
    const begun = Array.from({ length: 8 }, () => rig.micro.trigger('lip_roll'));
    expect(begun.filter(Boolean).length).toBe(6);
  });
});

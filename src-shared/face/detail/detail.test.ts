import { describe, expect, it } from 'vitest';
import { ARKIT_BLENDSHAPES } from '../arkit.ts';
import { FACE_PROFILES } from '../profiles/index.ts';
import { regionOf } from '../regions/index.ts';
import { createFaceRig, type FaceRig } from '../rig/index.ts';
import { face, runFrames, STILL, STILL_AND_RAW, weightOf } from '../testing/neutralRig.ts';
import { createFrameRateController } from './frameRate.ts';

const everything = face({
  jawOpen: 0.6,
  eyeBlinkLeft: 0.7,
  mouthSmileLeft: 0.6,
  browInnerUp: 0.5,
  cheekPuff: 0.5,
  noseSneerLeft: 0.5,
  tongueOut: 0.5,
});

function rigAt(level: 'full' | 'high' | 'medium' | 'low' | 'emergency') {
  const rig = createFaceRig({ settings: { ...STILL, detail: { ...STILL.detail, level } } });
  runFrames(rig, 0, 2, everything);
  return rig;
}

describe('levels of detail', () => {
  it('keep fewer targets the lower they are', () => {
    const levels = ['full', 'high', 'medium', 'low', 'emergency'] as const;
    const active = levels.map((level) => rigAt(level).stats.activeTargets);
    expect(active).toEqual(active.toSorted((a, b) => b - a));
    expect(active.at(-1)).toBeGreaterThan(0);
    expect(active[0]).toBeGreaterThan(2 * (active.at(-1) ?? 0));
  });

  it('keep jaw, lids and lips in an emergency', () => {
    const rig = rigAt('emergency');
    expect(weightOf(rig, 'Jaw_Open')).toBeCloseTo(0.6, 2);
    expect(weightOf(rig, 'Eye_Blink_L')).toBeCloseTo(0.7, 2);
    expect(weightOf(rig, 'Brow_Raise_Inner_L')).toBe(0);
    rig.speech.speak([{ viseme: 'B_M_P', startSeconds: 0.1, durationSeconds: 0.2 }]);
    let sealed = 0;
    runFrames(rig, 2, 2.5, everything, () => {
      sealed = Math.max(sealed, weightOf(rig, 'V_Explosive'));
    });
    expect(sealed).toBeGreaterThan(0.98);
  });

  const emergency = { ...STILL_AND_RAW, detail: { ...STILL.detail, level: 'emergency' } } as const;
  const lipsOf = (rig: FaceRig) => rig.targets.filter((name) => ['jaw', 'mouth'].includes(regionOf(name)));

  it.each(FACE_PROFILES)('keep jaw and lips as they are tracked in an emergency: %s', (profile) => {
    for (const name of ARKIT_BLENDSHAPES.filter((shape) => /^(jaw|mouth)/.test(shape))) {
      const full = createFaceRig({ profile, settings: STILL_AND_RAW });
      const low = createFaceRig({ profile, settings: emergency });
      for (const rig of [full, low]) runFrames(rig, 0, 0.5, face({ jawOpen: 0.6, [name]: 0.5 }));
      const shown = lipsOf(full).filter((target) => weightOf(full, target) > 0);
      expect(shown.length).toBeGreaterThan(0);
      for (const target of shown) {
        expect(weightOf(low, target), `${name}: ${target}`).toBeCloseTo(weightOf(full, target), 4);
      }
    }
  });

  it.each(FACE_PROFILES)('keep jaw and lips as they speak in an emergency: %s', (profile) => {
    const full = createFaceRig({ profile, settings: { ...STILL, followThrough: [] } });
    const low = createFaceRig({ profile, settings: { ...emergency, followThrough: [] } });
    const line = full.speech.visemes.map((viseme, i) => ({
      viseme,
      startSeconds: 1 + i * 0.2,
      durationSeconds: 0.2,
    }));
    for (const rig of [full, low]) rig.speech.speak(line, 0);
    const lips = lipsOf(full);
    runFrames(full, 0, 1 + line.length * 0.2, undefined, (time) => {
      low.evaluate(time, undefined);
      if (time < 1) return;
      for (const target of lips) expect(weightOf(low, target)).toBeCloseTo(weightOf(full, target), 4);
    });
  });
});

describe('the frame-rate controller', () => {
  /** Feeds frames of one length for a time. */
  const feed = (controller: ReturnType<typeof createFrameRateController>, fps: number, seconds: number) => {
    for (let i = 0; i < fps * seconds; i++) controller.feed(1 / fps);
    return controller.level;
  };

  it('lowers detail step by step while that helps, and goes to emergency when frames are very slow', () => {
    const controller = createFrameRateController(60);
    expect(feed(controller, 60, 2)).toBe('full');
    expect(feed(controller, 42, 0.9)).toBe('high');
    expect(feed(controller, 48, 1.5)).toBe('medium');
    expect(feed(controller, 53, 0.9)).toBe('low');
    controller.reset();
    expect(feed(controller, 20, 1)).toBe('emergency');
  });

  it('takes back what does not help: a display slower than the target keeps full detail', () => {
    for (const fps of [50, 30, 20]) {
      const controller = createFrameRateController(60);
      feed(controller, fps, 10);
      expect(controller.level).toBe('full');
      expect(feed(controller, fps, 60)).toBe('full');
    }
  });

  it('finds the level that a machine can show, whose frames are shorter with less detail', () => {
    const controller = createFrameRateController(60);
    const frames = { full: 1 / 35, high: 1 / 43, medium: 1 / 50, low: 1 / 60, emergency: 1 / 60 };
    for (let i = 0; i < 600; i++) controller.feed(frames[controller.level]);
    expect(['low', 'medium']).toContain(controller.level);
  });

  it('does not go up and down: between slow and good nothing changes, and a rise that fails waits longer', () => {
    const controller = createFrameRateController(60);
    feed(controller, 50, 0.9);
    expect(feed(controller, 56, 20)).toBe('high');
    expect(feed(controller, 60, 4)).toBe('full');
    feed(controller, 50, 0.9);
    expect(feed(controller, 60, 4)).toBe('high');
    expect(feed(controller, 60, 4)).toBe('full');
  });

  it('takes a pause for no slow frame, and nonsense for nothing', () => {
    const controller = createFrameRateController(60);
    for (const seconds of [30, Number.NaN, -1, 0, Number.POSITIVE_INFINITY]) controller.feed(seconds);
    expect(controller.level).toBe('full');
  });

  it('takes one long frame after another for slow ones', () => {
    const controller = createFrameRateController(60);
    for (let i = 0; i < 2; i++) controller.feed(1.2);
    expect(controller.level).toBe('emergency');
  });

  it('works in a rig that allows it', () => {
    const rig = createFaceRig({ settings: { ...STILL, detail: { ...STILL.detail, automatic: true } } });
    runFrames(rig, 0, 3, everything, () => rig.feedFrameTime(rig.stats.detail === 'full' ? 1 / 20 : 1 / 56));
    expect(rig.stats.detail).toBe('emergency');
    expect(weightOf(rig, 'Brow_Raise_Inner_L')).toBe(0);
    runFrames(rig, 3, 30, everything, () => rig.feedFrameTime(1 / 60));
    expect(rig.stats.detail).toBe('full');
    expect(weightOf(rig, 'Brow_Raise_Inner_L')).toBeCloseTo(0.5, 2);
  });
});

describe('the morph cache', () => {
  it('maps again only when the tracked face changes', () => {
    const rig = createFaceRig({ settings: STILL });
    runFrames(rig, 0, 4, everything);
    expect(rig.stats.cacheHitRate).toBeGreaterThan(0.5);
    expect(weightOf(rig, 'Jaw_Open')).toBeCloseTo(0.6, 3);
  });
});

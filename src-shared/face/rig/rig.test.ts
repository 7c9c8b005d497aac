import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createCaptureFrame } from '../../capture/index.ts';
import { ARKIT_BLENDSHAPES } from '../arkit.ts';
import { builtInPresets, type MappingPreset, RIG_LAYERS } from '../presets/index.ts';
import { FACE_PROFILES, PROFILE_TARGETS } from '../profiles/index.ts';
import { FACE_REGIONS, regionOf } from '../regions/index.ts';
import { face, ownerOf, runFrames, STILL, STILL_AND_RAW, weightOf } from '../testing/neutralRig.ts';
import { createFaceRig } from './rig.ts';
import type { FaceRig } from './types.ts';

const smile = face({ mouthSmileLeft: 0.8, mouthSmileRight: 0.8, browInnerUp: 0.6, jawOpen: 0.4 });
const frown = face({ mouthFrownLeft: 0.9, mouthFrownRight: 0.9, browDownLeft: 0.9, jawOpen: 0.9 });
const line = ['B_M_P', 'Ah', 'T_L_D_N', 'EE', 'F_V', 'Oh', 'W_OO', 'S_Z'].map((viseme, i) => ({
  viseme,
  startSeconds: i * 0.1,
  durationSeconds: 0.1,
}));

const [toCc4] = builtInPresets('mapping');
const withoutLooks = {
  ...toCc4,
  controls: Object.fromEntries(
    Object.entries(toCc4?.controls ?? {}).filter(([source]) => !source.startsWith('eyeLook')),
  ),
} as MappingPreset;

const slowAh = [{ viseme: 'Ah', startSeconds: 0.15, durationSeconds: 0.3 }];

/** A minute of everything, from one frame to another; returns a hash of all that came out. */
function perform(rig: FaceRig, fromFrame: number, toFrame: number): string {
  const hash = createHash('sha256');
  for (let i = fromFrame; i < toFrame; i++) {
    if (i % 300 === 60) rig.speech.speak(line);
    if (i % 400 === 0) rig.emotion.set('happy', (i % 3) / 2);
    if (i % 170 === 10) rig.speech.impulse('PP', 1, 0.1);
    if (i === 500) rig.manual.set('Nose_Tip_Up', 0.5);
    if (i === 900) rig.setLayerWeight('idle', 0.3);
    const tracked = i % 500 < 300 ? (i % 200 < 100 ? smile : frown) : undefined;
    const { weights, head, eyes, sway, jaw, breath } = rig.evaluate(i / 60, tracked);
    for (const part of [weights, head, eyes, sway, Float64Array.of(jaw, breath)]) hash.update(part);
  }
  return hash.digest('hex');
}

describe('the same inputs', () => {
  it('give the same bits', () => {
    expect(perform(createFaceRig({ seed: 4 }), 0, 3600)).toBe(perform(createFaceRig({ seed: 4 }), 0, 3600));
    expect(perform(createFaceRig({ seed: 4 }), 0, 3600)).not.toBe(
      perform(createFaceRig({ seed: 5 }), 0, 3600),
    );
  });

  it('give the same bits when the evaluation rests in between and another rig works meanwhile', () => {
    const whole = createFaceRig({ seed: 4 });
    perform(whole, 0, 1000);
    const cut = createFaceRig({ seed: 4 });
    const other = createFaceRig({ seed: 9 });
    perform(cut, 0, 400);
    perform(other, 0, 300);
    cut.evaluate(399 / 60, frown);
    perform(cut, 400, 1000);
    expect(perform(cut, 1000, 1800)).toBe(perform(whole, 1000, 1800));
  });

  it('give the same bits after a reset', () => {
    const rig = createFaceRig({ seed: 4 });
    const first = perform(rig, 0, 1200);
    rig.reset();
    expect(perform(rig, 0, 1200)).toBe(first);
  });
});

describe('a tracked face', () => {
  it('comes out as the mapping says', () => {
    const rig = createFaceRig({ settings: STILL_AND_RAW });
    runFrames(rig, 0, 1, face({ eyeBlinkLeft: 1, jawOpen: 0.5, mouthSmileRight: 0.5 }));
    expect(weightOf(rig, 'Eye_Blink_L')).toBeCloseTo(1, 4);
    expect(weightOf(rig, 'Eye_Squint_L')).toBeCloseTo(0.1, 4);
    expect(weightOf(rig, 'Eye_Blink_R')).toBe(0);
    expect(weightOf(rig, 'Jaw_Open')).toBeCloseTo(0.5, 4);
    expect(weightOf(rig, 'Mouth_Smile_R')).toBeCloseTo(0.5, 4);
    expect(rig.frame.jaw).toBeCloseTo((15 * Math.PI) / 180, 4);
  });

  it('turns the head in the signs of the scene: yaw to the left, pitch down, roll to the right shoulder', () => {
    const rig = createFaceRig({ settings: STILL_AND_RAW });
    runFrames(rig, 0, 1, { ...face({}), head: [0.3, 0.2, 0.1] });
    expect([...rig.frame.head]).toEqual([-0.3, 0.2, -0.1].map((angle) => expect.closeTo(angle, 4)));
  });

  it('takes measured eyes for the truth, and the coefficients where there are none', () => {
    const looking = face({ eyeLookOutLeft: 0.5, eyeLookInRight: 0.5 });
    const rig = createFaceRig({ settings: STILL_AND_RAW });
    runFrames(rig, 0, 1, looking);
    const forty = (40 * Math.PI) / 180;
    expect(rig.frame.eyes[0]).toBeCloseTo(forty / 2, 4);
    expect(rig.frame.eyes[2]).toBeCloseTo(forty / 2, 4);
    runFrames(rig, 1, 2, { ...looking, leftEye: [-0.3, 0.1, 0], rightEye: [-0.25, 0.1, 0] });
    expect([...rig.frame.eyes]).toEqual([0.3, 0.1, 0.25, 0.1].map((angle) => expect.closeTo(angle, 3)));
  });

  it.each([
    [
      'on an avatar without targets for it',
      { targets: PROFILE_TARGETS.cc4_extended.filter((name) => !name.includes('_Look_')) },
    ],
    ['in an emergency', { settings: { ...STILL_AND_RAW, detail: { ...STILL.detail, level: 'emergency' } } }],
    ['whatever the mapping weighs', { mapping: withoutLooks }],
  ] as const)('turns the eyes %s', (_, options) => {
    const rig = createFaceRig({ settings: STILL_AND_RAW, ...options });
    runFrames(rig, 0, 1, face({ eyeLookOutLeft: 0.5, eyeLookInRight: 0.5 }));
    expect(rig.frame.eyes[0]).toBeCloseTo((20 * Math.PI) / 180, 4);
    runFrames(rig, 1, 2, { ...face({}), leftEye: [-0.3, 0.1, 0], rightEye: [-0.25, 0.1, 0] });
    expect([...rig.frame.eyes]).toEqual([0.3, 0.1, 0.25, 0.1].map((angle) => expect.closeTo(angle, 3)));
    rig.idle.lookAt(0.2, 0.1);
    runFrames(rig, 2, 5, undefined);
    expect([...rig.frame.eyes]).toEqual([0.2, 0.1, 0.2, 0.1].map((angle) => expect.closeTo(angle, 2)));
  });

  it('owns only the regions that it sees', () => {
    const unseen = (regions: readonly string[]) => {
      const shape = face({ jawOpen: 0.3 });
      return {
        blendshapes: Float32Array.from(shape.blendshapes, (value, i) =>
          regions.includes(regionOf(ARKIT_BLENDSHAPES[i] ?? '')) ? Number.NaN : value,
        ),
      };
    };
    const rig = createFaceRig({ settings: STILL });
    runFrames(rig, 0, 1, { ...unseen(['lids']), head: [0.1, 0, 0] });
    expect(ownerOf(rig.shares, 'lids')).toBe('idle');
    expect(ownerOf(rig.shares, 'mouth')).toBe('tracking');
    expect(ownerOf(rig.shares, 'head')).toBe('tracking');
    rig.idle.lookAt(0.3, 0);
    runFrames(rig, 1, 4, unseen(['gaze']));
    expect(ownerOf(rig.shares, 'head')).toBe('idle');
    expect(rig.frame.head[0]).toBeGreaterThan(0.05);
    expect(rig.frame.eyes[0]).toBeCloseTo(0.3, 2);
  });

  it.each([
    ['nothing', []],
    ['no numbers', ARKIT_BLENDSHAPES.map(() => Number.NaN)],
  ])('leaves the face to the idle one where it sees %s', (_, blendshapes) => {
    const rig = createFaceRig();
    let lids = 0;
    runFrames(rig, 0, 20, { blendshapes }, () => {
      lids = Math.max(lids, weightOf(rig, 'Eye_Blink_L'));
    });
    expect(lids).toBeGreaterThan(0.9);
  });

  it('may be the frame of a phone as it is', () => {
    const phone = createCaptureFrame();
    phone.blendshapes.fill(0.5);
    phone.head.set([0.1, 0, 0]);
    const rig = createFaceRig({ settings: STILL_AND_RAW });
    runFrames(rig, 0, 1, phone);
    expect(weightOf(rig, 'Jaw_Open')).toBeCloseTo(0.5, 4);
    expect(rig.frame.head[0]).toBeCloseTo(-0.1, 4);
  });

  it('gives way to the idle face when it is lost, and takes over again when it is found', () => {
    const rig = createFaceRig();
    runFrames(rig, 0, 1, smile);
    expect(ownerOf(rig.shares, 'brows')).toBe('tracking');
    runFrames(rig, 1, 2, undefined);
    expect(FACE_REGIONS.map((region) => ownerOf(rig.shares, region))).toEqual(FACE_REGIONS.map(() => 'idle'));
    runFrames(rig, 2, 3, smile);
    expect(ownerOf(rig.shares, 'brows')).toBe('tracking');
  });
});

describe('settings that are given again', () => {
  it('leave soft parts where they are', () => {
    const followThrough = [{ driver: 'Jaw_Open', follower: 'Cheek_Suck_L', gain: 1, frequencyHz: 1 }];
    const settings = { ...STILL, followThrough };
    const shown = (change: (rig: FaceRig) => void): number => {
      const rig = createFaceRig({ settings });
      runFrames(rig, 0, 1, face({}));
      runFrames(rig, 1, 1.2, face({ jawOpen: 0.5 }));
      change(rig);
      runFrames(rig, 1.2, 1.25, face({ jawOpen: 0.5 }));
      return weightOf(rig, 'Cheek_Suck_L');
    };
    const left = shown(() => {});
    expect(left).toBeGreaterThan(0.05);
    expect(shown((rig) => rig.setSettings(structuredClone(settings)))).toBe(left);
  });
});

describe('a hand-over', () => {
  it.each([
    ['tracking lost', () => {}, undefined],
    ['tracking found again at once, on another face', () => {}, frown],
    ['a line begun', (rig: FaceRig) => rig.speech.speak(slowAh), smile],
    ['an emotion', (rig: FaceRig) => rig.emotion.set('angry', 1), smile],
    ['a micro-expression', (rig: FaceRig) => rig.micro.trigger('eye_flash'), smile],
    ['a slider taken', (rig: FaceRig) => rig.manual.set('Brow_Drop_L', 1), smile],
    ['a layer switched off', (rig: FaceRig) => rig.setLayerWeight('tracking', 0), smile],
    ['a mouth taken from tracking and given to the idle face', giveMouthToIdle, smile],
    ['detail lowered', lowerDetail, smile],
  ] as const)(
    'makes no step over 0.13 in a frame, less than half of what a blink makes: %s',
    (_, change, after) => {
      const rig = createFaceRig({ settings: STILL });
      runFrames(rig, 0, 1, smile);
      if (after === frown) runFrames(rig, 1, 1.1, undefined);
      change(rig);
      const start = after === frown ? 1.1 : 1;
      expect(runFrames(rig, start, start + 1.5, after).step).toBeLessThan(0.13);
    },
  );

  function giveMouthToIdle(rig: FaceRig): void {
    rig.setSettings({ ...STILL, fusion: { ...STILL.fusion, mouth: ['idle'], jaw: ['idle'] } });
  }

  function lowerDetail(rig: FaceRig): void {
    rig.setSettings({ ...STILL, detail: { ...STILL.detail, level: 'emergency' } });
  }

  it.each([
    [
      'a live voice',
      (rig: FaceRig) => rig.speech.setVisemes(rig.speech.visemes.map((name) => Number(name === 'B_M_P'))),
    ],
    ['an impulse', (rig: FaceRig) => void rig.speech.impulse('PP', 1, 0.15)],
    [
      'a line',
      (rig: FaceRig) => void rig.speech.speak([{ viseme: 'PP', startSeconds: 0, durationSeconds: 0.1 }]),
    ],
  ])('makes no step over 0.4 where %s shuts lips that are tracked wide open', (_, shut) => {
    const open = face({ jawOpen: 1, mouthFunnel: 1 });
    const rig = createFaceRig({ settings: STILL });
    runFrames(rig, 0, 1, open);
    shut(rig);
    let sealed = 0;
    const { step } = runFrames(rig, 1, 1.5, open, () => {
      sealed = Math.max(sealed, weightOf(rig, 'V_Explosive') - weightOf(rig, 'Jaw_Open'));
    });
    expect(step).toBeLessThan(0.4);
    expect(sealed).toBeGreaterThan(0.97);
  });

  it('does not snap when speech is stopped in the middle', () => {
    for (let frame = 5; frame < 55; frame += 3) {
      const rig = createFaceRig({ settings: STILL });
      rig.evaluate(0, undefined);
      rig.speech.speak(line, 0.1);
      runFrames(rig, 0, frame / 60, undefined);
      rig.speech.stop();
      expect(runFrames(rig, frame / 60, frame / 60 + 0.6, undefined).step).toBeLessThan(0.2);
      expect(rig.stats.activeTargets).toBe(0);
    }
  });
});

describe('several drivers at once', () => {
  it('share the face: speech has the mouth, tracking keeps the rest', () => {
    const rig = createFaceRig({ settings: STILL });
    runFrames(rig, 0, 1, smile);
    rig.speech.speak([{ viseme: 'Ah', startSeconds: 0.1, durationSeconds: 1 }]);
    runFrames(rig, 1, 1.6, smile);
    expect(ownerOf(rig.shares, 'mouth')).toBe('text');
    expect(ownerOf(rig.shares, 'jaw')).toBe('text');
    expect(ownerOf(rig.shares, 'brows')).toBe('tracking');
    expect(weightOf(rig, 'V_Open')).toBeGreaterThan(0.6);
    expect(weightOf(rig, 'Brow_Raise_Inner_L')).toBeGreaterThan(0.5);
    runFrames(rig, 1.6, 3, smile);
    expect(ownerOf(rig.shares, 'mouth')).toBe('tracking');
    expect(weightOf(rig, 'V_Open')).toBe(0);
  });

  it('put a written line before a live voice, and a live voice before tracking', () => {
    const rig = createFaceRig({ settings: STILL });
    const ah = rig.speech.visemes.map((name) => (name === 'Ah' ? 0.8 : 0));
    runFrames(rig, 0, 1, smile, () => rig.speech.setVisemes(ah));
    expect(ownerOf(rig.shares, 'mouth')).toBe('audio');
    rig.speech.speak([{ viseme: 'EE', startSeconds: 0.1, durationSeconds: 0.8 }]);
    runFrames(rig, 1, 1.5, smile, () => rig.speech.setVisemes(ah));
    expect(ownerOf(rig.shares, 'mouth')).toBe('text');
    expect(rig.shares.text[5]).toBeCloseTo(1, 5);
  });

  it('end a live voice that no longer comes', () => {
    const rig = createFaceRig({ settings: STILL });
    rig.evaluate(0, undefined);
    rig.speech.setVisemes(rig.speech.visemes.map(() => 0.1));
    runFrames(rig, 0, 0.2, undefined);
    expect(ownerOf(rig.shares, 'mouth')).toBe('audio');
    runFrames(rig, 0.2, 1.5, undefined);
    expect(ownerOf(rig.shares, 'mouth')).toBe('idle');
    expect(rig.stats.activeTargets).toBe(0);
  });
});

describe('emotions', () => {
  it('are laid over the face, several at once, and never leave 0..1', () => {
    const rig = createFaceRig({ settings: STILL });
    runFrames(rig, 0, 1, smile);
    const before = weightOf(rig, 'Mouth_Smile_L');
    for (const name of rig.emotion.names.slice(1)) rig.emotion.set(name, 1);
    runFrames(rig, 1, 4, smile);
    expect(weightOf(rig, 'Mouth_Smile_L')).not.toBe(before);
    expect(Math.max(...rig.frame.weights)).toBeLessThanOrEqual(1);
    rig.emotion.set('neutral', 1);
    runFrames(rig, 4, 7, smile);
    expect(weightOf(rig, 'Mouth_Smile_L')).toBeCloseTo(before, 3);
  });

  it('are not known by every name', () => {
    const rig = createFaceRig();
    expect(rig.emotion.set('glee', 1)).toBe(false);
    expect(rig.micro.trigger('glee')).toBe(false);
    expect(rig.manual.set('glee', 1)).toBe(false);
    expect(rig.speech.impulse('glee', 1, 1)).toBe(false);
    expect(rig.speech.speak([{ viseme: 'glee', startSeconds: 0, durationSeconds: 1 }])).toEqual(['glee']);
  });
});

describe('a target held by hand', () => {
  it('keeps its value whatever the layers below do, and is let go smoothly', () => {
    const rig = createFaceRig({ settings: STILL });
    runFrames(rig, 0, 1, smile);
    rig.manual.set('Brow_Raise_Inner_L', 0.1);
    rig.manual.set('Ear_Out_L', 0.7);
    runFrames(rig, 1, 2, smile);
    expect(weightOf(rig, 'Brow_Raise_Inner_L')).toBeCloseTo(0.1, 3);
    expect(weightOf(rig, 'Ear_Out_L')).toBeCloseTo(0.7, 3);
    rig.manual.releaseAll();
    expect(runFrames(rig, 2, 3, smile).step).toBeLessThan(0.15);
    expect(weightOf(rig, 'Ear_Out_L')).toBe(0);
    expect(weightOf(rig, 'Brow_Raise_Inner_L')).toBeGreaterThan(0.5);
  });

  it('shows what its slider says, and no other target moves', () => {
    for (const target of PROFILE_TARGETS.cc4_extended) {
      const rig = createFaceRig({ settings: STILL });
      rig.evaluate(0, undefined);
      rig.manual.set(target, 1);
      runFrames(rig, 0, 0.7, undefined);
      expect(rig.targets.filter((_, i) => (rig.frame.weights[i] ?? 0) > 0.001)).toEqual([target]);
      expect(weightOf(rig, target)).toBeCloseTo(1, 4);
    }
  });

  it('turns the eyes by its look targets', () => {
    const rig = createFaceRig({ settings: STILL });
    rig.manual.set('Eye_L_Look_L', 0.5);
    runFrames(rig, 0, 1, face({ eyeLookInLeft: 0.2 }));
    expect(rig.frame.eyes[0]).toBeCloseTo((0.3 * 40 * Math.PI) / 180, 3);
  });

  it('is taken once, however often it is let go and taken again before a frame', () => {
    const shownAfter = (times: number): number => {
      const rig = createFaceRig({ settings: STILL });
      rig.evaluate(0, undefined);
      for (let i = 0; i < times; i++) {
        rig.manual.set('Ear_Up_L', 0.5);
        rig.manual.release('Ear_Up_L');
      }
      rig.manual.set('Ear_Up_L', 0.5);
      rig.evaluate(1 / 60, undefined);
      return weightOf(rig, 'Ear_Up_L');
    };
    expect(shownAfter(400)).toBe(shownAfter(0));
  });
});

describe('an idle face', () => {
  it('lives: it blinks, breathes, looks about, and moves its head a little', () => {
    const rig = createFaceRig();
    const seen = { blink: 0, breath: [1, 0], yaw: 0, eyes: 0 };
    runFrames(rig, 0, 60, undefined, () => {
      seen.blink = Math.max(seen.blink, weightOf(rig, 'Eye_Blink_L'));
      seen.breath = [
        Math.min(seen.breath[0] ?? 1, rig.frame.breath),
        Math.max(seen.breath[1] ?? 0, rig.frame.breath),
      ];
      seen.yaw = Math.max(seen.yaw, Math.abs(rig.frame.head[0] ?? 0));
      seen.eyes = Math.max(seen.eyes, Math.abs(rig.frame.eyes[0] ?? 0));
    });
    expect(seen.blink).toBeGreaterThan(0.95);
    expect(seen.breath[0]).toBeLessThan(0.05);
    expect(seen.breath[1]).toBeGreaterThan(0.95);
    expect(seen.yaw).toBeGreaterThan(0.005);
    expect(seen.yaw).toBeLessThan(0.15);
    expect(seen.eyes).toBeGreaterThan(0.02);
  });

  it('looks where its attention is, with eyes and a little with the head', () => {
    const rig = createFaceRig({ settings: STILL });
    rig.idle.lookAt(0.3, 0.1);
    runFrames(rig, 0, 3, undefined);
    expect(rig.frame.eyes[0]).toBeCloseTo(0.3, 2);
    expect(rig.frame.eyes[1]).toBeCloseTo(0.1, 2);
    expect(rig.frame.head[0]).toBeGreaterThan(0.05);
  });

  it('holds still where the layer is off', () => {
    const rig = createFaceRig({ settings: { ...STILL, layers: { ...STILL.layers, idle: 0 } } });
    runFrames(rig, 0, 10, undefined);
    expect(rig.stats.activeTargets).toBe(0);
    expect([...rig.frame.head]).toEqual([0, 0, 0]);
  });
});

describe('an avatar of any profile', () => {
  it.each(FACE_PROFILES)('%s: smiles, blinks, speaks and opens its jaw', (profile) => {
    const rig = createFaceRig({ profile, settings: STILL });
    runFrames(rig, 0, 1, face({ mouthSmileLeft: 1, eyeBlinkRight: 1, jawOpen: 1 }));
    const moved = rig.targets.filter((_, i) => (rig.frame.weights[i] ?? 0) > 0.5);
    expect(moved.length).toBeGreaterThanOrEqual(3);
    expect(rig.frame.jaw).toBeGreaterThan(0.4);
    rig.speech.speak(line, 1.1);
    const peak = { active: 0 };
    runFrames(rig, 1, 2, undefined, () => {
      peak.active = Math.max(peak.active, rig.stats.activeTargets);
    });
    expect(peak.active).toBeGreaterThan(3);
  });

  it('may have its targets in any order, and lack some', () => {
    const all = PROFILE_TARGETS.cc4_extended;
    const few = [...all].reverse().filter((name) => !name.startsWith('Brow_') && name !== 'V_Open');
    const rig = createFaceRig({ targets: few, settings: STILL_AND_RAW });
    runFrames(rig, 0, 1, face({ mouthPucker: 0.5 }));
    expect(weightOf(rig, 'Mouth_Pucker_Up_L')).toBeCloseTo(0.5, 4);
  });
});

describe('a frame that is asked for again', () => {
  it('is given again, not evaluated', () => {
    const rig = createFaceRig();
    runFrames(rig, 0, 1, smile);
    const before = [...rig.frame.weights];
    for (let i = 0; i < 3; i++) rig.evaluate(1, frown);
    expect([...rig.frame.weights]).toEqual(before);
  });
});

describe('the meters', () => {
  it('tell what each layer does', () => {
    const rig = createFaceRig({ settings: STILL });
    runFrames(rig, 0, 1, undefined);
    expect(RIG_LAYERS.map(rig.levelOf)).toEqual([1, 0, 0, 0, 0, 0]);
    rig.emotion.set('happy', 0.5);
    rig.manual.set('Jaw_L', 1);
    rig.speech.speak(line);
    runFrames(rig, 1, 1.5, smile);
    const [idle, tracking, speech, emotion, , manual] = RIG_LAYERS.map(rig.levelOf);
    // The head is not seen.
    expect(idle).toBeCloseTo(1 / FACE_REGIONS.length, 6);
    expect([tracking, speech, manual]).toEqual([1, 1, 1]);
    expect(emotion).toBeGreaterThan(0.2);
  });
});

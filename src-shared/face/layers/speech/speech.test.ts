import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTranslator } from '../../mapping/index.ts';
import { builtInPresets } from '../../presets/index.ts';
import { FACE_PROFILES } from '../../profiles/index.ts';
import { createFaceRig, type FaceRig } from '../../rig/index.ts';
import { face, ownerOf, runFrames, STILL, weightOf } from '../../testing/neutralRig.ts';
import type { VisemeCue } from './keys.ts';

const OPENERS = [
  'Jaw_Open',
  'V_Open',
  'V_Lip_Open',
  'V_Wide',
  'V_Tight_O',
  'Mouth_Down_Lower_L',
  'Mouth_Up_Upper_R',
];
const START = 0.2;

/** One cue after another, each as long. */
function evenly(visemes: readonly string[], durationSeconds: number): VisemeCue[] {
  return visemes.map((viseme, i) => ({ viseme, startSeconds: i * durationSeconds, durationSeconds }));
}

function speaking(cues: readonly VisemeCue[], prepare: (rig: FaceRig) => void = () => {}): FaceRig {
  const rig = createFaceRig({ settings: STILL });
  rig.evaluate(0, undefined);
  prepare(rig);
  rig.speech.speak(cues, START);
  return rig;
}

/** Whether in some frame around a time the lips are shut and nothing parts them. */
function sealsAround(rig: FaceRig, centre: number, fps: number): { seal: number; open: number } {
  const best = { seal: 0, open: 1 };
  for (let frame = 1; frame / fps < centre + 1 / fps; frame++) {
    rig.evaluate(frame / fps, undefined);
    if (frame / fps < centre - 0.03) continue;
    const open = Math.max(...OPENERS.map((name) => weightOf(rig, name)));
    const seal = weightOf(rig, 'V_Explosive');
    if (seal - open > best.seal - best.open) Object.assign(best, { seal, open });
  }
  return best;
}

describe('shut lips in speech', () => {
  it.each([
    ['among wide vowels', ['Ah', 'B_M_P', 'Ah'], 0.12],
    ['at twenty visemes a second', ['Ah', 'EE', 'B_M_P', 'Oh', 'AE'], 0.05],
    ['twice in a row', ['Ah', 'B_M_P', 'B_M_P', 'Oh'], 0.08],
    ['at the beginning', ['B_M_P', 'Ah'], 0.1],
    ['at the end', ['Ah', 'B_M_P'], 0.1],
  ])('seal fully at their centre: %s', (_, visemes, duration) => {
    for (const fps of [30, 60, 90]) {
      const centre = START + (visemes.indexOf('B_M_P') + 0.5) * duration;
      const { seal, open } = sealsAround(speaking(evenly(visemes, duration)), centre, fps);
      expect(seal).toBeGreaterThan(0.98);
      expect(open).toBeLessThan(0.02);
    }
  });

  it('seal fully whatever is spoken around them, at any rate, under any emotion', () => {
    const other = fc.constantFrom('Ah', 'AE', 'Oh', 'EE', 'T_L_D_N', 'K_G_H_NG', 'S_Z', 'W_OO', 'TH', 'R');
    fc.assert(
      fc.property(
        fc.array(other, { minLength: 1, maxLength: 4 }),
        fc.array(other, { minLength: 1, maxLength: 4 }),
        fc.double({ min: 0.04, max: 0.3, noNaN: true }),
        fc.constantFrom('surprised', 'happy', 'fear', 'disgust'),
        (before, after, duration, emotion) => {
          const rig = speaking(evenly([...before, 'B_M_P', ...after], duration), (made) =>
            made.emotion.set(emotion, 1),
          );
          const { seal, open } = sealsAround(rig, START + (before.length + 0.5) * duration, 60);
          return seal > 0.98 && open < 0.02;
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each(FACE_PROFILES)(
    'seal fully on an avatar of any profile, over a tracked open mouth: %s',
    (profile) => {
      const rig = createFaceRig({ profile, settings: STILL });
      const { targetsOf } = createTranslator(profile, rig.targets);
      const indicesOf = (name: string): number[] => targetsOf(name).map(({ index }) => index);
      const closing = targetsOf('V_Explosive');
      const spared = new Set(closing.map(({ index }) => index));
      const openers = OPENERS.flatMap(indicesOf).filter((index) => !spared.has(index));
      const open = face({ jawOpen: 0.8, mouthLowerDownLeft: 0.6, mouthFunnel: 0.4, mouthClose: 0.1 });
      runFrames(rig, 0, 1, open);
      rig.speech.speak(evenly(['Ah', 'B_M_P', 'Oh'], 0.12), 1.2);
      let sealed = 0;
      runFrames(rig, 1, 1.6, open, () => {
        const { weights } = rig.frame;
        const parted = Math.max(...openers.map((index) => weights[index] ?? 0));
        const shut = Math.min(...closing.map(({ index, weight }) => (weights[index] ?? 0) / weight));
        sealed = Math.max(sealed, shut - parted);
      });
      expect(sealed).toBeGreaterThan(0.97);
    },
  );

  it('seal by a live impulse as well', () => {
    const rig = createFaceRig({ settings: STILL });
    runFrames(rig, 0, 0.5, face({ jawOpen: 0.8 }));
    rig.speech.impulse('PP', 1, 0.1);
    let closed = 0;
    runFrames(rig, 0.5, 0.7, face({ jawOpen: 0.8 }), () => {
      if (weightOf(rig, 'Jaw_Open') < 0.03) closed = Math.max(closed, weightOf(rig, 'V_Explosive'));
    });
    expect(closed).toBeGreaterThan(0.97);
  });
});

describe('the way from viseme to viseme', () => {
  it('releases shut lips into a vowel by the ease-out cubic, later than other ways', () => {
    const rig = speaking(evenly(['B_M_P', 'Ah', 'Ah'], 0.2));
    const explosive: number[] = [];
    runFrames(rig, 0, 0.8, undefined, () => explosive.push(weightOf(rig, 'V_Explosive')));
    const left = explosive.lastIndexOf(Math.max(...explosive));
    const gone = explosive.findIndex((weight, i) => i > left && weight < 0.02);
    // The way is 0.125 s; stretched by 1.3 it is 98 % done after 0.118 s, unstretched it would be after 0.091 s.
    expect((gone - left) / 60).toBeGreaterThan(0.11);
    const half = explosive[left + Math.round((gone - left) / 2)] ?? 1;
    expect(half).toBeLessThan(0.3);
  });

  it('rounds the lips before a rounded vowel, through consonants that leave them free', () => {
    const roundingAtT = (next: string): number => {
      const rig = speaking(evenly(['EE', 'T_L_D_N', next], 0.1));
      runFrames(rig, 0, START + 0.15, undefined);
      return weightOf(rig, 'V_Tight_O');
    };
    expect(roundingAtT('W_OO')).toBeGreaterThan(0.1);
    expect(roundingAtT('EE')).toBeLessThan(0.02);
  });

  it('keeps the tongue where a consonant needs it', () => {
    const rig = speaking(evenly(['Ah', 'T_L_D_N', 'Ah'], 0.15));
    runFrames(rig, 0, START + 0.225, undefined);
    expect(weightOf(rig, 'V_Tongue_up')).toBeGreaterThan(0.85);
  });

  it('reaches less of a vowel when there is less time for it', () => {
    const opening = (duration: number): number => {
      const rig = speaking(evenly(['T_L_D_N', 'Ah', 'T_L_D_N'], duration));
      let most = 0;
      runFrames(rig, 0, 2, undefined, () => {
        most = Math.max(most, weightOf(rig, 'V_Open'));
      });
      return most;
    };
    expect(opening(0.2)).toBeGreaterThan(0.68);
    expect(opening(0.05)).toBeLessThan(0.55);
  });

  it('rests in a pause and after the line', () => {
    const rig = speaking([
      { viseme: 'Ah', startSeconds: 0, durationSeconds: 0.2 },
      { viseme: 'Oh', startSeconds: 1, durationSeconds: 0.2 },
    ]);
    runFrames(rig, 0, START + 0.6, undefined);
    expect(weightOf(rig, 'V_Open')).toBe(0);
    expect(ownerOf(rig.shares, 'mouth')).toBe('text');
    runFrames(rig, START + 0.6, START + 1.1, undefined);
    expect(weightOf(rig, 'V_Tight_O')).toBeGreaterThan(0.5);
    runFrames(rig, START + 1.1, 3, undefined);
    expect(rig.stats.activeTargets).toBe(0);
    expect(ownerOf(rig.shares, 'mouth')).toBe('idle');
  });
});

describe('a line given before the first frame', () => {
  const cues = [{ viseme: 'Ah', startSeconds: 0.1, durationSeconds: 1 }];
  const mostOpen = (rig: FaceRig): number => {
    let most = 0;
    runFrames(rig, 500, 502, undefined, () => {
      most = Math.max(most, weightOf(rig, 'V_Open'));
    });
    return most;
  };

  it('is spoken from that frame on, also after a reset', () => {
    const rig = createFaceRig({ settings: STILL });
    expect(rig.speech.speak([...cues, { viseme: 'none such', startSeconds: 0, durationSeconds: 1 }])).toEqual(
      ['none such'],
    );
    expect(mostOpen(rig)).toBeGreaterThan(0.6);
    rig.reset();
    rig.speech.speak(cues);
    expect(mostOpen(rig)).toBeGreaterThan(0.6);
  });

  it('is forgotten where speech is stopped', () => {
    const rig = createFaceRig({ settings: STILL });
    rig.speech.speak(cues);
    rig.speech.stop();
    expect(mostOpen(rig)).toBe(0);
  });
});

describe('visemes without a silent one', () => {
  it('leave the mouth to others after the line', () => {
    const [all] = builtInPresets('visemes');
    if (!all) throw new Error('no visemes');
    const visemes = { ...all, visemes: all.visemes.filter(({ name }) => name !== 'None') };
    const rig = createFaceRig({ settings: STILL, visemes });
    rig.evaluate(0, undefined);
    rig.speech.speak(evenly(['Ah', 'PP'], 0.2), START);
    runFrames(rig, 0, 3, face({ jawOpen: 0.8 }));
    expect(ownerOf(rig.shares, 'mouth')).toBe('tracking');
    expect(weightOf(rig, 'V_Explosive')).toBe(0);
    expect(weightOf(rig, 'Jaw_Open')).toBeCloseTo(0.8, 2);
  });
});

describe('a line given late', () => {
  it('is joined where it is by now, without a jump', () => {
    const rig = createFaceRig({ settings: STILL });
    runFrames(rig, 0, 1, undefined);
    rig.speech.speak(evenly(['Ah', 'B_M_P', 'Oh', 'EE', 'Ah'], 0.1), 0.75);
    expect(runFrames(rig, 1, 2, undefined).step).toBeLessThan(0.3);
    expect(rig.stats.activeTargets).toBe(0);
  });
});

describe('a line given long ahead', () => {
  const inThreeSeconds = [{ viseme: 'Ah', startSeconds: 3, durationSeconds: 0.3 }];

  it('leaves the mouth to others until it begins', () => {
    const rig = createFaceRig({ settings: STILL });
    runFrames(rig, 0, 1, face({ jawOpen: 0.5 }));
    rig.speech.speak(inThreeSeconds, 1);
    runFrames(rig, 1, 3.5, face({ jawOpen: 0.5 }));
    expect(ownerOf(rig.shares, 'mouth')).toBe('tracking');
    runFrames(rig, 3.5, 4.1, face({ jawOpen: 0.5 }));
    expect(ownerOf(rig.shares, 'mouth')).toBe('text');
    expect(weightOf(rig, 'V_Open')).toBeGreaterThan(0.5);
  });

  it('lets the mouth rest first where another line is broken off', () => {
    const rig = speaking(evenly(['Ah', 'Ah', 'Ah'], 0.3));
    runFrames(rig, 0, 0.5, undefined);
    expect(weightOf(rig, 'V_Open')).toBeGreaterThan(0.5);
    rig.speech.speak(inThreeSeconds, 0.5);
    expect(runFrames(rig, 0.5, 1.5, undefined).step).toBeLessThan(0.13);
    expect(weightOf(rig, 'V_Open')).toBe(0);
    expect(ownerOf(rig.shares, 'mouth')).toBe('idle');
  });
});

describe('a line of which nothing is spoken', () => {
  it.each([
    ['no cues', []],
    ['no visemes', evenly(['glee', 'x'], 0.2)],
    ['what is long over', [{ viseme: 'Ah', startSeconds: -9, durationSeconds: 0.2 }]],
  ])('ends the one that goes on, without a jump: %s', (_, cues) => {
    const rig = speaking(evenly(['Ah', 'Oh', 'Ah', 'Oh', 'Ah', 'Oh'], 0.3));
    runFrames(rig, 0, 0.5, undefined);
    expect(weightOf(rig, 'V_Open')).toBeGreaterThan(0.5);
    rig.speech.speak(cues);
    expect(runFrames(rig, 0.5, 1.2, undefined).step).toBeLessThan(0.2);
    expect(rig.stats.activeTargets).toBe(0);
    expect(ownerOf(rig.shares, 'mouth')).toBe('idle');
  });
});

describe('lines of ten visemes a second', () => {
  it('make no step over 0.52 in a frame, below what the limit of speed would allow', () => {
    const viseme = fc.constantFrom('Ah', 'B_M_P', 'F_V', 'EE', 'Oh', 'T_L_D_N', 'None');
    fc.assert(
      fc.property(
        fc.array(viseme, { minLength: 1, maxLength: 10 }),
        (visemes) => runFrames(speaking(evenly(visemes, 0.1)), 0, 2.5, undefined).step < 0.52,
      ),
      { numRuns: 60 },
    );
  });
});

describe('odd lines', () => {
  it('do not snap where cues overlap or fall together', () => {
    const rig = speaking([
      { viseme: 'Ah', startSeconds: 0, durationSeconds: 1 },
      { viseme: 'EE', startSeconds: 0.3, durationSeconds: 0.2 },
      { viseme: 'Oh', startSeconds: 0.3, durationSeconds: 0.2 },
      { viseme: 'W_OO', startSeconds: 0.31, durationSeconds: 0.2 },
    ]);
    expect(runFrames(rig, 0, 2, undefined).step).toBeLessThan(0.25);
  });

  it('leave the mouth at rest when they are over, whatever they are', () => {
    const cue = fc.record({
      viseme: fc.constantFrom('Ah', 'B_M_P', 'F_V', 'EE', 'Oh', 'T_L_D_N', 'None'),
      startSeconds: fc.double({ min: -0.5, max: 1.5, noNaN: true }),
      durationSeconds: fc.double({ min: 0, max: 0.5, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(cue, { maxLength: 12 }), (cues) => {
        const rig = speaking(cues);
        runFrames(rig, 0, 3, undefined);
        return rig.stats.activeTargets === 0 && ownerOf(rig.shares, 'mouth') === 'idle';
      }),
      { numRuns: 60 },
    );
  });

  it('are told where a cue has no times', () => {
    const rig = createFaceRig();
    rig.evaluate(0, undefined);
    expect(rig.speech.speak([{ viseme: 'Ah', startSeconds: 0, durationSeconds: Number.NaN }])).toEqual([
      'Ah',
    ]);
  });

  it('end when the clock is set back', () => {
    const rig = createFaceRig({ settings: STILL });
    runFrames(rig, 99, 100, undefined);
    rig.speech.speak(evenly(['Ah', 'Oh', 'Ah', 'Oh'], 0.3), 100);
    runFrames(rig, 100, 100.5, undefined);
    runFrames(rig, 10, 11, undefined);
    expect(rig.stats.activeTargets).toBe(0);
    expect(ownerOf(rig.shares, 'mouth')).toBe('idle');
  });

  it('are worked out quickly, however long', () => {
    const visemes = Array.from({ length: 20_000 }, (_, i) => (i % 3 === 0 ? 'B_M_P' : 'Ah'));
    const rig = speaking(evenly(visemes, 0.1));
    runFrames(rig, 0, 1, undefined);
    expect(ownerOf(rig.shares, 'mouth')).toBe('text');
  });
});

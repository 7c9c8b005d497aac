import { describe, expect, it } from 'vitest';
import {
  clearLandmarkFrame,
  copyLandmarkFrame,
  createSkeletonPose,
  type EyeTurns,
  jointIndex,
  type LandmarkFrame,
  type LandmarkSource,
  type SkeletonPose,
  setAxisAngle,
} from '#shared/body/index.ts';
import { ARKIT_INDEX, type ArkitBlendshape } from '#shared/face/index.ts';
import { type AvatarPose, createAvatarPose } from '#shared/performance/index.ts';
import { standing } from '../poser/testing.ts';
import { type Performance, Performer } from './performer.ts';
import { readHead } from './upperBody.ts';

const STEP = 1 / 60;
type Shapes = Partial<Record<ArkitBlendshape, number>>;

/** A clip of one frame, which rests. */
function still(write: (into: LandmarkFrame) => void, eyes?: EyeTurns): Performance {
  let isRead = false;
  const source: LandmarkSource = {
    read(into) {
      if (isRead) return false;
      isRead = true;
      clearLandmarkFrame(into);
      write(into);
      return true;
    },
    eyes,
  };
  return { kind: 'landmarks', source, isAlive: false };
}
/** A clip that shows one face. */
const clipOf = (shapes: Shapes, eyes?: EyeTurns): Performance =>
  still(({ face }) => {
    const { signals } = face;
    face.presence = 'tracked';
    signals.blendshapes.fill(0);
    signals.head.set([0, 0, 0, 1, 0, 0, 0]);
    for (const [name, weight] of Object.entries(shapes)) {
      signals.blendshapes[ARKIT_INDEX.get(name) ?? -1] = weight;
    }
  }, eyes);

/** Plays on for some seconds and calls back with each pose. */
function play(
  performer: Performer,
  from: number,
  seconds: number,
  each: (pose: AvatarPose, isNew: boolean) => void,
) {
  const pose = createAvatarPose();
  for (let time = from; time < from + seconds; time += STEP) each(pose, performer.read(time, pose));
  return pose;
}
const weightOf = (performer: Performer, pose: AvatarPose, target: string): number =>
  pose.weights[performer.rig.targets.indexOf(target)] ?? Number.NaN;

describe('a performer', () => {
  it("gives a clip's face to the avatar", () => {
    const performer = new Performer();
    performer.play(clipOf({ jawOpen: 0.8, eyeBlinkLeft: 1 }));
    const pose = play(performer, 0, 2, () => {});
    expect(weightOf(performer, pose, 'Jaw_Open')).toBeCloseTo(0.8, 1);
    expect(weightOf(performer, pose, 'Eye_Blink_L')).toBeCloseTo(1, 1);
    expect(weightOf(performer, pose, 'Eye_Blink_R')).toBeLessThan(0.1);
  });

  it('turns the head as ears, eyes and mouth of a body say, without a face', () => {
    const yaw = (50 * Math.PI) / 180;
    const turned = (x: number, y: number, z: number): [number, number, number] => [
      x * Math.cos(yaw) + z * Math.sin(yaw),
      y,
      z * Math.cos(yaw) - x * Math.sin(yaw),
    ];
    const body = standing({
      leftEye: turned(0.03, 0.65, 0.1),
      rightEye: turned(-0.03, 0.65, 0.1),
      leftEar: turned(0.075, 0.65, 0),
      rightEar: turned(-0.075, 0.65, 0),
      mouthLeft: turned(0.025, 0.65, 0.1),
      mouthRight: turned(-0.025, 0.65, 0.1),
    });
    const performer = new Performer();
    performer.play(still((into) => copyLandmarkFrame(body, into)));
    const head = new Float32Array(3);
    readHead(play(performer, 0, 2, () => {}).body, head);
    expect(head[0]).toBeCloseTo(yaw, 2);
    expect(head[1]).toBeCloseTo(0, 2);
    performer.play(clipOf({ jawOpen: 0.8 }));
    const pose = play(performer, 2, 2, () => {});
    readHead(pose.body, head);
    expect(head[0]).toBeCloseTo(0, 2);
    expect(weightOf(performer, pose, 'Jaw_Open')).toBeCloseTo(0.8, 1);
  });

  it('turns the eyes as they are measured, else as the coefficients say', () => {
    const performer = new Performer();
    performer.play(clipOf({ eyeLookOutLeft: 0.5 }, { left: [-0.3, 0.1], right: [-0.2, 0.1] }));
    const measured = play(performer, 0, 3, () => {}).eyes;
    for (const [i, angle] of [0.3, 0.1, 0.2, 0.1].entries()) expect(measured[i]).toBeCloseTo(angle, 2);
    performer.play(clipOf({ eyeLookOutLeft: 0.5 }));
    const told = play(performer, 3, 3, () => {}).eyes;
    for (const [i, angle] of [(20 * Math.PI) / 180, 0, 0, 0].entries()) expect(told[i]).toBeCloseTo(angle, 2);
  });

  it('lays a captured body over the rest of it, and lets it go softly', () => {
    const raised = createSkeletonPose();
    const arm = 4 * jointIndex('upperarm_l');
    setAxisAngle(raised.rotations, arm, [0, 0, 1], 1);
    let body: SkeletonPose | undefined = raised;
    let isNew = true;
    const source: LandmarkSource = {
      read: (into) => {
        clearLandmarkFrame(into);
        return isNew;
      },
      get body() {
        return body;
      },
    };
    const performer = new Performer();
    play(performer, 0, 1, () => {});
    performer.play({ kind: 'landmarks', source, isAlive: true });
    let before: AvatarPose | undefined;
    const softly = (pose: AvatarPose) => {
      // A blink of the idle motion is the fastest of it.
      if (before) expect(largestStep(before, pose)).toBeLessThan(0.35);
      before = copyOf(pose);
    };
    const held = play(performer, 1, 2, softly);
    expect(held.body.rotations[arm + 2]).toBeCloseTo(Math.sin(0.5), 3);
    body = undefined;
    const idle = play(performer, 3, 2, softly);
    isNew = false;
    expect(idle.body.rotations[arm + 2]).toBeLessThan(0);
  });

  it('turns the head of a captured body as the face says, once, and as the body says without a face', () => {
    const body = createSkeletonPose();
    setAxisAngle(body.rotations, 4 * jointIndex('neck_01'), [0, 1, 0], 0.3);
    setAxisAngle(body.rotations, 4 * jointIndex('head'), [0, 1, 0], 0.2);
    let hasFace = true;
    const source: LandmarkSource = {
      read: (into) => {
        clearLandmarkFrame(into);
        into.face.presence = hasFace ? 'tracked' : 'absent';
        // A neutral pose has been taken while the head was turned, say.
        setAxisAngle(into.face.signals.head, 0, [0, 1, 0], 0.1);
        return true;
      },
      body,
    };
    const performer = new Performer();
    performer.play({ kind: 'landmarks', source, isAlive: false });
    const angles = new Float32Array(3);
    readHead(play(performer, 0, 3, () => {}).body, angles);
    expect(angles[0]).toBeCloseTo(0.1, 2);
    hasFace = false;
    readHead(play(performer, 3, 3, () => {}).body, angles);
    expect(angles[0]).toBeCloseTo(0.5, 2);
  });

  it('fades to idle when a phone is lost, and blinks on', () => {
    let isLost = false;
    const source: LandmarkSource = {
      read(into) {
        clearLandmarkFrame(into);
        into.face.signals.head.set([0, 0, 0, 1, 0, 0, 0]);
        into.face.signals.blendshapes.fill(0);
        into.face.signals.blendshapes[ARKIT_INDEX.get('jawOpen') ?? -1] = 1;
        if (!isLost) into.face.presence = 'tracked';
        return true;
      },
    };
    const performer = new Performer();
    performer.play({ kind: 'landmarks', source, isAlive: true });
    let before: AvatarPose | undefined;
    const softly = (pose: AvatarPose) => {
      // A blink of the idle motion is the fastest of it.
      if (before) expect(largestStep(before, pose)).toBeLessThan(0.35);
      before = copyOf(pose);
    };
    expect(weightOf(performer, play(performer, 0, 2, softly), 'Jaw_Open')).toBeCloseTo(1, 1);
    isLost = true;
    const lost = play(performer, 2, 1.5, softly);
    expect(weightOf(performer, lost, 'Jaw_Open')).toBeLessThan(0.02);
    let mostClosed = 0;
    play(performer, 3.5, 15, (pose) => {
      mostClosed = Math.max(mostClosed, weightOf(performer, pose, 'Eye_Blink_L'));
    });
    expect(mostClosed).toBeGreaterThan(0.9);
  });

  it('passes on that a source has something new, until it plays another', () => {
    const watchers = new Set<() => void>();
    const source: LandmarkSource = {
      read: () => false,
      watch(onNews) {
        watchers.add(onNews);
        return () => watchers.delete(onNews);
      },
    };
    const tellAll = () => {
      for (const watcher of watchers) watcher();
    };
    const performer = new Performer();
    let news = 0;
    const stop = performer.watch(() => {
      news += 1;
    });
    performer.play({ kind: 'landmarks', source, isAlive: true });
    tellAll();
    expect(news).toBe(1);
    performer.play({ kind: 'idle' });
    expect(watchers.size).toBe(0);
    performer.play({ kind: 'landmarks', source, isAlive: true });
    stop();
    tellAll();
    expect(news).toBe(1);
  });

  it('comes to rest with a clip that rests', () => {
    const performer = new Performer();
    performer.play(clipOf({ mouthSmileLeft: 0.6 }));
    let last = true;
    play(performer, 0, 12, (_pose, isNew) => {
      last = isNew;
    });
    expect(last).toBe(false);
  });

  it('is alive while it idles: it blinks and breathes', () => {
    const performer = new Performer();
    performer.play({ kind: 'idle' });
    let mostClosed = 0;
    let pictures = 0;
    play(performer, 0, 20, (pose, isNew) => {
      mostClosed = Math.max(mostClosed, weightOf(performer, pose, 'Eye_Blink_L'));
      pictures += Number(isNew);
    });
    expect(mostClosed).toBeGreaterThan(0.9);
    expect(pictures).toBeGreaterThan(1000);
  });

  it('never leaps from one performance into another', () => {
    const performer = new Performer();
    const performances: Performance[] = [
      { kind: 'idle' },
      { kind: 'sample' },
      clipOf({ jawOpen: 1, browInnerUp: 1 }),
      { kind: 'sample' },
      { kind: 'idle' },
    ];
    let before: AvatarPose | undefined;
    for (const [i, performance] of performances.entries()) {
      performer.play(performance);
      play(performer, 15 + 1.5 * i, 1.5, (pose) => {
        if (before) expect(largestStep(before, pose)).toBeLessThan(0.25);
        before = copyOf(pose);
      });
    }
  });

  it('goes softly to other presets of the same avatar', () => {
    const performer = new Performer();
    performer.play(clipOf({ mouthSmileLeft: 1 }));
    performer.rig.manual.set('Cheek_Puff_L', 1);
    let before = copyOf(play(performer, 0, 2, () => {}));
    performer.speakTo({});
    play(performer, 2, 1, (pose) => {
      expect(largestStep(before, pose)).toBeLessThan(0.15);
      before = copyOf(pose);
    });
    expect(weightOf(performer, before, 'Cheek_Puff_L')).toBeLessThan(0.05);
  });

  it('shows some targets alone', () => {
    const performer = new Performer();
    performer.play(clipOf({ jawOpen: 0.8, browInnerUp: 0.8 }));
    performer.showAlone(new Set(['Jaw_Open']));
    const pose = play(performer, 0, 2, () => {});
    expect(weightOf(performer, pose, 'Jaw_Open')).toBeGreaterThan(0.7);
    expect(pose.weights.filter((weight) => weight > 0)).toHaveLength(1);
  });

  it('shows all of an avatar that has none of the targets to be shown alone', () => {
    const performer = new Performer();
    performer.speakTo({ profile: 'arkit', targets: ['jawOpen', 'eyeBlinkLeft'] });
    performer.showAlone(new Set(['Jaw_Open']));
    performer.play(clipOf({ jawOpen: 0.8 }));
    expect(
      weightOf(
        performer,
        play(performer, 0, 2, () => {}),
        'jawOpen',
      ),
    ).toBeGreaterThan(0.7);
  });

  it('speaks the names of another avatar', () => {
    const performer = new Performer();
    performer.speakTo({ profile: 'arkit', targets: ['jawOpen', 'eyeBlinkLeft'] });
    performer.play(clipOf({ eyeBlinkLeft: 1 }));
    const pose = play(performer, 0, 2, () => {});
    expect(weightOf(performer, pose, 'jawOpen')).toBeLessThan(0.05);
    expect(weightOf(performer, pose, 'eyeBlinkLeft')).toBeCloseTo(1, 1);
  });
});

/** Of all weights, and of all rotations in radians. */
function largestStep(before: AvatarPose, now: AvatarPose): number {
  const steps = [...now.weights].map((weight, i) => Math.abs(weight - (before.weights[i] ?? 0)));
  const { rotations } = now.body;
  for (let at = 0; at < rotations.length; at += 4) {
    let cosine = 0;
    for (let k = 0; k < 4; k++) cosine += (rotations[at + k] ?? 0) * (before.body.rotations[at + k] ?? 0);
    steps.push(2 * Math.acos(Math.min(1, Math.abs(cosine))));
  }
  return Math.max(...steps);
}

function copyOf(pose: AvatarPose): AvatarPose {
  const copy = createAvatarPose();
  copy.buffer.set(pose.buffer);
  return copy;
}

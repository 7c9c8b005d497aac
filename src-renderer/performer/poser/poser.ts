import { Quaternion, Vector3 } from 'three';
import { type LandmarkFrame, SIDES, type Side } from '#shared/body/index.ts';
import { armSource, poseArm } from './arm.ts';
import { showsBody, showsLeg } from './believe.ts';
import { BONES, boneIndex, LENGTH } from './bones.ts';
import { FADE_SECONDS } from './fade.ts';
import { handBones, poseHand } from './hand.ts';
import { HEAD_SOURCE, poseHead } from './headTurn.ts';
import { poseLeg } from './leg.ts';
import { createRotations, Part, type Rotations } from './part.ts';
import { poseTrunk, TRUNK } from './trunk.ts';

const [PELVIS, CHEST] = [boneIndex('pelvis'), boneIndex('chest')];
const FEET = { left: boneIndex('left.foot'), right: boneIndex('right.foot') };
const IDENTITY = new Quaternion();

/**
 * Turns landmarks into the pose of a figure whose bones keep their lengths. What a frame does not hold fades into rest,
 * and fades back when it returns; nothing snaps. No memory is taken a frame.
 */
export class Poser {
  readonly rotations: Rotations = createRotations();
  /** How much of each leg shows, 0..1. */
  readonly legs: Record<Side, number> = { left: 0, right: 0 };
  /** How far the hips are moved up or down so that the feet stand on the floor, in metres. */
  lift = 0;

  readonly #trunk = new Part(this.rotations, TRUNK);
  readonly #head = new Part(this.rotations, ['head']);
  readonly #arms = this.#bothSides((side) => [`${side}.upperArm`, `${side}.forearm`]);
  readonly #hands = this.#bothSides(handBones);
  readonly #legs = this.#bothSides((side) => [`${side}.thigh`, `${side}.shin`, `${side}.foot`]);
  readonly #joint = new Vector3();
  readonly #way = new Vector3();

  /**
   * Takes the pose of a frame.
   * @param seconds since the last call
   * @returns whether a fade still runs, so that the same frame has to be posed again
   */
  pose(frame: LandmarkFrame, seconds: number): boolean {
    const hasBody = showsBody(frame);
    this.#trunk.follow(Number(hasBody), seconds);
    poseTrunk(this.#trunk, frame, hasBody);
    const chest = this.rotations.world[CHEST] ?? IDENTITY;
    const pelvis = this.rotations.world[PELVIS] ?? IDENTITY;

    const hasFace = frame.face.presence !== 'absent';
    const headSource = hasFace ? HEAD_SOURCE.face : hasBody ? HEAD_SOURCE.pose : HEAD_SOURCE.rest;
    this.#head.follow(headSource, seconds);
    poseHead(this.#head, frame, headSource, chest);

    let isFading = this.#trunk.fade.running || this.#head.fade.running;
    for (const side of SIDES) {
      const source = armSource(frame, side, hasBody);
      const arm = this.#arms[side];
      const hand = this.#hands[side];
      const leg = this.#legs[side];
      arm.follow(source, seconds);
      poseArm(arm, frame, side, source, chest);
      hand.follow(Number(frame.hands[side].presence !== 'absent'), seconds);
      poseHand(hand, frame, side);
      const isLegSeen = hasBody && showsLeg(frame, side);
      leg.follow(Number(isLegSeen), seconds);
      poseLeg(leg, frame, side, isLegSeen, pelvis);
      const shown = this.legs[side] + (isLegSeen ? seconds : -seconds) / FADE_SECONDS;
      this.legs[side] = Math.min(1, Math.max(0, shown));
      const isLegSettled = this.legs[side] === Number(isLegSeen);
      isFading ||= arm.fade.running || hand.fade.running || leg.fade.running || !isLegSettled;
    }
    this.lift = this.#liftToFloor();
    return isFading;
  }

  #bothSides(names: (side: Side) => ConstructorParameters<typeof Part>[1]): Record<Side, Part> {
    return { left: new Part(this.rotations, names('left')), right: new Part(this.rotations, names('right')) };
  }

  /** The way from the lower of the feet that show to the floor. */
  #liftToFloor(): number {
    const weight = Math.max(this.legs.left, this.legs.right);
    if (weight === 0) return 0;
    let lowest = Number.POSITIVE_INFINITY;
    for (const side of SIDES) {
      if (this.legs[side] === 0) continue;
      lowest = Math.min(lowest, this.jointOf(FEET[side], this.#joint).y - this.lift);
    }
    return (LENGTH.ankle - lowest) * weight;
  }

  /** The position of a bone's joint in the world, in metres. */
  jointOf(bone: number, out: Vector3): Vector3 {
    out.set(0, 0, 0);
    let current = bone;
    while (current >= 0) {
      const { at, parent } = BONES[current] ?? { at: [0, 0, 0] as const, parent: -1 };
      const from = BONES[parent]?.at ?? [0, 0, 0];
      this.#way.set(at[0] - from[0], at[1] - from[1], at[2] - from[2]);
      out.add(this.#way.applyQuaternion(this.rotations.world[parent] ?? IDENTITY));
      current = parent;
    }
    out.y += this.lift;
    return out;
  }
}

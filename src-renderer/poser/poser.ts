import { Quaternion } from 'three';
import { type LandmarkFrame, SIDES, type Side } from '#shared/body/index.ts';
import { armSource, poseArm } from './arm.ts';
import { showsBody, showsLeg } from './believe.ts';
import { boneIndex } from './bones.ts';
import { FADE_SECONDS } from './fade.ts';
import { handBones, poseHand } from './hand.ts';
import { HEAD_SOURCE, poseHead } from './headTurn.ts';
import { poseLeg } from './leg.ts';
import { createRotations, Part, type Rotations } from './part.ts';
import { poseTrunk, TRUNK } from './trunk.ts';

const [PELVIS, CHEST] = [boneIndex('pelvis'), boneIndex('chest')];
const IDENTITY = new Quaternion();

/**
 * Turns landmarks into the turns of a figure's bones. What a frame does not hold fades into rest,
 * and fades back when it returns; nothing snaps. No memory is taken a frame.
 */
export class Poser {
  readonly rotations: Rotations = createRotations();
  /** How far each leg is tracked, 0..1: between them while it goes into rest or out of it. */
  readonly legs: Record<Side, number> = { left: 0, right: 0 };

  readonly #trunk = new Part(this.rotations, TRUNK);
  readonly #head = new Part(this.rotations, ['head']);
  readonly #arms = this.#bothSides((side) => [`${side}.upperArm`, `${side}.forearm`]);
  readonly #hands = this.#bothSides(handBones);
  readonly #legs = this.#bothSides((side) => [`${side}.thigh`, `${side}.shin`, `${side}.foot`]);
  /** Trunk and limbs rest, and have ended their fades. */
  #isAtRest = false;

  /**
   * Takes the pose of a frame.
   * @param seconds since the last call
   * @returns whether a fade still runs, so that the same frame has to be posed again
   */
  pose(frame: LandmarkFrame, seconds: number): boolean {
    const hasBody = showsBody(frame);
    const { left, right } = frame.hands;
    const isSeen = hasBody || left.presence !== 'absent' || right.presence !== 'absent';
    // A face alone, as phones send it, turns nothing but the head.
    const isFading = (isSeen || !this.#isAtRest) && this.#poseBody(frame, hasBody, seconds);
    this.#isAtRest = !isSeen && !isFading;
    return this.#poseHead(frame, hasBody, seconds) || isFading;
  }

  #poseHead(frame: LandmarkFrame, hasBody: boolean, seconds: number): boolean {
    const hasFace = frame.face.presence !== 'absent';
    const source = hasFace ? HEAD_SOURCE.face : hasBody ? HEAD_SOURCE.pose : HEAD_SOURCE.rest;
    this.#head.follow(source, seconds);
    poseHead(this.#head, frame, source, this.rotations.world[CHEST] ?? IDENTITY);
    return this.#head.fade.running;
  }

  /** Trunk, arms, hands and legs. */
  #poseBody(frame: LandmarkFrame, hasBody: boolean, seconds: number): boolean {
    this.#trunk.follow(Number(hasBody), seconds);
    poseTrunk(this.#trunk, frame, hasBody);
    const chest = this.rotations.world[CHEST] ?? IDENTITY;
    const pelvis = this.rotations.world[PELVIS] ?? IDENTITY;
    let isFading = this.#trunk.fade.running;
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
    return isFading;
  }

  #bothSides(names: (side: Side) => ConstructorParameters<typeof Part>[1]): Record<Side, Part> {
    return { left: new Part(this.rotations, names('left')), right: new Part(this.rotations, names('right')) };
  }
}

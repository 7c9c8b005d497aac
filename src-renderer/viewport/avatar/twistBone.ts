import { type Object3D, Quaternion, type Vector3 } from 'three';

/** The forearm's outer half makes this much of the hand's roll; its skin spreads the rest. */
const SHARE = 0.6;
const IDENTITY = new Quaternion();

/** A bone of a forearm that rolls with the hand, as the two bones of a real one do, so that the wrist does not wring. */
export class TwistBone {
  readonly #node: Object3D;
  readonly #hand: Object3D;
  readonly #rest: Quaternion;
  readonly #handRestInverse: Quaternion;
  /** Along the forearm, in its own axes. */
  readonly #axis: Vector3;
  readonly #turn = new Quaternion();

  /** @param node and `hand` are children of the forearm, as they were made */
  constructor(node: Object3D, hand: Object3D) {
    this.#node = node;
    this.#hand = hand;
    this.#rest = node.quaternion.clone();
    this.#handRestInverse = hand.quaternion.clone().invert();
    this.#axis = hand.position.clone().normalize();
  }

  /** Rolls as the hand is turned now. */
  follow(): void {
    const turn = this.#turn.copy(this.#hand.quaternion).multiply(this.#handRestInverse);
    // The part of a rotation about an axis is its own along that axis.
    const along = turn.x * this.#axis.x + turn.y * this.#axis.y + turn.z * this.#axis.z;
    turn.set(this.#axis.x * along, this.#axis.y * along, this.#axis.z * along, turn.w);
    if (turn.lengthSq() < 1e-8) return;
    turn.normalize();
    if (turn.w < 0) turn.set(-turn.x, -turn.y, -turn.z, -turn.w);
    turn.slerp(IDENTITY, 1 - SHARE);
    this.#node.quaternion.copy(turn).multiply(this.#rest);
  }
}

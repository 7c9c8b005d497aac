import { type Object3D, Quaternion, Vector3 } from 'three';

const X = new Vector3(1, 0, 0);
const Y = new Vector3(0, 1, 0);
const pitching = new Quaternion();

/** A bone that turns about the axes of the head as it was made, whatever its own axes are. */
export class TurnedBone {
  readonly #node: Object3D;
  readonly #rest: Quaternion;
  readonly #parent: Quaternion;
  readonly #parentInverse: Quaternion;
  readonly #turn = new Quaternion();

  /** @param node as it was made, with its world matrix up to date */
  constructor(node: Object3D) {
    this.#node = node;
    this.#rest = node.quaternion.clone();
    this.#parent = new Quaternion();
    node.parent?.matrixWorld.decompose(new Vector3(), this.#parent, new Vector3());
    this.#parentInverse = this.#parent.clone().invert();
  }

  /** Yaw to the avatar's left and pitch down, in radians. */
  turn(yaw: number, pitch: number): void {
    this.#turn.setFromAxisAngle(Y, yaw).multiply(pitching.setFromAxisAngle(X, pitch));
    this.#node.quaternion
      .copy(this.#parentInverse)
      .multiply(this.#turn)
      .multiply(this.#parent)
      .multiply(this.#rest);
  }
}

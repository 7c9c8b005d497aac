import { Quaternion } from 'three';
import { BONES, type BoneName, boneIndex } from './bones.ts';
import { Fade } from './fade.ts';

/** The rotations that are shown: of each bone to its parent, and to the world. In the order of `BONES`. */
export interface Rotations {
  readonly local: readonly Quaternion[];
  readonly world: readonly Quaternion[];
}

export function createRotations(): Rotations {
  const identities = () => BONES.map(() => new Quaternion());
  return { local: identities(), world: identities() };
}

const toParent = new Quaternion();
const blended = new Quaternion();
const IDENTITY = new Quaternion();

/** Bones that get their motion from the same source, and fade together when that changes. */
export class Part {
  readonly fade = new Fade();
  readonly #rotations: Rotations;
  readonly #from: ReadonlyMap<number, Quaternion>;

  constructor(rotations: Rotations, names: readonly BoneName[]) {
    this.#rotations = rotations;
    this.#from = new Map(names.map((name) => [boneIndex(name), new Quaternion()]));
  }

  /** Notes the source of this part's motion, and how much time has passed. Called before its bones are turned. */
  follow(source: number, seconds: number): void {
    if (this.fade.follow(source)) {
      for (const [bone, from] of this.#from) from.copy(this.#rotations.local[bone] ?? IDENTITY);
    } else {
      this.fade.advance(seconds);
    }
  }

  /** Turns a bone towards a rotation to its parent, as far as the fade has come. Parents are turned first. */
  turn(bone: number, local: Quaternion): void {
    const shown = this.#rotations.local[bone];
    const from = this.#from.get(bone);
    if (!shown || !from) return;
    if (this.fade.running) shown.copy(blended.slerpQuaternions(from, local, this.fade.share));
    else shown.copy(local);
    this.#rotations.world[bone]?.multiplyQuaternions(this.#parentOf(bone), shown);
  }

  /** As `turn`, with a rotation to the world. */
  turnInWorld(bone: number, world: Quaternion): void {
    this.turn(bone, toParent.copy(this.#parentOf(bone)).invert().multiply(world));
  }

  #parentOf(bone: number): Quaternion {
    return this.#rotations.world[BONES[bone]?.parent ?? -1] ?? IDENTITY;
  }
}

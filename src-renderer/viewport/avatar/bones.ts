import { Bone, Matrix3, Matrix4, type Object3D, Quaternion, Vector3 } from 'three';
import {
  JOINTS,
  type JointName,
  type Bone as MadeBone,
  Retargeter,
  SIDES,
  type Side,
  type SkeletonPose,
  sideLetter,
} from '#shared/body/index.ts';
import { TurnedBone } from './turnedBone.ts';
import { TwistBone } from './twistBone.ts';

/** Which joint, eye or jaw each node of an avatar is, by its name in the file. */
export interface BoneNames {
  readonly joints: ReadonlyMap<string, JointName>;
  /** Nodes that turn with the gaze and with the mouth; absent where morph targets do that. */
  readonly eyes?: { readonly left: string; readonly right: string };
  readonly jaw?: string;
  /** Of the forearms: bones that roll with the hands. */
  readonly twists?: Readonly<Partial<Record<Side, string>>>;
}

/** An avatar's bones, which follow a canonical skeleton. */
export class Bones {
  /** Of the joint of the head as it was made, in metres. */
  readonly headHeight: number | undefined;
  readonly #retargeter: Retargeter;
  readonly #turned: readonly (readonly [node: Object3D, at: number])[];
  readonly #joints: readonly (Object3D | undefined)[];
  readonly #twists: readonly TwistBone[];
  readonly #pelvis:
    | { readonly node: Object3D; readonly place: Vector3; readonly toParent: Matrix3 }
    | undefined;
  readonly #eyes: readonly (TurnedBone | undefined)[];
  readonly #jaw: TurnedBone | undefined;
  readonly #offset = new Vector3();

  /** @param root the avatar as it was made, in metres */
  constructor(root: Object3D, names: BoneNames) {
    root.updateMatrixWorld(true);
    const nodes: Object3D[] = [];
    root.traverse((node) => nodes.push(node));
    const bones = nodes.map((node) => boneOf(node, nodes, names));
    this.headHeight = bones.find(({ joint }) => joint === 'head')?.place[1];
    this.#retargeter = new Retargeter(bones);
    this.#turned = nodes.flatMap((node, i) =>
      bones[i]?.joint === undefined ? [] : [[node, 4 * i] as const],
    );
    this.#joints = JOINTS.map(({ name }) => nodes[bones.findIndex(({ joint }) => joint === name)]);
    const find = (name: string | undefined) => nodes.find((node) => nameOf(node) === name);
    const pelvis = nodes[bones.findIndex(({ joint }) => joint === 'pelvis')];
    this.#pelvis = pelvis && {
      node: pelvis,
      place: pelvis.position.clone(),
      // Of a way, not a place: only what turns and scales counts.
      toParent: new Matrix3().setFromMatrix4(pelvis.parent?.matrixWorld ?? new Matrix4()).invert(),
    };
    this.#twists = SIDES.flatMap((side) => {
      const twist = find(names.twists?.[side]);
      const hand = nodes[bones.findIndex(({ joint }) => joint === `hand_${sideLetter(side)}`)];
      return twist && hand ? [new TwistBone(twist, hand)] : [];
    });
    this.#eyes = [find(names.eyes?.left), find(names.eyes?.right)].map(
      (node) => node && new TurnedBone(node),
    );
    const jaw = find(names.jaw);
    this.#jaw = jaw && new TurnedBone(jaw);
  }

  /**
   * Where a joint is in the world, as the avatar was drawn last.
   * @param joint position in `JOINTS`
   * @returns whether the avatar has it
   */
  placeOf(joint: number, out: Vector3): boolean {
    const node = this.#joints[joint];
    if (!node) return false;
    out.setFromMatrixPosition(node.matrixWorld);
    return true;
  }

  /**
   * Takes on a pose.
   * @param eyes yaw and pitch of the left and of the right eye in radians: to the avatar's left, and down
   * @param jaw opening in radians
   */
  pose(pose: SkeletonPose, eyes: Float32Array, jaw: number): void {
    this.#retargeter.pose(pose);
    for (const [node, at] of this.#turned) node.quaternion.fromArray(this.#retargeter.rotations, at);
    if (this.#pelvis) {
      const { node, place, toParent } = this.#pelvis;
      node.position.copy(place).add(this.#offset.fromArray(this.#retargeter.pelvis).applyMatrix3(toParent));
    }
    for (const twist of this.#twists) twist.follow();
    this.#eyes[0]?.turn(eyes[0] ?? 0, eyes[1] ?? 0);
    this.#eyes[1]?.turn(eyes[2] ?? 0, eyes[3] ?? 0);
    this.#jaw?.turn(0, jaw);
  }
}

function boneOf(node: Object3D, nodes: readonly Object3D[], names: BoneNames): MadeBone {
  const place = new Vector3();
  const rotation = new Quaternion();
  node.matrixWorld.decompose(place, rotation, new Vector3());
  return {
    // A mesh may carry a joint's name too.
    joint: node instanceof Bone ? names.joints.get(nameOf(node)) : undefined,
    parent: node.parent ? nodes.indexOf(node.parent) : -1,
    place: place.toArray(),
    rotation: rotation.toArray(),
  };
}

/** A node's name as the file has it: three.js takes some characters out of its own. */
function nameOf(node: Object3D): string {
  const original: unknown = node.userData['name'];
  return typeof original === 'string' ? original : node.name;
}

import { Group, type Mesh } from 'three';
import { type LandmarkFrame, SIDES, type Side } from '#shared/body/index.ts';
import { createHead } from './head/head.ts';
import { createEyeMaterial, createStandMaterial, Skin } from './materials.ts';
import { Rig } from './rig.ts';
import { SkinnedSurface } from './sculpt/skinnedSurface.ts';
import { Poser } from './skeleton/poser.ts';
import { sculptHand } from './skin/hand.ts';
import { addArm, addLeg } from './skin/limbs.ts';
import { addTorso } from './skin/torso.ts';
import { createStand } from './stand.ts';

/** It comes and goes with the person's, while the rest of the body stays. */
interface Leg {
  readonly mesh: Mesh;
  readonly material: Skin['material'];
}

/** A neutral mannequin of an adult, in metres, facing +z with its left at +x. */
export class Figure {
  readonly object = new Group();
  readonly #poser = new Poser();
  readonly #rig = new Rig();
  readonly #skins = { body: new Skin(), left: new Skin(), right: new Skin(), face: new Skin() };
  readonly #stand = createStand(createStandMaterial());
  readonly #legs: Readonly<Record<Side, Leg>>;
  readonly #head = createHead(this.#skins.face.material, createEyeMaterial());

  constructor() {
    const body = new SkinnedSurface();
    addTorso(body);
    for (const side of SIDES) addArm(body, side);
    this.object.add(this.#rig.root, this.#stand);
    this.object.add(this.#rig.dress(body, this.#skins.body.material));
    for (const side of SIDES) {
      this.object.add(this.#rig.dress(sculptHand(side), this.#skins[side].material));
    }
    this.#legs = { left: this.#leg('left'), right: this.#leg('right') };
    this.object.add(this.#legs.left.mesh, this.#legs.right.mesh);
    this.#rig.head.add(this.#head.group);
  }

  /**
   * Takes on the pose and the face of a frame.
   * @param seconds since the last call
   * @returns whether it is still on its way there, so that it has to be called again for the same frame
   */
  take(frame: LandmarkFrame, seconds: number): boolean {
    let isMoving = this.#poser.pose(frame, seconds);
    isMoving = this.#skins.body.show(frame.pose.presence, seconds) || isMoving;
    isMoving = this.#skins.face.show(frame.face.presence, seconds) || isMoving;
    for (const side of SIDES) {
      isMoving = this.#skins[side].show(frame.hands[side].presence, seconds) || isMoving;
      this.#showLeg(this.#legs[side], this.#poser.legs[side]);
    }
    this.#stand.visible = this.#poser.legs.left + this.#poser.legs.right === 0;
    this.#rig.take(this.#poser);
    this.#head.express(this.#poser.expression);
    return isMoving;
  }

  #leg(side: Side): Leg {
    const surface = new SkinnedSurface();
    addLeg(surface, side);
    const material = this.#skins.body.material.clone();
    // Only what is made to be seen through can fade.
    material.transparent = true;
    return { mesh: this.#rig.dress(surface, material), material };
  }

  #showLeg({ mesh, material }: Leg, share: number): void {
    mesh.visible = share > 0;
    material.opacity = share;
    material.color.copy(this.#skins.body.material.color);
  }
}

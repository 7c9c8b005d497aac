import { Color, MeshLambertMaterial, MeshStandardMaterial } from 'three';
import type { Presence } from '#shared/body/index.ts';
import { FADE_SECONDS } from './skeleton/fade.ts';

/** Brightness of what is tracked, interpolated, or merely resting. */
const BRIGHTNESS: Readonly<Record<Presence, number>> = { tracked: 1, filled: 0.9, absent: 0.82 };

/** Skin in the colours of its vertices, which is a little darker where its channel was not seen. */
export class Skin {
  readonly material = new MeshLambertMaterial({ vertexColors: true });
  #brightness = BRIGHTNESS.absent;

  /** @returns whether the brightness is still on its way */
  show(presence: Presence, seconds: number): boolean {
    const target = BRIGHTNESS[presence];
    const step = seconds / FADE_SECONDS;
    this.#brightness += Math.min(step, Math.max(-step, target - this.#brightness));
    this.material.color.setScalar(this.#brightness);
    return this.#brightness !== target;
  }
}

export function createEyeMaterial(): MeshStandardMaterial {
  return new MeshStandardMaterial({ vertexColors: true, roughness: 0.22 });
}

/** The plain stand of the figure where no legs are seen. */
export function createStandMaterial(): MeshLambertMaterial {
  return new MeshLambertMaterial({ color: new Color('#6b6d70') });
}

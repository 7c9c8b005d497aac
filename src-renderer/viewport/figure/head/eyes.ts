import { type BufferGeometry, Group, type Material, Mesh } from 'three';
import { IRIS, IRIS_RIM, PUPIL, SCLERA } from '../colors.ts';
import type { Point } from '../sculpt/distance.ts';
import { Surface } from '../sculpt/surface.ts';
import { eyeX } from './eyeOpening.ts';
import { EYE, EYEBALL_RADIUS } from './form.ts';

const SEGMENTS = 26;
/** The cornea stands out of the ball by this, over the iris. */
const CORNEA = 0.0006;

/** Rings from the pupil's middle outward: angle off the gaze in degrees and colour. Equal angles make a sharp edge. */
const RINGS: readonly (readonly [degrees: number, color: Point])[] = [
  [0, PUPIL],
  [10, PUPIL],
  [10, IRIS],
  [20, IRIS],
  [25.5, IRIS_RIM],
  [27.5, IRIS_RIM],
  [29.5, SCLERA],
  [40, SCLERA],
  [55, SCLERA],
  [75, SCLERA],
  [100, SCLERA],
];

function eyeball(): BufferGeometry {
  const surface = new Surface();
  const rings = RINGS.map(([degrees, color]) => {
    const angle = (degrees * Math.PI) / 180;
    const bulge = CORNEA * Math.max(0, 1 - (degrees / 34) ** 2);
    const radius = EYEBALL_RADIUS + bulge;
    return Array.from({ length: SEGMENTS }, (_, i) => {
      const around = (2 * Math.PI * i) / SEGMENTS;
      const off = Math.sin(angle) * radius;
      return surface.vertex(Math.cos(around) * off, Math.sin(around) * off, Math.cos(angle) * radius, color);
    });
  });
  for (let i = 1; i < rings.length; i++) surface.band(rings[i] ?? [], rings[i - 1] ?? []);
  return surface.toGeometry();
}

/** Two eyeballs that look along +z until they are turned. Left is the figure's left. */
export interface Eyes {
  readonly left: Mesh;
  readonly right: Mesh;
  readonly group: Group;
}

export function createEyes(material: Material): Eyes {
  const geometry = eyeball();
  const eye = (x: number): Mesh => {
    const mesh = new Mesh(geometry, material);
    mesh.position.set(x, EYE[1], EYE[2]);
    mesh.rotation.order = 'YXZ';
    return mesh;
  };
  const [left, right] = [eye(eyeX('left')), eye(eyeX('right'))];
  const group = new Group();
  group.add(left, right);
  return { left, right, group };
}

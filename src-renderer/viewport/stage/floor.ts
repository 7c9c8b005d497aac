import {
  BufferAttribute,
  BufferGeometry,
  type ColorRepresentation,
  Group,
  LineBasicMaterial,
  LineSegments,
  Mesh,
  MeshBasicMaterial,
} from 'three';

const REACH = 2.5;
const CELL = 0.25;
const CELLS = REACH / CELL;
const SHADE_RADIUS = 0.42;
const SHADE_SIDES = 40;
const SHADE_STRENGTH = 0.3;

/** A grid on the floor that is lost in the distance, and a shade under the avatar. */
export class Floor {
  readonly object = new Group();
  readonly #lines = new LineBasicMaterial({ vertexColors: true, transparent: true, depthWrite: false });

  constructor() {
    const shade = new MeshBasicMaterial({ vertexColors: true, transparent: true, depthWrite: false });
    const grid = new LineSegments(gridGeometry(), this.#lines);
    const disc = new Mesh(shadeGeometry(), shade);
    disc.position.y = 0.001;
    this.object.add(grid, disc);
  }

  paint(lines: ColorRepresentation): void {
    this.#lines.color.set(lines);
  }
}

/** White lines on the plane y = 0, the less opaque the further from the middle. */
function gridGeometry(): BufferGeometry {
  const positions: number[] = [];
  const colors: number[] = [];
  const point = (x: number, z: number): void => {
    positions.push(x, 0, z);
    colors.push(1, 1, 1, Math.max(0, 1 - Math.hypot(x, z) / REACH) ** 1.5);
  };
  for (let line = -CELLS; line <= CELLS; line++) {
    for (let cell = -CELLS; cell < CELLS; cell++) {
      const [at, from, to] = [line * CELL, cell * CELL, (cell + 1) * CELL];
      point(at, from);
      point(at, to);
      point(from, at);
      point(to, at);
    }
  }
  return geometryOf(positions, colors);
}

function shadeGeometry(): BufferGeometry {
  const positions = [0, 0, 0];
  const colors = [0, 0, 0, SHADE_STRENGTH];
  const triangles: number[] = [];
  for (let side = 0; side < SHADE_SIDES; side++) {
    const angle = (2 * Math.PI * side) / SHADE_SIDES;
    positions.push(Math.cos(angle) * SHADE_RADIUS, 0, -Math.sin(angle) * SHADE_RADIUS);
    colors.push(0, 0, 0, 0);
    triangles.push(0, side + 1, ((side + 1) % SHADE_SIDES) + 1);
  }
  return geometryOf(positions, colors).setIndex(triangles);
}

function geometryOf(positions: number[], colors: number[]): BufferGeometry {
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(positions), 3));
  geometry.setAttribute('color', new BufferAttribute(new Float32Array(colors), 4));
  return geometry;
}

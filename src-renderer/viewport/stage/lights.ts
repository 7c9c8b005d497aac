import {
  BackSide,
  BoxGeometry,
  Color,
  DirectionalLight,
  Group,
  HemisphereLight,
  Mesh,
  MeshBasicMaterial,
  PMREMGenerator,
  Scene,
  type Texture,
  type WebGLRenderer,
} from 'three';

/** A portrait's light: a warm key from the upper left, a cool fill, a rim from behind. */
export function createLights(isPlain: boolean): Group {
  const lights = new Group();
  lights.add(
    directional('#fff1e2', isPlain ? 2.6 : 1.9, -1.5, 2.5, 2.3),
    directional('#dfe9ff', isPlain ? 1.1 : 0.5, 2.4, 1.2, 1.8),
    directional('#ffffff', 1.5, 1.4, 2.4, -2.4),
  );
  // Reflected surroundings give this where they are drawn.
  if (isPlain) lights.add(new HemisphereLight('#f2f5f8', '#6b625b', 1.7));
  return lights;
}

function directional(color: string, intensity: number, x: number, y: number, z: number): DirectionalLight {
  const light = new DirectionalLight(color, intensity);
  light.position.set(x, y, z);
  return light;
}

/** A lamp of the studio that surrounds the avatar: size and place in metres. */
interface Lamp {
  readonly size: readonly [number, number, number];
  readonly at: readonly [number, number, number];
  readonly brightness: number;
}

/** Boxes of light as photographers use them: they are what eyes and skin mirror. */
const LAMPS: readonly Lamp[] = [
  { size: [2.2, 1.6, 0.1], at: [-2.6, 3.2, 3.6], brightness: 16 },
  { size: [1.4, 2.2, 0.1], at: [4.2, 1.9, 2.6], brightness: 4 },
  { size: [1.2, 2.4, 0.1], at: [2.6, 2.6, -4.4], brightness: 7 },
  { size: [3, 0.1, 3], at: [0, 4.9, 0], brightness: 2.4 },
];
const ROOM = { width: 10, height: 5, wall: '#6d7278', floor: '#4b4640' } as const;

/** Light from all around, from a room made here: nothing is loaded. */
export function createSurroundings(renderer: WebGLRenderer): Texture {
  const scene = new Scene();
  const room = new Mesh(
    new BoxGeometry(ROOM.width, ROOM.height, ROOM.width),
    new MeshBasicMaterial({ color: ROOM.wall, side: BackSide }),
  );
  room.position.y = ROOM.height / 2;
  const floor = new Mesh(
    new BoxGeometry(ROOM.width, 0.1, ROOM.width),
    new MeshBasicMaterial({ color: ROOM.floor }),
  );
  scene.add(room, floor);
  for (const { size, at, brightness } of LAMPS) {
    const lamp = new Mesh(
      new BoxGeometry(...size),
      new MeshBasicMaterial({ color: new Color(brightness, brightness, brightness) }),
    );
    lamp.position.set(...at);
    lamp.lookAt(0, 1.5, 0);
    scene.add(lamp);
  }
  const generator = new PMREMGenerator(renderer);
  // Seen from where the avatar's head is.
  scene.position.y = -1.5;
  const { texture } = generator.fromScene(scene, 0.03);
  generator.dispose();
  return texture;
}

import { DirectionalLight, Group, HemisphereLight } from 'three';

/** Soft light from all around, a warm key from the upper left, a cool fill, and a rim from behind. */
export function createLights(): Group {
  const around = new HemisphereLight('#eef2f6', '#4a4641', 1);
  const key = directional('#fff6ec', 2.1, -1.4, 2.4, 2.6);
  const fill = directional('#e2ecff', 0.8, 2.4, 0.9, 1.8);
  const rim = directional('#ffffff', 1.6, 1.2, 2.2, -2.6);
  const lights = new Group();
  lights.add(around, key, fill, rim);
  return lights;
}

function directional(color: string, intensity: number, x: number, y: number, z: number): DirectionalLight {
  const light = new DirectionalLight(color, intensity);
  light.position.set(x, y, z);
  return light;
}

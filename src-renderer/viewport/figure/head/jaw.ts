import type { Point } from '../sculpt/distance.ts';
import { JAW_JOINT, MOUTH } from './form.ts';
import type { HeadMesh } from './headMesh.ts';

/** How far the jaw turns at `jawOpen` 1. A wide open mouth has its incisors 40 to 50 mm apart. */
const JAW_OPEN_RADIANS = (24 * Math.PI) / 180;

const SMOOTHING_PASSES = 26;

/** Where a point of the jaw moves when it opens fully. */
export function openedJaw(x: number, y: number, z: number): Point {
  const [, jointY, jointZ] = JAW_JOINT;
  const cos = Math.cos(JAW_OPEN_RADIANS);
  const sin = Math.sin(JAW_OPEN_RADIANS);
  const dy = y - jointY;
  const dz = z - jointZ;
  return [x, jointY + dy * cos - dz * sin, jointZ + dy * sin + dz * cos];
}

/**
 * How far each vertex goes with the jaw, 0..1: lower lip, lower teeth and chin fully, the skull not at all, and the skin
 * between them as if it were stretched. The seam of the lips is the only edge.
 */
export function jawWeights({ surface, mouth, rigid }: HeadMesh): Float32Array {
  const count = surface.vertexCount;
  let weights = new Float32Array(count);
  for (let vertex = 0; vertex < count; vertex++) {
    weights[vertex] = belowJawLine(surface.y(vertex), surface.z(vertex)) ? 1 : 0;
  }
  for (const { vertex, half } of mouth) {
    weights[vertex] = half === 'corner' ? 0.5 : half === 'lower' ? 1 : 0;
  }
  for (let pass = 0; pass < SMOOTHING_PASSES; pass++) weights = smoothed(weights, surface.triangles);
  for (const { first, end, part } of rigid) weights.fill(part === 'skull' ? 0 : 1, first, end);
  return weights;
}

function belowJawLine(y: number, z: number): boolean {
  const [, jointY, jointZ] = JAW_JOINT;
  const [, seamY, seamZ] = MOUTH;
  const along = (z - jointZ) / (seamZ - jointZ);
  return along > 0 && y < jointY + (seamY - jointY) * Math.min(1, along);
}

/** Each weight half way to the mean of its neighbours', of which triangles on both sides of an edge count the same. */
function smoothed(weights: Float32Array, triangles: readonly number[]): Float32Array<ArrayBuffer> {
  const sums = new Float32Array(weights.length);
  const counts = new Uint16Array(weights.length);
  const add = (to: number, a: number, b: number): void => {
    sums[to] = (sums[to] ?? 0) + (weights[a] ?? 0) + (weights[b] ?? 0);
    counts[to] = (counts[to] ?? 0) + 2;
  };
  for (let i = 0; i < triangles.length; i += 3) {
    const [a, b, c] = [triangles[i] ?? 0, triangles[i + 1] ?? 0, triangles[i + 2] ?? 0];
    add(a, b, c);
    add(b, c, a);
    add(c, a, b);
  }
  const result = new Float32Array(weights.length);
  for (let i = 0; i < result.length; i++) {
    result[i] = ((weights[i] ?? 0) + (sums[i] ?? 0) / Math.max(1, counts[i] ?? 0)) / 2;
  }
  return result;
}

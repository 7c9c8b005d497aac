import { BufferAttribute, BufferGeometry } from 'three';
import type { Point } from './distance.ts';

/** A mesh being built: flat positions and colours (linear RGB) per vertex, and triangles. Counter-clockwise is outside. */
export class Surface {
  readonly positions: number[] = [];
  readonly colors: number[] = [];
  readonly triangles: number[] = [];

  get vertexCount(): number {
    return this.positions.length / 3;
  }

  vertex(x: number, y: number, z: number, color: Point): number {
    this.positions.push(x, y, z);
    this.colors.push(...color);
    return this.vertexCount - 1;
  }

  triangle(a: number, b: number, c: number): void {
    this.triangles.push(a, b, c);
  }

  quad(a: number, b: number, c: number, d: number): void {
    this.triangles.push(a, b, c, a, c, d);
  }

  /** A closed band between two loops of the same length, `inner` to the left of `outer` seen from outside. */
  band(outer: readonly number[], inner: readonly number[]): void {
    for (let i = 0; i < outer.length; i++) {
      const next = (i + 1) % outer.length;
      this.quad(outer[i] ?? 0, outer[next] ?? 0, inner[next] ?? 0, inner[i] ?? 0);
    }
  }

  x(vertex: number): number {
    return this.positions[vertex * 3] ?? 0;
  }
  y(vertex: number): number {
    return this.positions[vertex * 3 + 1] ?? 0;
  }
  z(vertex: number): number {
    return this.positions[vertex * 3 + 2] ?? 0;
  }

  toGeometry(): BufferGeometry {
    const geometry = new BufferGeometry();
    const positions = new Float32Array(this.positions);
    geometry.setAttribute('position', new BufferAttribute(positions, 3));
    geometry.setAttribute('normal', new BufferAttribute(normalsOf(positions, this.triangles), 3));
    geometry.setAttribute('color', new BufferAttribute(new Float32Array(this.colors), 3));
    geometry.setIndex(this.triangles);
    return geometry;
  }
}

/** Smooth unit normals of each vertex: the mean of its triangles', weighted by area. */
export function normalsOf(positions: Float32Array, triangles: readonly number[]): Float32Array {
  const normals = new Float32Array(positions.length);
  const at = (vertex: number, axis: number): number => positions[vertex * 3 + axis] ?? 0;
  for (let i = 0; i < triangles.length; i += 3) {
    const a = triangles[i] ?? 0;
    const b = triangles[i + 1] ?? 0;
    const c = triangles[i + 2] ?? 0;
    const ux = at(b, 0) - at(a, 0);
    const uy = at(b, 1) - at(a, 1);
    const uz = at(b, 2) - at(a, 2);
    const vx = at(c, 0) - at(a, 0);
    const vy = at(c, 1) - at(a, 1);
    const vz = at(c, 2) - at(a, 2);
    const nx = uy * vz - uz * vy;
    const ny = uz * vx - ux * vz;
    const nz = ux * vy - uy * vx;
    for (const vertex of [a, b, c]) {
      normals[vertex * 3] = (normals[vertex * 3] ?? 0) + nx;
      normals[vertex * 3 + 1] = (normals[vertex * 3 + 1] ?? 0) + ny;
      normals[vertex * 3 + 2] = (normals[vertex * 3 + 2] ?? 0) + nz;
    }
  }
  for (let i = 0; i < normals.length; i += 3) {
    const length = Math.hypot(normals[i] ?? 0, normals[i + 1] ?? 0, normals[i + 2] ?? 0) || 1;
    for (let axis = 0; axis < 3; axis++) normals[i + axis] = (normals[i + axis] ?? 0) / length;
  }
  return normals;
}

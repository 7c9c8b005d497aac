import { BufferAttribute, BufferGeometry } from 'three';
import type { Point } from './distance.ts';
import { writeNormals } from './normals.ts';

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
    geometry.setAttribute('normal', new BufferAttribute(writeNormals(positions, this.triangles), 3));
    geometry.setAttribute('color', new BufferAttribute(new Float32Array(this.colors), 3));
    geometry.setIndex(this.triangles);
    return geometry;
  }
}

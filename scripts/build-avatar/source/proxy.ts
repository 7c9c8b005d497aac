import { join } from 'node:path';
import { z } from 'zod';
import { addToPoint, type Points, pointAt } from '../geometry/points.ts';
import { type QuadMesh, quadMeshFrom, quadMeshSchema, readJson } from './threeJson.ts';

/** A mesh that hangs on the base mesh: every vertex follows up to three base vertices. */
export interface Proxy extends QuadMesh {
  readonly references: readonly (readonly number[])[];
  readonly shares: readonly (readonly number[])[];
  /** Decimetres on the body for which the proxy was made. */
  readonly offsets: readonly (readonly number[])[];
}

const proxySchema = quadMeshSchema.extend({
  ref_vIdxs: z.array(z.array(z.number())),
  weights: z.array(z.array(z.number())),
  offsets: z.array(z.array(z.number())),
});

/** A proxy by its path under `public/data/proxies`, such as `teeth/Teeth_Base/Teeth_Base`. */
export function readProxy(folder: string, path: string): Proxy {
  const json = readJson(join(folder, 'public/data/proxies', `${path}.json`), proxySchema);
  return { ...quadMeshFrom(json), references: json.ref_vIdxs, shares: json.weights, offsets: json.offsets };
}

/** Two base vertices and their distance along one axis, decimetres, on the body for which a proxy was made. */
export type Ruler = readonly [a: number, b: number, distance: number];
/** Rulers along x, y and z: how much larger a proxy's offsets must be on another body. */
export type Rulers = readonly [Ruler, Ruler, Ruler];

/** The proxy's positions on a body of another shape. */
export function fitProxy(proxy: Proxy, positions: Points, rulers: Rulers): Points {
  const factors = rulers.map(
    ([a, b, distance], axis) =>
      Math.abs((positions[a * 3 + axis] ?? 0) - (positions[b * 3 + axis] ?? 0)) / distance,
  );
  const fitted = followProxy(proxy, positions);
  proxy.offsets.forEach(([x = 0, y = 0, z = 0], vertex) => {
    addToPoint(fitted, vertex, [x * (factors[0] ?? 1), y * (factors[1] ?? 1), z * (factors[2] ?? 1)]);
  });
  return fitted;
}

/** What the proxy's vertices take over from the base vertices: a displacement, or positions without offsets. */
export function followProxy(proxy: Proxy, field: Points): Points {
  const followed = new Float64Array(proxy.references.length * 3);
  proxy.references.forEach((references, vertex) => {
    references.forEach((reference, k) => {
      addToPoint(followed, vertex, pointAt(field, reference), proxy.shares[vertex]?.[k] ?? 0);
    });
  });
  return followed;
}

/** Dense joint weights of the proxy's vertices. Shares may be negative: what falls below 0 counts as none. */
export function proxyWeights(proxy: Proxy, dense: Float64Array, width: number): Float64Array {
  const weights = new Float64Array(proxy.references.length * width);
  proxy.references.forEach((references, vertex) => {
    for (let joint = 0; joint < width; joint++) {
      const sum = references.reduce(
        (total, reference, k) =>
          total + (dense[reference * width + joint] ?? 0) * (proxy.shares[vertex]?.[k] ?? 0),
        0,
      );
      weights[vertex * width + joint] = Math.max(0, sum);
    }
  });
  return weights;
}

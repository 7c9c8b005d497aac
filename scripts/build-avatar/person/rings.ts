import type { Quad } from '../source/threeJson.ts';

/** Vertices that two groups of faces share: the line along which the source's texture is cut. */
export function sharedRim(a: readonly Quad[], b: readonly Quad[]): readonly number[] {
  const inA = new Set(a.flatMap(({ vertices }) => [...vertices]));
  return [...new Set(b.flatMap(({ vertices }) => [...vertices]))].filter((vertex) => inA.has(vertex));
}

/** How many edges each vertex lies from a rim, over the given faces only; infinity where they do not lead there. */
export function ringsFrom(rim: readonly number[], faces: readonly Quad[], vertexCount: number): Float64Array {
  const around = new Map<number, Set<number>>();
  for (const { vertices } of faces) {
    vertices.forEach((vertex, i) => {
      const next = vertices[(i + 1) % 4] ?? vertex;
      around.set(vertex, (around.get(vertex) ?? new Set()).add(next));
      around.set(next, (around.get(next) ?? new Set()).add(vertex));
    });
  }
  const rings = new Float64Array(vertexCount).fill(Number.POSITIVE_INFINITY);
  let front = [...rim];
  for (const vertex of front) rings[vertex] = 0;
  for (let ring = 1; front.length > 0; ring++) {
    const next = new Set<number>();
    for (const vertex of front) {
      for (const other of around.get(vertex) ?? [])
        if (rings[other] === Number.POSITIVE_INFINITY) next.add(other);
    }
    for (const vertex of next) rings[vertex] = ring;
    front = [...next];
  }
  return rings;
}

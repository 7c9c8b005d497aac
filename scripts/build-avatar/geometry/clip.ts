/** Interleaved values that every vertex of a surface carries. */
export interface Carried {
  readonly values: Float64Array;
  /** Values a vertex. */
  readonly width: number;
}

export interface IndexedFace {
  readonly vertices: readonly number[];
  readonly uvs: readonly number[];
}

export interface Clipped {
  readonly faces: readonly IndexedFace[];
  readonly perVertex: readonly Float64Array[];
  readonly perUv: Float64Array;
}

/**
 * Cuts a surface along the line where `side` is 0 and keeps what lies above. Faces that the line crosses get new vertices
 * on it, so that the edge is smooth however coarse the mesh; what vertices carry is interpolated.
 */
export function clipSurface(
  faces: readonly IndexedFace[],
  perVertex: readonly Carried[],
  uvs: Float64Array,
  side: (vertex: number) => number,
): Clipped {
  const grown = perVertex.map(({ values }) => Array.from(values));
  const grownUvs = Array.from(uvs);
  const made = new Map<string, number>();
  const vertexCount = (perVertex[0]?.values.length ?? 0) / (perVertex[0]?.width ?? 1);
  const between = (a: number, b: number, t: number): number => {
    const key = a < b ? `${a} ${b}` : `${b} ${a}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    perVertex.forEach(({ values, width }, i) => {
      for (let k = 0; k < width; k++) grown[i]?.push(lerp(values[a * width + k], values[b * width + k], t));
    });
    const vertex = vertexCount + made.size;
    made.set(key, vertex);
    return vertex;
  };
  const uvBetween = (a: number, b: number, t: number): number => {
    grownUvs.push(lerp(uvs[a * 2], uvs[b * 2], t), lerp(uvs[a * 2 + 1], uvs[b * 2 + 1], t));
    return grownUvs.length / 2 - 1;
  };
  const kept = faces.flatMap((face): IndexedFace[] => {
    const sides = face.vertices.map(side);
    if (sides.every((value) => value >= 0)) return [face];
    if (sides.every((value) => value < 0)) return [];
    const [vertices, corners]: [number[], number[]] = [[], []];
    face.vertices.forEach((vertex, i) => {
      const next = (i + 1) % face.vertices.length;
      const [here, there] = [sides[i] ?? 0, sides[next] ?? 0];
      const [uv, nextUv] = [face.uvs[i] ?? 0, face.uvs[next] ?? 0];
      if (here >= 0) {
        vertices.push(vertex);
        corners.push(uv);
      }
      if (here >= 0 === there >= 0) return;
      const t = here / (here - there);
      vertices.push(between(vertex, face.vertices[next] ?? vertex, t));
      corners.push(uvBetween(uv, nextUv, t));
    });
    return fan(vertices, corners);
  });
  return {
    faces: kept,
    perVertex: grown.map((values) => Float64Array.from(values)),
    perUv: Float64Array.from(grownUvs),
  };
}

/** A polygon as triangles and quads. */
function fan(vertices: readonly number[], uvs: readonly number[]): IndexedFace[] {
  if (vertices.length <= 4) return [{ vertices, uvs }];
  return vertices.slice(2).map((_, i) => ({
    vertices: [vertices[0] ?? 0, vertices[i + 1] ?? 0, vertices[i + 2] ?? 0],
    uvs: [uvs[0] ?? 0, uvs[i + 1] ?? 0, uvs[i + 2] ?? 0],
  }));
}

function lerp(a = 0, b = 0, t: number): number {
  return a + (b - a) * t;
}

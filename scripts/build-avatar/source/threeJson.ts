import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** One quad: vertex and texture-coordinate indices of its corners, and the name of its material (the group of the OBJ file). */
export interface Quad {
  readonly vertices: readonly [number, number, number, number];
  readonly uvs: readonly [number, number, number, number];
  readonly group: string;
}

export interface QuadMesh {
  /** Decimetres, x y z interleaved. */
  readonly positions: Float64Array;
  /** u v interleaved, v upwards. */
  readonly uvs: Float64Array;
  readonly quads: readonly Quad[];
}

const numbers = z.array(z.number());

/** The keys of three.js' JSON model format 3.1 that a quad mesh needs. */
export const quadMeshSchema = z.object({
  vertices: numbers,
  uvs: z.tuple([numbers]),
  faces: numbers,
  materials: z.array(z.object({ DbgName: z.string() })),
});

/** Type of a face with four corners (1), a material (2) and texture coordinates (8): three.js JSON model format 3. */
const QUAD_MATERIAL_UV = 11;
const QUAD_LENGTH = 10;

export function readJson<T>(file: string, schema: z.ZodType<T>): T {
  return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** A quad mesh from its JSON; throws where a face is of another type. */
export function quadMeshFrom(json: z.infer<typeof quadMeshSchema>): QuadMesh {
  const quads: Quad[] = [];
  for (let start = 0; start < json.faces.length; start += QUAD_LENGTH) {
    const at = (offset: number): number => json.faces[start + offset] ?? -1;
    if (at(0) !== QUAD_MATERIAL_UV) throw new Error(`face of type ${at(0)} where only quads were expected`);
    quads.push({
      vertices: [at(1), at(2), at(3), at(4)],
      uvs: [at(6), at(7), at(8), at(9)],
      group: json.materials[at(5)]?.DbgName ?? '',
    });
  }
  return { positions: Float64Array.from(json.vertices), uvs: Float64Array.from(json.uvs[0]), quads };
}

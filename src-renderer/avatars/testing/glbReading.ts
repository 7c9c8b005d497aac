export type Triple = [number, number, number];

/** A mesh of a GLB as it stands in the world, in metres. */
export interface MeshReading {
  readonly name: string;
  readonly vertices: number;
  readonly least: Triple;
  readonly most: Triple;
  readonly isSkinned: boolean;
  /** Width of the picture on it in pixels, or 0. */
  readonly pictureWidth: number;
  /** A pixel of it: red, green, blue and alpha, 0..255. */
  readonly pixel: readonly number[];
  /** Per morph target how far it moves the vertex that it moves most. */
  readonly targets: Readonly<Record<string, Triple>>;
}

export interface GlbReading {
  readonly meshes: readonly MeshReading[];
  /** Where each bone is in the world. */
  readonly bones: Readonly<Record<string, Triple>>;
}

/** Chunks are padded to 4 bytes: JSON with spaces, binary with zeros (glTF 2.0, section 4.4.3). */
const ALIGNMENT = 4;

/** A GLB of any JSON, for tests. */
export function glbOf(document: unknown, binary = new Uint8Array()): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(JSON.stringify(document));
  const jsonBytes = padded(text.length);
  const binaryBytes = binary.length === 0 ? 0 : 8 + padded(binary.length);
  const bytes = new Uint8Array(20 + jsonBytes + binaryBytes);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x46546c67, true);
  view.setUint32(4, 2, true);
  view.setUint32(8, bytes.length, true);
  view.setUint32(12, jsonBytes, true);
  view.setUint32(16, 0x4e4f534a, true);
  bytes.fill(0x20, 20, 20 + jsonBytes).set(text, 20);
  if (binaryBytes > 0) {
    view.setUint32(20 + jsonBytes, padded(binary.length), true);
    view.setUint32(24 + jsonBytes, 0x004e4942, true);
    bytes.set(binary, 28 + jsonBytes);
  }
  return bytes;
}

export interface TestAvatar {
  /** Morph targets by the mesh that carries them. */
  readonly meshes: Readonly<Record<string, readonly string[]>>;
  readonly joints?: readonly string[];
}

/** A whole avatar, though a small one: each mesh is one triangle, each morph target moves it by a centimetre. */
export function testAvatar({ meshes, joints = [] }: TestAvatar): Uint8Array<ArrayBuffer> {
  const names = Object.keys(meshes);
  const triangle = { bufferView: 0, componentType: 5126, type: 'VEC3', count: 3 };
  const document = {
    asset: { version: '2.0' },
    scene: 0,
    scenes: [{ nodes: [...names, ...joints].map((_, i) => i) }],
    nodes: [
      ...names.map((name, mesh) => ({ name, mesh, ...(joints.length > 0 && { skin: 0 }) })),
      ...joints.map((name) => ({ name })),
    ],
    ...(joints.length > 0 && { skins: [{ joints: joints.map((_, i) => names.length + i) }] }),
    meshes: names.map((name) => ({
      name,
      primitives: [{ attributes: { POSITION: 0 }, targets: meshes[name]?.map(() => ({ POSITION: 1 })) }],
      extras: { targetNames: meshes[name] },
    })),
    accessors: [
      { ...triangle, min: [0, 0, 0], max: [1, 1, 0] },
      { ...triangle, bufferView: 1, min: [0, 0, 0.01], max: [0, 0, 0.01] },
    ],
    bufferViews: [
      { buffer: 0, byteLength: 36 },
      { buffer: 0, byteOffset: 36, byteLength: 36 },
    ],
    buffers: [{ byteLength: 72 }],
  };
  const corners = [0, 0, 0, 1, 0, 0, 0, 1, 0];
  const shifts = [0, 0, 0.01, 0, 0, 0.01, 0, 0, 0.01];
  return glbOf(document, new Uint8Array(new Float32Array([...corners, ...shifts]).buffer));
}

function padded(bytes: number): number {
  return Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { glbOf, testAvatar } from '../../../scripts/testing/glb.ts';
import { MimesisError } from '../../contract/index.ts';
import {
  CHUNK_HEADER_BYTES,
  describeAvatar,
  GLB_HEAD_BYTES,
  parseGltf,
  readBinaryBytes,
  readGlbHead,
  requireWhole,
} from './index.ts';

/** Describes a GLB, of which its parts need not be there. */
function read(bytes: Uint8Array) {
  const { jsonBytes } = readGlbHead(bytes.subarray(0, GLB_HEAD_BYTES));
  return describeAvatar(parseGltf(bytes.subarray(GLB_HEAD_BYTES, GLB_HEAD_BYTES + jsonBytes)));
}

/** Describes a GLB whose parts must all be there. */
function readWhole(bytes: Uint8Array) {
  const head = readGlbHead(bytes.subarray(0, GLB_HEAD_BYTES));
  const jsonEnd = GLB_HEAD_BYTES + head.jsonBytes;
  const gltf = parseGltf(bytes.subarray(GLB_HEAD_BYTES, jsonEnd));
  requireWhole(gltf, readBinaryBytes(bytes.subarray(jsonEnd, jsonEnd + CHUNK_HEADER_BYTES), head));
  return describeAvatar(gltf);
}

const avatar = testAvatar({
  meshes: { CC_Base_Body: ['Jaw_Open', 'V_Open'], CC_Base_Tongue: ['Jaw_Open'], Shoes: [] },
  joints: ['CC_Base_Hip', 'CC_Base_Head'],
});

const minimal = { asset: { version: '2.0' } };

/** The bytes with a 32-bit number overwritten. */
function withNumber(bytes: Uint8Array, offset: number, value: number): Uint8Array {
  const copy = bytes.slice();
  new DataView(copy.buffer).setUint32(offset, value, true);
  return copy;
}

describe('an avatar in a GLB', () => {
  it('is described by its meshes, morph targets and joints', () => {
    expect(readWhole(avatar)).toEqual({
      meshes: [
        { name: 'CC_Base_Body', vertices: 3, triangles: 1, morphTargets: ['Jaw_Open', 'V_Open'] },
        { name: 'CC_Base_Tongue', vertices: 3, triangles: 1, morphTargets: ['Jaw_Open'] },
        { name: 'Shoes', vertices: 3, triangles: 1, morphTargets: [] },
      ],
      joints: ['CC_Base_Hip', 'CC_Base_Head'],
      vertices: 9,
      triangles: 3,
      morphBytes: 36,
      textureBytes: 0,
      unknownExtensions: [],
      outsideFiles: [],
    });
  });

  it('may name its targets by their accessors', () => {
    const described = read(
      glbOf({
        ...minimal,
        meshes: [{ primitives: [{ attributes: {}, targets: [{ POSITION: 0 }] }] }],
        accessors: [{ name: 'jawOpen', componentType: 5126, type: 'VEC3', count: 1 }],
      }),
    );
    expect(described.meshes[0]?.morphTargets).toEqual(['jawOpen']);
  });

  it('counts vertices that primitives share once', () => {
    const primitive = { attributes: { POSITION: 0 }, indices: 1 };
    const described = read(
      glbOf({
        ...minimal,
        meshes: [{ primitives: [primitive, primitive] }],
        accessors: [
          { componentType: 5126, type: 'VEC3', count: 8 },
          { componentType: 5123, type: 'SCALAR', count: 36 },
        ],
      }),
    );
    expect(described).toMatchObject({ vertices: 8, triangles: 24 });
  });

  it('names the extensions it cannot be shown without, and files that are not in it', () => {
    const described = read(
      glbOf({
        ...minimal,
        extensionsRequired: ['EXT_meshopt_compression', 'KHR_draco_mesh_compression'],
        buffers: [{ byteLength: 1, uri: 'skin.bin' }],
        images: [{ uri: 'skin.png' }, { uri: 'data:image/png;base64,AAAA' }],
      }),
    );
    expect(described.unknownExtensions).toEqual(['KHR_draco_mesh_compression']);
    expect(described.outsideFiles).toEqual(['skin.bin', 'skin.png', 'data:image/png']);
  });

  it('has no name and puts no text into a message that is longer than any', () => {
    const long = 'x'.repeat(100_000);
    const targets = [{}, {}];
    const described = read(
      glbOf({
        ...minimal,
        extensionsRequired: ['x'.repeat(1000)],
        meshes: [{ primitives: [{ attributes: {}, targets }], extras: { targetNames: [long, 'jawOpen'] } }],
        images: [{ uri: long }, { uri: `data:${long}` }],
      }),
    );
    expect(described.meshes[0]?.morphTargets).toEqual(['jawOpen']);
    for (const text of [...described.unknownExtensions, ...described.outsideFiles]) {
      expect(text).toMatch(/^[a-z:]{79}…$/);
    }
    const unread = [
      { ...minimal, meshes: [{ primitives: [{ attributes: { [long]: -1 } }] }] },
      { ...minimal, extensionsRequired: [long] },
    ];
    for (const gltf of unread) {
      expect(() => read(glbOf(gltf))).toThrow(/^The GLB is damaged: .{0,200}$/);
    }
  });

  it('reads no more than the head and the JSON', () => {
    const { fileBytes, jsonBytes } = readGlbHead(avatar.subarray(0, 20));
    expect(fileBytes).toBe(avatar.length);
    const withoutBinary = avatar.slice(20, 20 + jsonBytes);
    expect(parseGltf(withoutBinary).meshes).toHaveLength(3);
  });
});

describe('what is no avatar in a GLB', () => {
  it.each([
    ['an FBX', new TextEncoder().encode('Kaydara FBX Binary  \0'), /no GLB/],
    ['nothing', new Uint8Array(), /no GLB/],
    ['only its first bytes', avatar.subarray(0, 10), /cut off/],
    ['glTF 1', withNumber(avatar, 4, 1), /version 1/],
    ['a first chunk of another kind', withNumber(avatar, 16, 0), /does not begin with JSON/],
    ['a JSON longer than the file', withNumber(avatar, 12, 2 ** 30), /contradict/],
    ['a JSON that is too long', withNumber(withNumber(avatar, 8, 2 ** 31), 12, 2 ** 30), /1024 MB/],
    ['a JSON that is none', withNumber(avatar, 20, 0x41414141), /is no JSON/],
    ['a JSON that is no glTF', glbOf([]), /damaged/],
    ['more items than any avatar has', glbOf({ ...minimal, nodes: Array(100_001).fill({}) }), /nodes/],
    [
      'a count that is none',
      glbOf({ ...minimal, bufferViews: [{ buffer: 0, byteLength: -1 }] }),
      /bufferViews\.0/,
    ],
  ])('refuses %s', (_, bytes, message) => {
    const reading = () => read(bytes);
    expect(reading).toThrow(message);
    expect(reading).toThrow(expect.objectContaining({ kind: 'invalid_avatar' }));
  });
});

describe('a GLB of many items', () => {
  // Far above any avatar: where time grew with the square of the size, each would take minutes.
  it('is described though every mesh has its name from a node', () => {
    const count = 50_000;
    const glb = glbOf({
      ...minimal,
      nodes: Array.from({ length: count }, (_, mesh) => ({ mesh, name: 'n' })),
      meshes: Array(count).fill({ primitives: [] }),
    });
    expect(read(glb).meshes[count - 1]?.name).toBe('n');
  });

  it('may have 20 000 morph targets on all its meshes, and not one more', () => {
    const meshes = Array.from({ length: 10 }, () => ({
      primitives: [{ attributes: {}, targets: Array(2000).fill({}) }],
    }));
    expect(read(glbOf({ ...minimal, meshes })).meshes).toHaveLength(10);
    const one = { primitives: [{ attributes: {}, targets: [{}] }] };
    expect(() => read(glbOf({ ...minimal, meshes: [...meshes, one] }))).toThrow('more than 20000');
  });
});

describe('a GLB that is not whole', () => {
  const binary = new Uint8Array(72);
  const buffers = [{ byteLength: 72 }];
  const bufferViews = [{ buffer: 0, byteLength: 72 }];
  const points = { bufferView: 0, componentType: 5126, type: 'VEC3', count: 3 };
  const whole = { ...minimal, buffers, bufferViews, accessors: [points] };
  const sparse = {
    count: 2,
    indices: { bufferView: 0, componentType: 5123 },
    values: { bufferView: 0, byteOffset: 4 },
  };
  const compressed = (byteLength: number, count: number) => ({
    ...minimal,
    buffers: [...buffers, { byteLength: 1200, extensions: { EXT_meshopt_compression: { fallback: true } } }],
    bufferViews: [
      {
        buffer: 1,
        byteLength: 1200,
        extensions: { EXT_meshopt_compression: { buffer: 0, byteLength, byteStride: 12, count, mode: 'X' } },
      },
    ],
    accessors: [{ ...points, count: 100 }],
  });

  it.each([
    ['all is there', whole],
    ['elements lie apart', { ...whole, accessors: [{ ...points, byteOffset: 60, count: 1 }] }],
    [
      'an accessor holds only what differs',
      { ...whole, accessors: [{ ...points, bufferView: undefined, sparse }] },
    ],
    ['its views are compressed', compressed(72, 100)],
  ])('is none where %s', (_, gltf) => {
    expect(() => readWhole(glbOf(gltf, binary))).not.toThrow();
  });

  it.each([
    [
      'its binary part is shorter than its buffer',
      { ...whole, buffers: [{ byteLength: 1e9 }] },
      'binary part',
    ],
    [
      'a view is longer than its buffer',
      { ...whole, bufferViews: [{ buffer: 0, byteLength: 1e9 }] },
      'view 0',
    ],
    [
      'a view ends after its buffer',
      { ...whole, bufferViews: [{ ...bufferViews[0], byteOffset: 4 }] },
      'view 0',
    ],
    ['a view is of no buffer', { ...whole, bufferViews: [{ buffer: 3, byteLength: 8 }] }, 'view 0'],
    [
      'a view is of a buffer without bytes',
      { ...whole, buffers: [...buffers, { byteLength: 72 }], bufferViews: [{ buffer: 1, byteLength: 8 }] },
      'view 0',
    ],
    ['an accessor is of no view', { ...whole, accessors: [{ ...points, bufferView: 7 }] }, 'view 7'],
    ['an accessor is longer than its view', { ...whole, accessors: [{ ...points, count: 7 }] }, 'accessor 0'],
    [
      'elements lie too far apart',
      { ...whole, bufferViews: [{ ...bufferViews[0], byteStride: 32 }] },
      'accessor 0',
    ],
    ['an accessor is of no kind', { ...whole, accessors: [{ ...points, type: 'VEC9' }] }, 'no known kind'],
    [
      'what differs lies outside',
      { ...whole, accessors: [{ ...points, bufferView: undefined, sparse: { ...sparse, count: 40 } }] },
      'accessor 0',
    ],
    ['a compressed view lies outside', compressed(73, 100), 'view 0'],
    ['a compressed view holds less than its accessor', compressed(72, 99), 'accessor 0'],
    ['a picture is not there', { ...whole, images: [{ bufferView: 1 }] }, 'view 1'],
    [
      'a mesh has no accessors',
      { ...minimal, meshes: [{ primitives: [{ attributes: { POSITION: 0 }, targets: [{ POSITION: 1 }] }] }] },
      'accessor 0',
    ],
  ])('is refused where %s', (_, gltf, message) => {
    const reading = () => readWhole(glbOf(gltf, binary));
    expect(reading).toThrow(message);
    expect(reading).toThrow(expect.objectContaining({ kind: 'invalid_avatar' }));
  });

  it('is refused where its binary part is longer than the file', () => {
    const bytes = glbOf(whole, binary);
    const reading = () => readWhole(withNumber(bytes, bytes.length - binary.length - 8, 1e6));
    expect(reading).toThrow('contradict');
  });
});

describe('a small GLB that would be large once decoded', () => {
  const binary = new Uint8Array(2 ** 16);
  const buffers = [{ byteLength: binary.length }];
  const view = { buffer: 0, byteLength: binary.length };
  const unseen = { componentType: 5126, type: 'VEC3', count: 50_000_000 };
  const sharing = (count: number) => ({
    ...minimal,
    accessors: [unseen],
    meshes: [{ primitives: [{ attributes: {}, targets: Array(count).fill({ POSITION: 0 }) }] }],
  });
  const packed = (byteStride: number, count: number) => ({
    ...minimal,
    buffers,
    bufferViews: [
      { ...view, extensions: { EXT_meshopt_compression: { buffer: 0, byteLength: 9, byteStride, count } } },
    ],
  });

  it.each([
    ['accessors have no view', { ...minimal, accessors: Array(4).fill(unseen) }],
    ['a view is compressed', packed(256, 10_000_000)],
    ['views lie over each other', { ...minimal, buffers, bufferViews: Array(40_000).fill(view) }],
    ['morph targets share an accessor', sharing(4)],
  ])('is refused where %s', (_, gltf) => {
    const reading = () => readWhole(glbOf(gltf, binary));
    expect(reading).toThrow('Decoded, the avatar takes 3 GB');
    expect(reading).toThrow(expect.objectContaining({ kind: 'too_large' }));
  });

  it('is taken up to 2 GB', () => {
    expect(() => readWhole(glbOf(sharing(3)))).not.toThrow();
    expect(() => readWhole(glbOf(packed(256, 8_000_000), binary))).not.toThrow();
  });

  it.each([packed(257, 1), packed(4, 50_000_001)])(
    'is refused where no encoder writes such a view',
    (gltf) => {
      expect(() => readWhole(glbOf(gltf, binary))).toThrow('EXT_meshopt_compression.');
    },
  );
});

/** Whether reading ends as it may: with a description, or with an error of the product. */
function endsWell(bytes: Uint8Array): boolean {
  try {
    readWhole(bytes);
    return true;
  } catch (error) {
    if (error instanceof MimesisError) return true;
    throw error;
  }
}

describe('any bytes', () => {
  it('are read or refused', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), endsWell), { numRuns: 2000 });
  });

  it('are read or refused as damaged forms of an avatar', () => {
    const changes = fc.array(fc.tuple(fc.nat(avatar.length - 1), fc.integer({ min: 0, max: 255 })), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(changes, fc.nat(avatar.length), (changed, length) => {
        const bytes = avatar.slice();
        for (const [offset, value] of changed) bytes[offset] = value;
        return endsWell(bytes) && endsWell(bytes.subarray(0, length));
      }),
      { numRuns: 2000 },
    );
  });

  it('are read or refused as any JSON', () => {
    fc.assert(
      fc.property(fc.json(), (text) => endsWell(glbOf(JSON.parse(text)))),
      { numRuns: 500 },
    );
  });

  it('are read or refused as documents whose indices lead anywhere', () => {
    const index = fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined });
    const targets = fc.array(fc.record({ POSITION: fc.integer({ min: 0, max: 5 }) }), { maxLength: 3 });
    const primitive = fc.record({ attributes: fc.constant({ POSITION: 3 }), indices: index, targets });
    const document = fc.record({
      asset: fc.constant({ version: '2.0' }),
      nodes: fc.array(fc.record({ mesh: index, skin: index }), { maxLength: 3 }),
      skins: fc.array(fc.record({ joints: fc.array(fc.nat(9), { maxLength: 3 }) }), { maxLength: 2 }),
      meshes: fc.array(fc.record({ primitives: fc.array(primitive, { maxLength: 2 }) }), { maxLength: 2 }),
      accessors: fc.array(fc.record({ componentType: fc.nat(9000), type: fc.string(), count: fc.nat(1e6) })),
      images: fc.array(fc.record({ bufferView: index }), { maxLength: 2 }),
    });
    fc.assert(fc.property(document, (gltf) => read(glbOf(gltf)).meshes.length === gltf.meshes.length));
  });
});

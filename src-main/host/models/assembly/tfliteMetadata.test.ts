import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MimesisError } from '#shared/contract/index.ts';
import { assemblyPackageFolder } from './assemble.ts';
import { encodeFlatBuffer, followOffset, readTable } from './flatBuffer.ts';
import { addNormalization } from './tfliteMetadata.ts';

const liteModel = readFileSync(join(assemblyPackageFolder(), 'pose_landmark_lite.tflite'));

/** A reader of tables, independent of the code under test but for the two primitives. */
class Table {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly position: number;
  constructor(bytes: Uint8Array, position: number) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.position = position;
  }
  static root(bytes: Uint8Array): Table {
    return new Table(bytes, new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true));
  }
  slot(field: number): number | undefined {
    return readTable(this.view, this.position)[field];
  }
  target(field: number): number {
    const slot = this.slot(field);
    if (slot === undefined) throw new Error(`field ${field} is absent`);
    return followOffset(this.view, slot);
  }
  table(field: number): Table {
    return new Table(this.bytes, this.target(field));
  }
  tables(field: number): Table[] {
    const vector = this.target(field);
    return Array.from(
      { length: this.view.getUint32(vector, true) },
      (_, index) => new Table(this.bytes, followOffset(this.view, vector + 4 + 4 * index)),
    );
  }
  blob(field: number): Uint8Array {
    if (this.slot(field) === undefined) return new Uint8Array();
    const vector = this.target(field);
    return this.bytes.subarray(vector + 4, vector + 4 + this.view.getUint32(vector, true));
  }
  firstFloat(field: number): number {
    return this.view.getFloat32(this.target(field) + 4, true);
  }
}

describe('a TFLite model with normalization metadata', () => {
  const result = addNormalization(liteModel, { mean: 127.5, std: 63.5 });
  const [before, after] = [Table.root(liteModel), Table.root(result)];

  it('is the original bytes behind a new root', () => {
    expect(Buffer.compare(result.subarray(result.length - liteModel.length), liteModel)).toBe(0);
    expect(String.fromCharCode(...result.subarray(4, 8))).toBe('TFL3');
  });

  it('keeps every weight buffer, the version, the graph and the operators', () => {
    const weights = (model: Table) => model.tables(4).map((buffer) => Buffer.from(buffer.blob(0)));
    const kept = weights(after);
    expect(kept).toHaveLength(weights(before).length + 1);
    weights(before).forEach((blob, index) => {
      expect(Buffer.compare(kept[index] ?? Buffer.alloc(0), blob)).toBe(0);
    });
    const shift = result.length - liteModel.length;
    for (const field of [1, 2]) expect(after.target(field)).toBe(before.target(field) + shift);
    expect(after.view.getUint32(after.slot(0) ?? 0, true)).toBe(3);
  });

  it('names the metadata and stores mean and standard deviation where TFLite Support looks for them', () => {
    const entry = after.tables(6).at(-1);
    if (entry === undefined) throw new Error('no metadata');
    expect(Buffer.from(entry.blob(0)).toString()).toBe('TFLITE_METADATA');
    const bufferIndex = entry.view.getUint32(entry.slot(1) ?? 0, true);
    const metadata = Buffer.from(after.tables(4)[bufferIndex]?.blob(0) ?? []);
    expect(metadata.toString('ascii', 4, 8)).toBe('M001');
    const processUnit = Table.root(metadata).tables(3)[0]?.tables(2)[0]?.tables(4)[0];
    if (processUnit === undefined) throw new Error('no process unit');
    expect(processUnit.view.getUint8(processUnit.slot(0) ?? 0)).toBe(1);
    const options = processUnit.table(1);
    expect([options.firstFloat(0), options.firstFloat(1)]).toEqual([127.5, 63.5]);
  });
});

describe('what is not a TFLite model', () => {
  const small = encodeFlatBuffer(
    {
      kind: 'table',
      fields: [
        3,
        undefined,
        undefined,
        { kind: 'text', text: 'tiny' },
        {
          kind: 'nodes',
          items: [{ kind: 'table', fields: [{ kind: 'bytes', bytes: Uint8Array.of(1, 2) }] }],
        },
      ],
    },
    'TFL3',
  );
  const attempt = (bytes: Uint8Array) => {
    try {
      addNormalization(bytes, { mean: 0, std: 255 });
      return 'accepted';
    } catch (error) {
      return error instanceof MimesisError ? error.kind : error;
    }
  };

  it('is refused with a typed error', () => {
    expect(attempt(small)).toBe('accepted');
    expect(attempt(new Uint8Array())).toBe('model_damaged');
    expect(attempt(Buffer.from('\0\0\0\0TFL3'))).toBe('model_damaged');
    expect(attempt(readFileSync(import.meta.filename))).toBe('model_damaged');
  });

  it('never gives any other error, whatever its bytes', () => {
    const mutation = fc.tuple(fc.nat({ max: small.length - 1 }), fc.nat({ max: 255 }));
    fc.assert(
      fc.property(
        fc.array(mutation, { minLength: 1, maxLength: 6 }),
        fc.nat(small.length),
        (mutations, end) => {
          const bytes = Uint8Array.from(small);
          for (const [index, value] of mutations) bytes[index] = value;
          expect(['accepted', 'model_damaged']).toContain(attempt(bytes));
          expect(['accepted', 'model_damaged']).toContain(attempt(bytes.subarray(0, end)));
        },
      ),
      { numRuns: 2000 },
    );
  });
});

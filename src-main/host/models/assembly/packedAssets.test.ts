import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MimesisError } from '#shared/contract/index.ts';
import { assemblyPackageFolder } from './assemble.ts';
import { openPackedAssets } from './packedAssets.ts';

function loaderOf(table: unknown): string {
  return `  var loadPackage = function(metadata) {};\n    loadPackage(${JSON.stringify(table)});\n\n  })();\n`;
}

function failure(loader: string, data: Uint8Array, name = 'a.tflite'): unknown {
  try {
    openPackedAssets(loader, data).file(name);
    return 'read';
  } catch (error) {
    return error instanceof MimesisError ? error.kind : error;
  }
}

const tenBytes = Uint8Array.from({ length: 10 }, (_, index) => index);

describe('packed assets', () => {
  it('gives the files of the real package by base name', () => {
    const folder = assemblyPackageFolder();
    const assets = openPackedAssets(
      readFileSync(join(folder, 'holistic_solution_packed_assets_loader.js'), 'utf8'),
      readFileSync(join(folder, 'holistic_solution_packed_assets.data')),
    );
    const model = assets.file('palm_detection_full.tflite');
    expect(model.length).toBe(2_341_280);
    expect(Buffer.from(model.subarray(4, 8)).toString()).toBe('TFL3');
    expect(Buffer.from(assets.file('handedness.txt')).toString()).toMatch(/Left\s+Right/);
  });

  it('cuts a file out by its range', () => {
    const loader = loaderOf({
      files: [{ filename: '/x/a.tflite', start: 2, end: 5 }],
      remote_package_size: 10,
    });
    expect([...openPackedAssets(loader, tenBytes).file('a.tflite')]).toEqual([2, 3, 4]);
  });

  it.each([
    ['no table', 'var x = 1;'],
    ['broken JSON', 'loadPackage({"files": [);'],
    ['a package of another length', loaderOf({ files: [], remote_package_size: 11 })],
    ['no such file', loaderOf({ files: [], remote_package_size: 10 })],
    [
      'a file past the end',
      loaderOf({ files: [{ filename: 'a.tflite', start: 2, end: 11 }], remote_package_size: 10 }),
    ],
    [
      'a file that ends before it starts',
      loaderOf({ files: [{ filename: 'a.tflite', start: 5, end: 2 }], remote_package_size: 10 }),
    ],
    [
      'a negative start',
      loaderOf({ files: [{ filename: 'a.tflite', start: -1, end: 2 }], remote_package_size: 10 }),
    ],
    [
      'two files of one name',
      loaderOf({
        files: [
          { filename: '/x/a.tflite', start: 0, end: 1 },
          { filename: '/y/a.tflite', start: 0, end: 1 },
        ],
        remote_package_size: 10,
      }),
    ],
  ])('is refused with a typed error: %s', (_, loader) => {
    expect(failure(loader, tenBytes)).toBe('model_damaged');
  });

  it('never gives any other error, whatever the loader holds', () => {
    const anyNumber = fc.oneof(fc.integer({ min: -3, max: 14 }), fc.double(), fc.constant('1'));
    const table = fc.record({
      files: fc.array(
        fc.record({
          filename: fc.constantFrom('a.tflite', '/a.tflite/', '__proto__'),
          start: anyNumber,
          end: anyNumber,
        }),
        { maxLength: 3 },
      ),
      remote_package_size: fc.oneof(fc.constant(10), anyNumber),
    });
    const loader = fc.oneof(
      fc.string(),
      fc.json().map((json) => `loadPackage(${json});`),
      table.map(loaderOf),
    );
    fc.assert(
      fc.property(loader, fc.constantFrom('a.tflite', '__proto__', ''), (text, name) => {
        expect(['read', 'model_damaged']).toContain(failure(text, tenBytes, name));
      }),
      { numRuns: 2000 },
    );
  });

  it('reads a loader of many blanks without hanging', () => {
    const started = performance.now();
    expect(failure(`${' \n'.repeat(200_000)}loadPackage({`.repeat(4), tenBytes)).toBe('model_damaged');
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

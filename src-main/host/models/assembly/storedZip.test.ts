import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CHILD_LIMIT } from '../../../../scripts/testing/childLimit.ts';
import { storedZip } from './storedZip.ts';

/** Reads archives with Python's zipfile, which checks every CRC, and finds each entry's data by its local header. */
const READ_ARCHIVES = `
import hashlib, json, struct, sys, zipfile
archives = []
for path in sys.argv[1:]:
    with zipfile.ZipFile(path) as archive, open(path, 'rb') as file:
        assert archive.testzip() is None
        entries = []
        for info in archive.infolist():
            file.seek(info.header_offset + 26)
            name_length, extra_length = struct.unpack('<HH', file.read(4))
            entries.append({
                'name': info.filename,
                'method': info.compress_type,
                'sha256': hashlib.sha256(archive.read(info)).hexdigest(),
                'dataOffset': info.header_offset + 30 + name_length + extra_length,
            })
    archives.append(entries)
print(json.dumps(archives))
`;
const archivesSchema = z.array(
  z.array(z.object({ name: z.string(), method: z.int(), sha256: z.string(), dataOffset: z.int() })),
);

const entriesArbitrary = fc.uniqueArray(
  fc.record({ name: fc.stringMatching(/^[a-z_]{1,70}\.tflite$/), bytes: fc.uint8Array({ maxLength: 300 }) }),
  { maxLength: 5, selector: ({ name }) => name },
);

describe('a stored zip', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'stored-zip-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is read by another program: same names and bytes, uncompressed, data aligned to 64 bytes', () => {
    const samples = fc.sample(entriesArbitrary, { numRuns: 60, seed: 1 });
    const paths = samples.map((entries, index) => {
      const path = join(folder, `${index}.zip`);
      writeFileSync(path, storedZip(entries));
      return path;
    });
    const archives = archivesSchema.parse(
      JSON.parse(
        execFileSync('python3', ['-c', READ_ARCHIVES, ...paths], { ...CHILD_LIMIT, encoding: 'utf8' }),
      ),
    );
    expect(archives.map((entries) => entries.map(({ name, sha256 }) => ({ name, sha256 })))).toEqual(
      samples.map((entries) =>
        entries.map(({ name, bytes }) => ({
          name,
          sha256: createHash('sha256').update(bytes).digest('hex'),
        })),
      ),
    );
    for (const { method, dataOffset } of archives.flat()) {
      expect(method).toBe(0);
      expect(dataOffset % 64).toBe(0);
    }
  });

  it('has the same bytes for the same entries', () => {
    const entries = [{ name: 'a.tflite', bytes: Uint8Array.of(1, 2, 3) }];
    expect(storedZip(entries)).toEqual(storedZip(entries));
  });
});

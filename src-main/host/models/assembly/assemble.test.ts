import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { modelCatalogue } from '../modelCatalogue.ts';
import { type AssembledModelName, assembleModel, assemblyPackageFolder } from './assemble.ts';

describe('an assembled model', () => {
  it.each<AssembledModelName>(['hand_landmarker', 'pose_landmarker_lite', 'pose_landmarker_full'])(
    'has exactly the bytes the catalogue names: %s',
    async (name) => {
      const bytes = await assembleModel(name, assemblyPackageFolder());
      expect(modelCatalogue[name].releases).toContainEqual({
        origin: 'assembled',
        bytes: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      });
    },
  );

  it('is refused with a remedy when the package lacks its files', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'no-package-'));
    await expect(assembleModel('hand_landmarker', empty)).rejects.toMatchObject({
      kind: 'model_missing',
      remedy: expect.stringContaining('npm ci'),
    });
    rmSync(empty, { recursive: true });
  });
});

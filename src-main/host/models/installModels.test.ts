import { spawnSync } from 'node:child_process';
import { copyFile, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CHILD_LIMIT } from '../../../scripts/testing/childLimit.ts';
import { requireShared } from '../../../scripts/testing/shared.ts';
import { assemblyPackageFolder } from './assembly/assemble.ts';
import { installModels } from './installModels.ts';
import type { ModelPlaces } from './modelPlaces.ts';
import { locateModel } from './modelStore.ts';

/** Nothing listens on the discard port. */
const NO_SERVER = 'http://127.0.0.1:9/face_landmarker.task';
const assembledNames = ['hand_landmarker', 'pose_landmarker_lite', 'pose_landmarker_full'] as const;
let folder = '';
let places: ModelPlaces;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'install-models-'));
  places = { userFolder: folder, search: [{ source: 'user', folder }] };
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function withServer<Result>(body: Uint8Array, use: (url: string) => Promise<Result>): Promise<Result> {
  const server = createServer((_, response) => response.end(body));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    return await use(`http://127.0.0.1:${port}/face_landmarker.task`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

describe('installing models', () => {
  it('assembles hand and pose without a network, and says how to add face', async () => {
    const installations = await installModels({ places, faceUrl: NO_SERVER });
    expect(installations.slice(0, 3)).toEqual(
      assembledNames.map((name) => ({ kind: 'installed', name, path: join(folder, `${name}.task`) })),
    );
    expect(installations[3]).toMatchObject({
      kind: 'unavailable',
      name: 'face_landmarker',
      error: { kind: 'model_missing', remedy: expect.stringContaining('MIMESIS_MODELS_DIR') },
    });
    for (const name of assembledNames) {
      expect(await locateModel(name, places)).toMatchObject({ kind: 'found' });
    }
    expect((await readdir(folder)).sort()).toEqual(assembledNames.map((name) => `${name}.task`).sort());
  });

  it('leaves right files alone and replaces a damaged one', async () => {
    await installModels({ places, faceUrl: NO_SERVER });
    const hand = join(folder, 'hand_landmarker.task');
    const before = await stat(hand);
    await writeFile(join(folder, 'pose_landmarker_lite.task'), 'half');
    const again = await installModels({ places, faceUrl: NO_SERVER });
    expect(again.slice(0, 3).map(({ kind }) => kind)).toEqual(['present', 'installed', 'present']);
    expect((await stat(hand)).mtimeMs).toBe(before.mtimeMs);
    expect(await locateModel('pose_landmarker_lite', places)).toMatchObject({ kind: 'found', damaged: [] });
  });

  it('fetches the face model when no copy is on the machine', async (context) => {
    const face = requireShared(context, 'models/face_landmarker.task');
    const installed = await withServer(await readFile(face), (faceUrl) => installModels({ places, faceUrl }));
    expect(installed[3]).toEqual({
      kind: 'installed',
      name: 'face_landmarker',
      path: join(folder, 'face_landmarker.task'),
    });
    expect(await locateModel('face_landmarker', places)).toMatchObject({ kind: 'found', source: 'user' });
  });

  it('uses a face model that is on the machine and copies nothing', async (context) => {
    const beside = await mkdtemp(join(tmpdir(), 'beside-'));
    const copy = join(beside, 'face_landmarker.task');
    await copyFile(requireShared(context, 'models/face_landmarker.task'), copy);
    const search = [...places.search, { source: 'checkout' as const, folder: beside }];
    const installations = await installModels({ places: { ...places, search }, faceUrl: NO_SERVER });
    expect(installations[3]).toEqual({ kind: 'present', name: 'face_landmarker', path: copy });
    expect(await readdir(folder)).not.toContain('face_landmarker.task');
    await rm(beside, { recursive: true });
  });

  it('does not keep a face model with other content', async () => {
    const [, , , face] = await withServer(Buffer.alloc(3_758_596), (faceUrl) =>
      installModels({ places, faceUrl }),
    );
    expect(face).toMatchObject({ kind: 'unavailable', error: { kind: 'model_damaged' } });
    expect(await readdir(folder)).not.toContain('face_landmarker.task');
  });

  it('refuses what a changed package gives, and installs the rest', async () => {
    const changed = await mkdtemp(join(tmpdir(), 'changed-package-'));
    for (const name of await readdir(assemblyPackageFolder())) {
      await symlink(join(assemblyPackageFolder(), name), join(changed, name));
    }
    const lite = join(changed, 'pose_landmark_lite.tflite');
    const weights = await readFile(lite);
    weights[1_000_000] = (weights[1_000_000] ?? 0) ^ 1;
    await rm(lite);
    await writeFile(lite, weights);
    const installations = await installModels({ places, faceUrl: NO_SERVER, packageFolder: changed });
    expect(installations[1]).toMatchObject({ kind: 'unavailable', error: { kind: 'model_damaged' } });
    expect((await readdir(folder)).sort()).toEqual(['hand_landmarker.task', 'pose_landmarker_full.task']);
    await rm(changed, { recursive: true });
  });

  it('leaves no half model when it is killed while it writes, and the next run mends it', async () => {
    // The process kills itself in the turn of its event loop in which the first part of the file has been written.
    const script = `
      import { readdirSync, statSync } from 'node:fs';
      import { installModels } from ${JSON.stringify(join(import.meta.dirname, 'installModels.ts'))};
      const places = ${JSON.stringify(places)};
      setImmediate(function watch() {
        for (const name of readdirSync(places.userFolder)) {
          if (statSync(places.userFolder + '/' + name).size > 0) process.kill(process.pid, 'SIGKILL');
        }
        setImmediate(watch);
      });
      await installModels({ places });
    `;
    const killed = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      ...CHILD_LIMIT,
      encoding: 'utf8',
    });
    expect({ signal: killed.signal, stderr: killed.stderr }).toEqual({ signal: 'SIGKILL', stderr: '' });
    const left = await readdir(folder);
    expect(left).toEqual([expect.stringMatching(/^\.hand_landmarker\.task\..*\.part$/)]);
    expect((await stat(join(folder, left[0] ?? ''))).size).toBeLessThan(7_822_788);
    expect(await locateModel('hand_landmarker', places)).toMatchObject({ kind: 'missing' });

    const next = await installModels({ places, faceUrl: NO_SERVER });
    expect(next[0]).toMatchObject({ kind: 'installed' });
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('leaves nothing behind when a file cannot be written to its end', () => {
    const script = `
      import { readdirSync } from 'node:fs';
      import { installModels } from ${JSON.stringify(join(import.meta.dirname, 'installModels.ts'))};
      const places = ${JSON.stringify(places)};
      const [hand] = await installModels({ places, faceUrl: ${JSON.stringify(NO_SERVER)} });
      console.log(JSON.stringify({ kind: hand.kind, error: hand.error.kind, left: readdirSync(places.userFolder) }));
    `;
    // The limit on the size of a file stands in for a disk that fills up while the model is written.
    const limited = spawnSync(
      'sh',
      ['-c', 'ulimit -f 2000; exec "$0" --input-type=module -e "$1"', process.execPath, script],
      { ...CHILD_LIMIT, encoding: 'utf8' },
    );
    expect(JSON.parse(limited.stdout)).toEqual({ kind: 'unavailable', error: 'io', left: [] });
  });
});

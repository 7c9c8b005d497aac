import { copyFile, mkdir, mkdtemp, open, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { assembleModel, assemblyPackageFolder } from './assembly/assemble.ts';
import { modelCatalogue } from './modelCatalogue.ts';
import { writeModelFile } from './modelFile.ts';
import { type ModelPlaces, modelPlaces } from './modelPlaces.ts';
import { locateModel } from './modelStore.ts';

const model = modelCatalogue.pose_landmarker_lite;
const sha256 = model.releases[0]?.sha256;
let root = '';
let good = '';
let places: ModelPlaces;

function at(folder: 'chosen' | 'user' | 'checkout'): string {
  return join(root, folder, model.fileName);
}

/** Same size, one bit changed: only a hash can tell. */
async function damage(path: string): Promise<void> {
  const file = await open(path, 'r+');
  const byte = Buffer.alloc(1);
  await file.read(byte, 0, 1, 3_000_000);
  await file.write(Buffer.from([(byte[0] ?? 0) ^ 1]), 0, 1, 3_000_000);
  await file.close();
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'model-store-'));
  const bytes = await assembleModel('pose_landmarker_lite', assemblyPackageFolder());
  good = await writeModelFile(join(root, 'good'), model.fileName, bytes);
  places = {
    userFolder: join(root, 'user'),
    search: [
      { source: 'environment', folder: join(root, 'chosen') },
      { source: 'user', folder: join(root, 'user') },
      { source: 'checkout', folder: join(root, 'checkout') },
    ],
  };
});

beforeEach(async () => {
  for (const folder of ['chosen', 'user', 'checkout']) {
    await rm(join(root, folder), { recursive: true, force: true });
    await mkdir(join(root, folder));
  }
});

afterAll(async () => {
  await rm(root, { recursive: true });
});

describe('locating a model', () => {
  it('prefers the chosen folder, then the user folder, then the folder beside a checkout', async () => {
    await copyFile(good, at('checkout'));
    expect(await locateModel(model.name, places)).toMatchObject({
      kind: 'found',
      source: 'checkout',
      sha256,
    });
    await copyFile(good, at('user'));
    expect(await locateModel(model.name, places)).toMatchObject({ kind: 'found', path: at('user') });
    await copyFile(good, at('chosen'));
    expect(await locateModel(model.name, places)).toEqual({
      kind: 'found',
      path: at('chosen'),
      source: 'environment',
      sha256,
      damaged: [],
    });
  });

  it('passes over a damaged copy, names it, and takes the next', async () => {
    await copyFile(good, at('chosen'));
    await damage(at('chosen'));
    await copyFile(good, at('user'));
    expect(await locateModel(model.name, places)).toMatchObject({
      kind: 'found',
      path: at('user'),
      damaged: [{ path: at('chosen'), source: 'environment', reason: expect.stringContaining('SHA-256') }],
    });
  });

  it('refuses a damaged model and names the file and the remedy', async () => {
    await copyFile(good, at('user'));
    await damage(at('user'));
    await copyFile(good, at('checkout'));
    await truncate(at('checkout'), 1000);
    const located = await locateModel(model.name, places);
    expect(located).toMatchObject({
      kind: 'damaged',
      path: at('user'),
      damaged: [
        { path: at('user') },
        { path: at('checkout'), reason: expect.stringContaining('1000 bytes') },
      ],
    });
    expect(located).toHaveProperty('remedy', expect.stringContaining(`Delete ${at('user')}`));
  });

  it('refuses a folder that bears the name of a model', async () => {
    await mkdir(at('user'));
    expect(await locateModel(model.name, places)).toMatchObject({
      kind: 'damaged',
      damaged: [{ reason: 'is not a regular file' }],
    });
  });

  it('says in plain words how to add a missing face model', async () => {
    const located = await locateModel('face_landmarker', places);
    expect(located).toEqual({
      kind: 'missing',
      remedy: `Download ${modelCatalogue.face_landmarker.officialUrl} and save it as ${join(root, 'user', 'face_landmarker.task')}, or set MIMESIS_MODELS_DIR to a folder that holds face_landmarker.task.`,
    });
  });
});

describe('the places of models', () => {
  it('start with MIMESIS_MODELS_DIR where it is set, and always contain the user folder', () => {
    const env = { MIMESIS_DATA_DIR: '/data', MIMESIS_MODELS_DIR: '/chosen' };
    const chosen = modelPlaces(env, 'linux');
    expect(chosen.userFolder).toBe('/data/models');
    expect(chosen.search.slice(0, 2)).toEqual([
      { source: 'environment', folder: '/chosen' },
      { source: 'user', folder: '/data/models' },
    ]);
    expect(modelPlaces({ MIMESIS_DATA_DIR: '/data' }, 'linux').search[0]?.source).toBe('user');
  });

  it('include the models that ship with an installed app, after those that its user has put in place', () => {
    const sources = modelPlaces({}, 'linux').search.map(({ source }) => source);
    expect(sources.slice(0, 2)).toEqual(['user', 'app']);
  });

  it('end with the folder beside a development checkout', () => {
    expect(modelPlaces({}, 'linux').search.at(-1)).toMatchObject({
      source: 'checkout',
      folder: expect.stringMatching(/shared[/\\]models$/),
    });
  });
});

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, type TestContext } from 'vitest';
import { z } from 'zod';
import { createMetahumanMapper, metahumanMappingSchema } from '#shared/face/index.ts';
import type { UnrealClip, UnrealSettings } from './source.ts';
import { type Call, type EditorRun, FACE_SKELETON, runInEditor } from './testing/runInEditor.ts';
import { coefficient, type FaceShape, sampleFrames, sampleSource } from './testing/samplePackage.ts';
import { writeUnrealPackage } from './writeUnrealPackage.ts';

const ASSET = '/Game/NSL/Animations/hallo/hallo_01';
/** Among made-up faces: lips closed against the jaw, beyond it, and while it is shut; two frames without a face. */
const shapes: readonly FaceShape[] = [
  {},
  { mouthClose: 0.1, jawOpen: 0.4 },
  { mouthClose: 0.3, jawOpen: 0.2 },
  null,
  { mouthClose: 0.5, jawOpen: 0.0009 },
  { mouthClose: 0.5, jawOpen: 0.001 },
  null,
  { mouthClose: 0.5, jawOpen: 0 },
  {},
  { mouthFunnel: 1, mouthPucker: 1 },
];
const frames = sampleFrames(shapes);
const faces = frames.filter(({ face }) => face !== null);

const keysSchema = z.object({
  curve_name: z.string(),
  times: z.array(z.number()),
  values: z.array(z.number()),
});

let root = '';

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'unreal-import-'));
});

afterEach(async () => {
  await rm(root, { recursive: true });
});

interface Import extends Omit<EditorRun, 'script'> {
  readonly faces?: readonly FaceShape[];
  readonly clip?: Partial<UnrealClip>;
  readonly settings?: UnrealSettings;
}

/** Writes a package and runs its importer in the editor's double. */
async function importPackage(
  context: TestContext,
  { faces = shapes, clip = {}, settings = {}, ...run }: Import = {},
) {
  const source = await sampleSource(root, clip, faces);
  const { folder } = await writeUnrealPackage({ ...source, outFolder: join(root, 'out'), settings });
  const done = await runInEditor(context, root, { ...run, script: join(folder, 'unreal_import.py') });
  return { folder, ...done };
}

function argumentsOf(calls: readonly Call[], name: string): Call['arguments'][] {
  return calls.filter(({ call }) => call === name).map((call) => call.arguments);
}

function keysOf(calls: readonly Call[]) {
  const keys = argumentsOf(calls, 'AnimationLibrary.add_float_curve_keys').map((one) =>
    keysSchema.parse(one),
  );
  return new Map(keys.map((one) => [one.curve_name, one]));
}

it('makes every key of every control, at the true frame times, as the mapping says', async (context) => {
  const { folder, calls } = await importPackage(context);
  const mapping: unknown = JSON.parse(await readFile(join(folder, 'metahuman_mapping.json'), 'utf8'));
  const mapper = createMetahumanMapper(metahumanMappingSchema.parse(mapping));
  const keys = keysOf(calls);
  expect([...keys.keys()].sort()).toEqual([...mapper.controls].sort());
  const expected = new Float32Array(mapper.controls.length);
  for (const [index, frame] of faces.entries()) {
    mapper.map(frame.face?.blendshapes ?? [], expected);
    for (const [control, name] of mapper.controls.entries()) {
      const { times, values } = keys.get(name) ?? { times: [], values: [] };
      const where = `${name} at frame ${frame.index}`;
      expect([times.length, values.length], where).toEqual([faces.length, faces.length]);
      expect(Math.abs((times[index] ?? Number.NaN) - frame.t), where).toBeLessThan(1e-6);
      expect(Math.abs((values[index] ?? Number.NaN) - (expected[control] ?? 0)), where).toBeLessThan(1e-6);
    }
  }
});

it('makes no key where there is no face, so that Unreal interpolates', async (context) => {
  const { calls } = await importPackage(context);
  const { times } = keysOf(calls).get('CTRL_expressions_jawOpen') ?? { times: [] };
  expect(times).toEqual(frames.filter(({ index }) => index !== 3 && index !== 6).map(({ t }) => t));
});

it('closes the lips by the ratio of mouthClose to jawOpen, and not while the jaw is shut', async (context) => {
  const { calls } = await importPackage(context);
  const keys = keysOf(calls);
  const ratios = faces.map((frame) => {
    const jaw = coefficient(frame, 'jawOpen');
    return jaw < 0.001 ? 0 : Math.min(1, coefficient(frame, 'mouthClose') / jaw);
  });
  expect(ratios.slice(1, 6)).toEqual([0.25, 1, 0, 1, 0]);
  for (const part of ['UL', 'UR', 'DL', 'DR']) {
    const { values } = keys.get(`CTRL_expressions_mouthLipsTogether${part}`) ?? { values: [] };
    expect(values).toHaveLength(ratios.length);
    for (const [i, ratio] of ratios.entries()) expect(values[i]).toBeCloseTo(ratio, 6);
  }
});

it('makes the sequence on the face skeleton and saves it', async (context) => {
  const { calls, stdout } = await importPackage(context);
  expect(argumentsOf(calls, '_ObjectBase.set_editor_property')).toMatchObject([
    { name: 'target_skeleton', value: FACE_SKELETON },
  ]);
  expect(argumentsOf(calls, 'AssetTools.create_asset')).toMatchObject([
    {
      asset_name: 'hallo_01',
      package_path: '/Game/NSL/Animations/hallo',
      asset_class: 'AnimSequence',
      factory: 'AnimSequenceFactory',
    },
  ]);
  expect(calls.at(-1)).toMatchObject({
    call: 'EditorAssetLibrary.save_loaded_asset',
    arguments: { asset_to_save: ASSET, only_if_is_dirty: false },
  });
  expect(stdout).toContain(`Made ${ASSET}.`);
});

it('edits in one bracket: rate and length first, then each curve before its keys', async (context) => {
  const { calls } = await importPackage(context);
  const edits = calls.filter(({ call }) => /^AnimationDataController\.|^AnimationLibrary\./.test(call));
  const curves = edits.slice(3, -1);
  expect(edits.slice(0, 3).map(({ call }) => call)).toEqual([
    'AnimationDataController.open_bracket',
    'AnimationDataController.set_frame_rate',
    'AnimationDataController.set_number_of_frames',
  ]);
  expect(edits.at(-1)?.call).toBe('AnimationDataController.close_bracket');
  expect(curves.every(({ call }) => call.startsWith('AnimationLibrary.'))).toBe(true);
  for (let i = 0; i < curves.length; i += 2) {
    expect(curves[i]).toMatchObject({
      call: 'AnimationLibrary.add_curve',
      arguments: {
        animation_sequence_base: ASSET,
        curve_name: curves[i + 1]?.arguments['curve_name'],
        curve_type: 'RawCurveTrackTypes.RCT_FLOAT',
        meta_data_curve: false,
      },
    });
  }
});

it.for([
  { exportFps: undefined, durationSeconds: 0.41, rate: 25, length: 11 },
  { exportFps: 60, durationSeconds: 2, rate: 60, length: 120 },
])('of $durationSeconds s at $rate fps makes $length frames', async (given, context) => {
  const { exportFps, durationSeconds, rate, length } = given;
  const settings = exportFps === undefined ? {} : { exportFps };
  const { calls } = await importPackage(context, { clip: { durationSeconds }, settings });
  expect(argumentsOf(calls, 'AnimationDataController.set_frame_rate')).toMatchObject([
    { frame_rate: `FrameRate(${rate}, 1)` },
  ]);
  expect(argumentsOf(calls, 'AnimationDataController.set_number_of_frames')).toMatchObject([
    { new_length_in_frames: `FrameNumber(${length})` },
  ]);
});

it('replaces the sequence when it is run again', async (context) => {
  const { calls } = await importPackage(context, { runs: 2 });
  expect(argumentsOf(calls, 'EditorAssetLibrary.delete_asset')).toEqual([{ asset_path_to_delete: ASSET }]);
  expect(argumentsOf(calls, 'AssetTools.create_asset')).toHaveLength(2);
});

it('takes another skeleton', async (context) => {
  const path = '/Game/Mine/Face_Skeleton';
  const { calls } = await importPackage(context, {
    args: ['--skeleton', path],
    assets: { [path]: 'Skeleton' },
  });
  expect(argumentsOf(calls, '_ObjectBase.set_editor_property')).toMatchObject([{ value: path }]);
});

it('says what to do when the skeleton is missing or is something else', async (context) => {
  await expect(importPackage(context, { assets: {} })).rejects.toThrow(
    /ImportProblem: The face skeleton .* is not in this project\. Add a MetaHuman/,
  );
  await expect(importPackage(context, { assets: { [FACE_SKELETON]: 'SkeletalMesh' } })).rejects.toThrow(
    /ImportProblem: .* is not a skeleton/,
  );
});

it('makes nothing of a clip without any face', async (context) => {
  const { calls, stdout } = await importPackage(context, { faces: [null, null] });
  expect(stdout).toContain('No frame of this clip shows a face');
  expect(calls).toEqual([]);
});

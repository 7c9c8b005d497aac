import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, type TestContext } from 'vitest';
import { z } from 'zod';
import { createMetahumanMapper, metahumanMappingSchema } from '#shared/face/index.ts';
import { requireShared } from '../../../../scripts/testing/shared.ts';
import type { UnrealClip, UnrealSettings } from './source.ts';
import { coefficient, type FaceShape, sampleFrames, sampleSource } from './testing/samplePackage.ts';
import { writeUnrealPackage } from './writeUnrealPackage.ts';

const run = promisify(execFile);
const python = (args: string[]) => run('python3', ['-B', ...args]);

const SKELETON = '/Game/MetaHumans/Common/Face/Face_Archetype_Skeleton';
const ASSET = '/Game/NSL/Animations/hallo/hallo_01';
/** Lips closed against an open jaw, past the ratio's end, and by a jaw that is shut; two frames without a face. */
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

const callSchema = z.object({
  call: z.string(),
  on: z.string(),
  arguments: z.record(z.string(), z.unknown()),
});
type Call = z.infer<typeof callSchema>;
const keysSchema = z.object({
  animation_sequence_base: z.string(),
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

async function writePackage(
  given: readonly FaceShape[] = shapes,
  clip: Partial<UnrealClip> = {},
  settings: UnrealSettings = {},
): Promise<string> {
  const source = await sampleSource(root, clip, given);
  return (await writeUnrealPackage({ ...source, outFolder: join(root, 'out'), settings })).folder;
}

interface EditorRun {
  script: string;
  args?: string[];
  runs?: number;
  assets?: Record<string, string>;
}

/** Runs a script in the double of the editor, and gives the calls that it made, in order. */
async function runInEditor(context: TestContext, { script, args = [], runs = 1, assets }: EditorRun) {
  const api = requireShared(context, 'reference/unreal-api.json');
  const callsFile = join(root, 'calls.json');
  const project = JSON.stringify({ runs, assets: assets ?? { [SKELETON]: 'Skeleton' } });
  const double = join(import.meta.dirname, 'testing/run_in_double.py');
  const { stdout } = await python([double, api, callsFile, project, script, ...args]);
  const calls = z.array(callSchema).parse(JSON.parse(await readFile(callsFile, 'utf8')));
  return { stdout, calls };
}

const importer = (folder: string): string => join(folder, 'unreal_import.py');
const named = (calls: readonly Call[], call: string): Call[] => calls.filter((one) => one.call === call);

function keysOf(calls: readonly Call[]): Map<string, z.infer<typeof keysSchema>> {
  const keys = named(calls, 'AnimationLibrary.add_float_curve_keys').map((call) =>
    keysSchema.parse(call.arguments),
  );
  return new Map(keys.map((one) => [one.curve_name, one]));
}

describe('the importer in Unreal', () => {
  it('makes every key of every control, at the true frame times, as the mapping says', async (context) => {
    const folder = await writePackage();
    const { calls } = await runInEditor(context, { script: importer(folder) });
    const mapping = metahumanMappingSchema.parse(
      JSON.parse(await readFile(join(folder, 'metahuman_mapping.json'), 'utf8')),
    );
    const mapper = createMetahumanMapper(mapping);
    const faces = frames.filter(({ face }) => face !== null);
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

  it('has no key where there is no face, so that Unreal interpolates', async (context) => {
    const { calls } = await runInEditor(context, { script: importer(await writePackage()) });
    const { times } = keysOf(calls).get('CTRL_expressions_jawOpen') ?? { times: [] };
    expect(times).toEqual(frames.filter((_, index) => index !== 3 && index !== 6).map(({ t }) => t));
  });

  it('closes the lips by the ratio of mouthClose to jawOpen, and not while the jaw is shut', async (context) => {
    const { calls } = await runInEditor(context, { script: importer(await writePackage()) });
    const keys = keysOf(calls);
    const ratios = frames
      .filter(({ face }) => face !== null)
      .map((frame) => {
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
    const { calls, stdout } = await runInEditor(context, { script: importer(await writePackage()) });
    expect(named(calls, '_ObjectBase.set_editor_property').map((call) => call.arguments)).toMatchObject([
      { name: 'target_skeleton', value: SKELETON },
    ]);
    expect(named(calls, 'AssetTools.create_asset').map((call) => call.arguments)).toMatchObject([
      { asset_name: 'hallo_01', package_path: '/Game/NSL/Animations/hallo', asset_class: 'AnimSequence' },
    ]);
    expect(calls.at(-1)).toMatchObject({
      call: 'EditorAssetLibrary.save_loaded_asset',
      arguments: { asset_to_save: ASSET, only_if_is_dirty: false },
    });
    expect(stdout).toContain(`Made ${ASSET}.`);
  });

  it('edits in one bracket: rate and length first, then each curve before its keys', async (context) => {
    const { calls } = await runInEditor(context, { script: importer(await writePackage()) });
    const edits = calls.filter(({ call }) => /^AnimationDataController\.|^AnimationLibrary\./.test(call));
    const names = edits.map(({ call }) => call.split('.')[1]);
    expect(names.slice(0, 3)).toEqual(['open_bracket', 'set_frame_rate', 'set_number_of_frames']);
    expect(names.at(-1)).toBe('close_bracket');
    const curves = edits.slice(3, -1);
    for (let i = 0; i < curves.length; i += 2) {
      const name = curves[i + 1]?.arguments['curve_name'];
      expect(curves[i]).toMatchObject({
        call: 'AnimationLibrary.add_curve',
        arguments: { animation_sequence_base: ASSET, curve_name: name, curve_type: 'RawCurveTrackTypes.RCT_FLOAT' },
      });
    }
    expect(named(calls, 'AnimationDataController.open_bracket')).toHaveLength(1);
  });

  it.each([
    [{}, 0.41, 'FrameRate(25, 1)', 'FrameNumber(11)'],
    [{ exportFps: 60 }, 2, 'FrameRate(60, 1)', 'FrameNumber(120)'],
  ])('with settings %j sets frame rate and length', async (settings, durationSeconds, rate, length) => {
    const folder = await writePackage(shapes, { durationSeconds }, settings);
    const { calls } = await runInEditor(contextOf(), { script: importer(folder) });
    expect(named(calls, 'AnimationDataController.set_frame_rate')[0]?.arguments).toMatchObject({ frame_rate: rate });
    expect(named(calls, 'AnimationDataController.set_number_of_frames')[0]?.arguments).toMatchObject({
      new_length_in_frames: length,
    });
    const last = Math.max(...[...keysOf(calls).values()].flatMap(({ times }) => times));
    expect(last).toBeLessThanOrEqual(Number(/\d+/.exec(length)?.[0]) / Number(/\d+/.exec(rate)?.[0]));
  });

  it('replaces the sequence when it is run again', async (context) => {
    const { calls } = await runInEditor(context, { script: importer(await writePackage()), runs: 2 });
    expect(named(calls, 'EditorAssetLibrary.delete_asset').map((call) => call.arguments)).toEqual([
      { asset_path_to_delete: ASSET },
    ]);
    expect(named(calls, 'AssetTools.create_asset')).toHaveLength(2);
  });

  it('takes another skeleton', async (context) => {
    const { calls } = await runInEditor(context, {
      script: importer(await writePackage()),
      args: ['--skeleton', '/Game/Mine/Face_Skeleton'],
      assets: { '/Game/Mine/Face_Skeleton': 'Skeleton' },
    });
    expect(named(calls, '_ObjectBase.set_editor_property')[0]?.arguments['value']).toBe('/Game/Mine/Face_Skeleton');
  });

  it('says what to do when the skeleton is missing or is something else', async (context) => {
    const script = importer(await writePackage());
    await expect(runInEditor(context, { script, assets: {} })).rejects.toThrow(
      /ImportProblem: The face skeleton .* is not in this project\. Add a MetaHuman/,
    );
    await expect(runInEditor(context, { script, assets: { [SKELETON]: 'SkeletalMesh' } })).rejects.toThrow(
      /is not a skeleton/,
    );
  });

  it('makes nothing of a clip without any face', async (context) => {
    const { calls, stdout } = await runInEditor(context, { script: importer(await writePackage([null, null])) });
    expect(stdout).toContain('No frame of this clip shows a face');
    expect(calls).toEqual([]);
  });
});

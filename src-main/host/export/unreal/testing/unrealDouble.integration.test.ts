import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, type TestContext } from 'vitest';
import { FACE_SKELETON, runInEditor } from './runInEditor.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'unreal-double-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function runCode(context: TestContext, code: string) {
  const script = join(folder, 'script.py');
  await writeFile(script, `import unreal\nsequence = unreal.AnimSequence()\n${code}\n`);
  return runInEditor(context, folder, { script });
}

describe('the double of Unreal refuses', () => {
  it.for([
    ['an unknown class', 'unreal.AnimSequenceMaker()', "AttributeError: module 'unreal' has no attribute"],
    ['an unknown method', 'sequence.controller.set_fps(25)', "no attribute 'set_fps'"],
    ['an unknown keyword', 'unreal.FrameRate(num=25)', "unexpected keyword argument 'num'"],
    ['too many parameters', 'unreal.FrameRate(25, 1, 1)', 'too many positional arguments'],
    [
      'a missing parameter',
      'unreal.AnimationLibrary.add_curve(sequence)',
      "missing a required argument: 'curve_name'",
    ],
    ['a wrong type', 'unreal.FrameNumber(1.5)', 'FrameNumber.__init__(value) wants int, got 1.5'],
    [
      'a wrong type in a list',
      'unreal.AnimationLibrary.add_float_curve_keys(sequence, "a", ["0"], [0.0])',
      'wants float',
    ],
    [
      'an object of another class',
      'unreal.AnimationLibrary.remove_all_curve_data(unreal.Skeleton())',
      'wants AnimSequenceBase',
    ],
    ['an unknown value of an enumeration', 'unreal.RawCurveTrackTypes.RCT_INT', "no attribute 'RCT_INT'"],
    [
      'an unknown property',
      'unreal.AnimSequenceFactory().set_editor_property("skeleton", None)',
      'has no property skeleton',
    ],
    [
      'a property of another type',
      'unreal.AnimSequenceFactory().target_skeleton = sequence',
      'wants Skeleton',
    ],
    ['a property that is only read', 'sequence.controller = None', 'controller'],
  ] as const)('%s', async ([, code, message], context) => {
    await expect(runCode(context, code)).rejects.toMatchObject({ stderr: expect.stringContaining(message) });
  });
});

describe('the double of Unreal accepts', () => {
  it('parameters by name and left to their defaults, and records them', async (context) => {
    const { calls } = await runCode(context, 'unreal.AnimationLibrary.add_curve(sequence, curve_name="a")');
    expect(calls.at(-1)).toEqual({
      call: 'AnimationLibrary.add_curve',
      on: 'AnimationLibrary',
      arguments: {
        animation_sequence_base: 'AnimSequence',
        curve_name: 'a',
        curve_type: 'RawCurveTrackTypes.RCT_FLOAT',
        meta_data_curve: 'False',
      },
    });
  });

  it('assets that are in the project, and no others', async (context) => {
    const { stdout } = await runCode(
      context,
      `library = unreal.EditorAssetLibrary
print([type(library.load_asset(path)).__name__ for path in ("${FACE_SKELETON}", "/Game/None")])`,
    );
    expect(stdout.trim()).toBe("['Skeleton', 'NoneType']");
  });
});

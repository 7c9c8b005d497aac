import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cutClip, makeTestClip } from '../../scripts/testing/clips.ts';
import { makeInstalledCopy } from '../../scripts/testing/installedCopy.ts';
import { eventsNamed, runCli } from '../../scripts/testing/runCli.ts';
import { requireShared } from '../../scripts/testing/shared.ts';
import { temporaryFolder } from '../../scripts/testing/temporaryFolder.ts';
import { queryWorkspace, readTrack } from '../../scripts/testing/workspaceFiles.ts';
import { locateModel, type ModelName } from '../host/models/index.ts';

/** A computer that has the program and, of the models, these alone. */
async function makeComputer(models: readonly ModelName[]) {
  const folder = temporaryFolder();
  const data = join(folder, 'data');
  mkdirSync(join(data, 'models'), { recursive: true });
  for (const name of models) {
    const model = await locateModel(name);
    if (model.kind === 'found') copyFileSync(model.path, join(data, 'models', `${name}.task`));
  }
  return {
    root: makeInstalledCopy(folder),
    env: { MIMESIS_DATA_DIR: data, MIMESIS_MODELS_DIR: undefined },
  };
}

describe('without the face model', () => {
  it('body and hands are tracked, and everything that tells of it says so', async (context) => {
    const folder = temporaryFolder();
    const clip = join(folder, 'hei.mp4');
    cutClip(requireShared(context, 'media/sign-clip.mp4'), clip, 0.5);
    const workspace = join(folder, 'workspace');
    const computer = await makeComputer(['hand_landmarker', 'pose_landmarker_full']);
    const remedy = expect.stringMatching(
      /Download https:\S+face_landmarker\.task .* or set MIMESIS_MODELS_DIR/,
    );

    const outcome = await runCli(['track', clip, '--workspace', workspace, '--json'], computer);
    expect({ exitCode: outcome.exitCode, stderr: outcome.stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(outcome.events.at(-1)).toMatchObject({ counts: { done: 1 }, face: { tracked: false, remedy } });
    const [done] = eventsNamed(outcome, 'done');
    expect(done?.['quality']).toMatchObject({ issues: expect.arrayContaining(['face_model_missing']) });
    const [row] = queryWorkspace(workspace, 'SELECT data_path FROM tracks');
    const { header, frames } = readTrack(join(workspace, String(row?.['data_path'])));
    expect(header.provider.channels).toEqual(['pose', 'hands']);
    expect(frames.every(({ pose, face }) => pose !== null && face === null)).toBe(true);
    expect(frames.some(({ hands }) => hands.right !== null)).toBe(true);

    const told = await runCli(['track', '--resume', '--workspace', workspace], computer);
    expect(told.stdout).toMatch(/^The face was not tracked: its model is missing\. Download https:/m);
    const doctor = await runCli(['doctor', '--json'], computer);
    expect(doctor.exitCode).toBe(0);
    expect(JSON.parse(doctor.stdout)).toMatchObject({
      able: true,
      findings: expect.arrayContaining([
        { name: 'model face_landmarker', state: 'missing', need: 'face', detail: '', remedy },
      ]),
    });
  });
});

describe('without what the main job needs', () => {
  it('tracking ends at once with a configuration error, and no job has failed', async () => {
    const folder = temporaryFolder();
    const workspace = join(folder, 'workspace');
    for (const frames of [3, 4]) makeTestClip(join(folder, `${frames}.mp4`), frames);
    const computer = await makeComputer([]);
    const command = ['track', folder, '--workspace', workspace, '--json'];

    const noModels = await runCli(command, computer);
    expect(noModels.exitCode).toBe(2);
    expect(noModels.stderr).toMatch(
      /^The model pose_landmarker_full is not installed\.\n {2}Run "npm start"/,
    );
    const doctor = await runCli(['doctor'], computer);
    expect({ exitCode: doctor.exitCode }).toEqual({ exitCode: 1 });
    expect(doctor.stdout).toMatch(
      /model hand_landmarker: Run "npm start"[\s\S]*The main job cannot run\.\n$/,
    );

    const noFfmpeg = await runCli(command, { env: { PATH: folder } });
    expect(noFfmpeg.exitCode).toBe(2);
    expect(noFfmpeg.stderr).toMatch(/^ffmpeg is not installed\.\n {2}Install ffmpeg/);
    const jobs = queryWorkspace(workspace, 'SELECT status, attempts FROM jobs');
    expect(jobs).toEqual([1, 2].map(() => ({ status: 'queued', attempts: 0 })));
  });
});

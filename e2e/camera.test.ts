import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { endApp, launchApp } from '../scripts/testing/launchApp.ts';
import { repositoryRoot } from '../scripts/testing/shared.ts';
import { startStudio } from '../scripts/testing/startStudio.ts';
import { temporaryFolder } from '../scripts/testing/temporaryFolder.ts';
import { openTake } from '../src-main/host/takes/openTake.ts';
import { JOINT_COUNT, jointIndex, jointPlaces, worldRotations } from '../src-shared/body/index.ts';
import { type CaptureFrame, createCaptureFrame, decodeFrameMessage } from '../src-shared/capture/index.ts';
import { ARKIT_INDEX } from '../src-shared/face/index.ts';
import { ClipCourse, type Sample } from './support/clipCourse.ts';
import { browserWithCamera, cameraArguments, type FilmedPart } from './support/fakeCamera.ts';

type Studio = Awaited<ReturnType<typeof startStudio>>;

/** A page of the studio with its camera chosen. */
async function openCamera(browser: Browser, { origin, token }: Studio): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${origin}/#token=${token}`);
  await chooseCamera(page);
  return page;
}

async function chooseCamera(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Capture' }).click();
  await page.getByRole('combobox', { name: 'Camera to track' }).click();
  await page.getByRole('option').nth(1).click();
  await page.getByText('The camera is opened when capture is armed.').waitFor();
}

function readFrame(message: Uint8Array | undefined): CaptureFrame {
  const frame = createCaptureFrame();
  expect(message && decodeFrameMessage(message, frame)).toBeDefined();
  return frame;
}

/** What a second studio hears of the camera while it shows the part once, whatever the computer's speed. */
async function hearOnce(studio: Studio, { seconds, slower }: FilmedPart): Promise<CaptureFrame[]> {
  await expect.poll(() => studio.frames().length).toBeGreaterThan(0);
  const first = readFrame(studio.frames()[0]).timeSeconds;
  await expect
    .poll(() => readFrame(studio.frames().at(-1)).timeSeconds - first)
    .toBeGreaterThan(1.1 * seconds * slower);
  return studio.frames().map(readFrame);
}

/** As when a camera is unplugged. Runs in the page. */
function endTrack(video: object): void {
  const [track] = Reflect.get(video, 'srcObject').getVideoTracks();
  track.stop();
  track.onended();
}

const at = (name: string): number => ARKIT_INDEX.get(name) ?? -1;

describe('a camera', () => {
  it('gives the face that it sees, each side on its own, until capture is disarmed', async () => {
    const part: FilmedPart = { clip: 'face', fromSeconds: 2.2, seconds: 4.8, slower: 5 };
    const studio = await startStudio();
    const page = await openCamera(await browserWithCamera(temporaryFolder(), part), studio);
    for (const name of ['Hands', 'Body']) await page.getByRole('checkbox', { name, exact: true }).uncheck();
    await page.getByRole('button', { name: 'Arm capture' }).click();
    await page.getByText(/pictures\/s, \d+ ms each/).waitFor();
    await page.getByRole('article').getByText('Face found').waitFor();

    const heard = (await hearOnce(studio, part)).filter(({ faceFound }) => faceFound);
    expect(heard.length).toBeGreaterThan(20);
    expect(heard.every(({ bodyFound, hasHeadPosition }) => !bodyFound && hasHeadPosition)).toBe(true);
    const course = new ClipCourse(part);
    const tracked = (value: (face: ArrayLike<number>) => number): Sample[] =>
      heard.map(({ timeSeconds, blendshapes }) => ({ timeSeconds, value: value(blendshapes) }));
    const values = {
      jaw: (face: ArrayLike<number>) => face[at('jawOpen')] ?? 0,
      smile: (face: ArrayLike<number>) => face[at('mouthSmileLeft')] ?? 0,
      pucker: (face: ArrayLike<number>) => face[at('mouthPucker')] ?? 0,
      winks: (face: ArrayLike<number>) => (face[at('eyeBlinkLeft')] ?? 0) - (face[at('eyeBlinkRight')] ?? 0),
    };
    const courses = Object.values(values).map((value) => ({
      samples: tracked(value),
      truth: ({ face }: { readonly face: readonly number[] }) => value(face),
    }));
    const beginning = course.beginning(courses);
    const agreements = courses.map((each) => course.agreement(each, beginning));
    for (const [i, name] of Object.keys(values).entries()) expect(agreements[i], name).toBeGreaterThan(0.7);

    await page.getByLabel('Picture of the camera').evaluate(endTrack);
    await page.getByText('Connect it again').waitFor();
    await page.getByText(/pictures\/s, \d+ ms each/).waitFor();

    await page.getByRole('button', { name: 'Disarm capture' }).click();
    await page.getByText('The camera is opened when capture is armed.').waitFor();
    await page.getByLabel('Picture of the camera').waitFor({ state: 'detached' });
  });

  it('gives hands and body, each arm on its own side, and is recorded with them', async () => {
    // The left hand goes down and out of the picture while the right one is raised.
    const part: FilmedPart = { clip: 'crossing', fromSeconds: 5.6, seconds: 3.4, slower: 5 };
    const studio = await startStudio();
    const page = await openCamera(await browserWithCamera(temporaryFolder(), part), studio);
    await page.getByRole('button', { name: 'Arm capture' }).click();
    await page.getByRole('article').getByText('Camera').waitFor();
    await studio.ask('recording.start', { slate: 'Scene', takeNumber: 1 });
    const heard = (await hearOnce(studio, part)).filter(({ bodyFound }) => bodyFound);
    await studio.ask('recording.stop', {});

    const course = new ClipCourse(part);
    const heights = (joint: 'hand_l' | 'hand_r', other = joint) => {
      const place = course.truth.joints.indexOf(other);
      return {
        samples: heard.map((frame) => ({ timeSeconds: frame.timeSeconds, value: heightOf(frame, joint) })),
        truth: ({ places }: { readonly places: readonly (number | null)[] }) => -(places[2 * place + 1] ?? 0),
      };
    };
    const beginning = course.beginning([heights('hand_l'), heights('hand_r')]);
    expect(course.agreement(heights('hand_l'), beginning)).toBeGreaterThan(0.7);
    expect(course.agreement(heights('hand_r'), beginning)).toBeGreaterThan(0.7);
    expect(course.agreement(heights('hand_l', 'hand_r'), beginning)).toBeLessThan(0);

    const query = { search: '', tag: null, minRating: 0, inTrash: false, offset: 0, limit: 1 } as const;
    const { takes } = await studio.ask('takes.page', { ...query, order: 'startedAt', descending: true });
    const { subjects } = await openTake(join(studio.takesFolder, takes[0]?.id ?? ''));
    expect(subjects).toHaveLength(1);
    expect(subjects[0]?.description).toMatchObject({ protocol: 'webcam', hasHeadPosition: true });
    expect(subjects[0]?.bodies.some((number) => number !== 0)).toBe(true);
  });

  it('is tracked in the app’s own window, by what came with the app', async (context) => {
    const folder = temporaryFolder();
    process.env['MIMESIS_CAPTURE_ADDRESS'] = '127.0.0.1';
    process.env['MIMESIS_CAPTURE_PORT'] = '0';
    const launched = await launchApp(context, [
      repositoryRoot,
      `--workspace=${join(folder, 'workspace')}`,
      `--user-data-dir=${join(folder, 'profile')}`,
      ...cameraArguments(folder, { clip: 'face', fromSeconds: 0, seconds: 1, slower: 5 }),
    ]);
    onTestFinished(() => endApp(launched));
    const { page } = launched;
    await chooseCamera(page);
    await page.getByRole('button', { name: 'Arm capture' }).click();
    await page.getByText(/pictures\/s, \d+ ms each/).waitFor();
    await page.getByRole('article').getByText('Face found').waitFor();
  });
});

const world = new Float32Array(4 * JOINT_COUNT);
const places = new Float32Array(3 * JOINT_COUNT);

/** How high a joint of a frame's body is, in metres. */
function heightOf({ body }: CaptureFrame, joint: 'hand_l' | 'hand_r'): number {
  worldRotations(body.rotations, world);
  jointPlaces(body, world, places);
  return places[3 * jointIndex(joint) + 1] ?? 0;
}

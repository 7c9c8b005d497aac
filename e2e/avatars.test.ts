import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { makeTestClip } from '../scripts/testing/clips.ts';
import { testAvatar } from '../scripts/testing/glb.ts';
import { gltfErrors } from '../scripts/testing/gltfErrors.ts';
import type { LostPictures } from '../src-renderer/avatars/lostPictures.ts';
import type { GlbReading } from '../src-renderer/avatars/testing/glbReading.ts';
import { PROFILE_TARGETS } from '../src-shared/face/index.ts';
import { type AvatarsPage, avatarFixtures, serveAvatarsPage } from './support/avatarsPage.ts';
import { type ServedStudio, serveStudio } from './support/servedStudio.ts';
import { textInSight } from './support/textInSight.ts';

let avatars: AvatarsPage;
const folder = mkdtempSync(join(tmpdir(), 'mimesis-avatar-files-'));

beforeAll(async () => {
  avatars = await serveAvatarsPage();
});

afterAll(async () => {
  await avatars.close();
  rmSync(folder, { recursive: true });
});

const fixture = (name: string): string => join(avatarFixtures, name);

function write(name: string, bytes: Uint8Array | string): string {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  return file;
}

/** A file that is long but takes no room. */
function writeHuge(name: string): string {
  const file = write(name, '');
  truncateSync(file, 500 * 2 ** 20 + 1);
  return file;
}

const convert = (page: Page, file: string): Promise<GlbReading & { bytes: number; lost: LostPictures }> =>
  page.evaluate(`convert(${JSON.stringify(avatars.offer(file))})`);

describe('an FBX of a character, converted in the page', () => {
  let character: GlbReading;
  let complaints: readonly string[];

  beforeAll(async () => {
    const opened = await avatars.open();
    complaints = opened.complaints;
    character = await convert(opened.page, fixture('character.fbx'));
  });

  const mesh = (name: string) => character.meshes.find((each) => each.name === name);

  it('keeps the morph targets of every mesh by their names', () => {
    expect(Object.keys(mesh('CC_Base_Body')?.targets ?? {})).toEqual([
      'Jaw_Open',
      'Eye_Blink_L',
      'Eye_Blink_R',
      'Mouth_Smile_L',
      'Mouth_Pucker_Up_L',
      'V_Open',
    ]);
    expect(Object.keys(mesh('CC_Base_Tongue')?.targets ?? {})).toEqual(['Jaw_Open', 'V_Open', 'Tongue_Out']);
  });

  it('moves by metres what the targets move', () => {
    const { targets = {} } = mesh('CC_Base_Body') ?? {};
    for (const [i, moved] of Object.values(targets).entries()) {
      // As the script has made them: each a centimetre more, downwards.
      expectNear(moved, [0, -0.01 * (i + 1), 0]);
    }
  });

  it('stands where it stood, in metres, skinned', () => {
    const body = mesh('CC_Base_Body');
    expectNear(body?.least, [-0.1, 1.52, -0.1], 0.01);
    expectNear(body?.most, [0.1, 1.72, 0.1], 0.01);
    expect(body?.isSkinned).toBe(true);
    expect(mesh('CC_Base_Tongue')?.isSkinned).toBe(true);
  });

  it('has its bones, by their names and in their places', () => {
    expect(Object.keys(character.bones)).toHaveLength(10);
    expectNear(character.bones['CC_Base_Head'], [0, 1.55, 0]);
    // The subject's left is +X.
    expectNear(character.bones['CC_Base_L_Hand'], [0.7, 1.4, 0]);
    expectNear(character.bones['CC_Base_R_Eye'], [-0.03, 1.65, 0.08]);
  });

  it('carries the picture that was in the file', () => {
    expect(mesh('CC_Base_Body')?.pictureWidth).toBe(4);
  });

  it('cuts out what the file says is clear, as glTF has it', async () => {
    const { page } = await avatars.open();
    const { meshes } = await convert(page, fixture('cut-out.fbx'));
    // The same picture is colour and mask: 0.8 red is taken as the alpha.
    expect(meshes[0]?.pixel).toEqual([204, 128, 102, 204]);
  });

  it('has one vertex for corners that are alike', () => {
    // 10 segments of 5 rings: 42 points, and the seam of the texture.
    expect(mesh('CC_Base_Body')?.vertices).toBeLessThan(80);
  });

  it('lets nothing be wrong with the page', () => {
    expect(complaints).toEqual([]);
  });

  it('needs no picture that lies elsewhere, and asks for none', async () => {
    const { page } = await avatars.open();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const { meshes, lost } = await convert(page, fixture('texture-outside.fbx'));
    expect(meshes).toEqual([expect.objectContaining({ name: 'Face', pictureWidth: 0 })]);
    expect(asked.filter((url) => url.includes('skin'))).toEqual([]);
    expect(lost).toEqual({ missing: ['skin.png'], unreadable: [] });
  });

  it('carries TGA pictures, and says which are of a kind that cannot be read', async () => {
    const { page } = await avatars.open();
    const { meshes, lost } = await convert(page, fixture('pictures.fbx'));
    const pictures = Object.fromEntries(meshes.map(({ name, pixel }) => [name, pixel]));
    // The lower half of the picture is light, the upper one is dark. glTF has the lowest row of an FBX first.
    const light = [204, 128, 102, 255];
    expect(pictures).toEqual({ Png: light, Targa: light, Tiff: [], Photoshop: [] });
    expect(lost).toEqual({ missing: [], unreadable: ['skin.psd', 'base_color_texture'] });
  });
});

describe('what is no avatar', () => {
  const damaged = (): Uint8Array => {
    const bytes = readFileSync(fixture('character.fbx'));
    // The outermost records are whole; what is in them is not.
    bytes.fill(0xff, 20_000, 30_000);
    return bytes;
  };
  it.each([
    ['an FBX without morph targets', () => fixture('without-morphs.fbx'), 'no morph targets'],
    [
      'an FBX that is cut off',
      () => write('cut.fbx', readFileSync(fixture('character.fbx')).subarray(0, 40_000)),
      'cut off',
    ],
    ['an FBX that is damaged inside', () => write('damaged.fbx', damaged()), 'damaged'],
    ['an FBX of the text form', () => write('text.fbx', '; FBX 7.4.0 project file\n'), 'text form'],
    [
      'a GLB without morph targets',
      () => write('still.glb', testAvatar({ meshes: { Body: [] } })),
      'no morph targets',
    ],
    [
      'a GLB that is cut off',
      () => write('cut.glb', testAvatar({ meshes: { Body: ['jawOpen'] } }).subarray(0, 90)),
      'cut off',
    ],
    [
      'a GLB whose binary part is not there',
      () => write('broken.glb', withoutBinary(testAvatar({ meshes: { Body: ['jawOpen'] } }))),
      'damaged',
    ],
    ['an FBX of more than 500 MB', () => writeHuge('huge.fbx'), 'larger than 500 MB'],
    ['another file', () => write('notes.txt', 'no avatar'), 'is no avatar file'],
  ])('is refused with its reason: %s', async (_, file, reason) => {
    const { page } = await avatars.open();
    await add(page, file());
    await page.getByRole('alert').getByText(reason).waitFor();
    // The avatar that comes with the app is there alone.
    expect(await page.getByRole('listitem').count()).toBe(1);
  });
});

describe('the avatars in the studio', () => {
  it('are added, looked into, mapped, shown and removed', async () => {
    const { page, complaints } = await avatars.open();
    await add(page, fixture('character.fbx'));
    const dialog = page.getByRole('dialog', { name: 'character' });
    await dialog.getByText('CC4 Extended').first().waitFor();
    await dialog.getByText('Reallusion, 10 joints').waitFor();
    await dialog.getByText('missing').first().waitFor();

    await dialog.getByLabel('Name').fill('Anna');
    await dialog.getByLabel('Name').press('Tab');
    const renamed = page.getByRole('dialog', { name: 'Anna' });
    await renamed.getByRole('radio', { name: 'Mapping' }).click();
    await renamed.getByLabel('Target or morph target').fill('Eye_Wide_L');
    const field = renamed.getByLabel('Morph targets that Eye_Wide_L drives');
    await field.fill('Eye_Blink');
    await field.press('Enter');
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    await field.fill('Eye_Blink_L');
    await field.press('Enter');
    await renamed.getByRole('button', { name: 'Save' }).click();
    await renamed.getByRole('button', { name: 'Save', disabled: true }).waitFor();
    await renamed.getByRole('button', { name: 'Close' }).click();
    expect(await errorsIn(avatars.libraryFolder)).toEqual([]);

    // Another page of the same user knows of it, and shows it.
    const other = await avatars.open();
    await other.page.getByRole('button', { name: 'Show Anna', pressed: true }).waitFor();
    await other.page.getByRole('button', { name: 'Face, bones and mapping of Anna' }).click();
    await other.page.getByRole('radio', { name: 'Mapping' }).click();
    await other.page.getByLabel('Target or morph target').fill('Eye_Wide_L');
    expect(await other.page.getByLabel('Morph targets that Eye_Wide_L drives').inputValue()).toBe(
      'Eye_Blink_L',
    );

    await page.getByRole('button', { name: 'Remove Anna' }).click();
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await page.getByRole('button', { name: 'Show Mimesis', pressed: true }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('keep what is edited until it is saved or given up', async () => {
    const { page } = await avatars.open();
    await add(page, write('Cleo.glb', testAvatar({ meshes: { Face: [...PROFILE_TARGETS.arkit, 'Agape'] } })));
    const dialog = page.getByRole('dialog', { name: 'Cleo' });
    const fieldOf = async (target: string) => {
      await dialog.getByRole('radio', { name: 'Mapping' }).click();
      await dialog.getByLabel('Target or morph target').fill(target);
      return dialog.getByLabel(`Morph targets that ${target} drives`);
    };
    const jaw = await fieldOf('jawOpen');
    await jaw.fill('Agape');
    await jaw.press('Enter');
    // One morph target is driven by one target.
    const tongue = await fieldOf('tongueOut');
    await tongue.fill('Agape');
    await tongue.press('Enter');
    expect(await tongue.getAttribute('aria-invalid')).toBe('true');
    expect(await tongue.evaluate((input) => Reflect.get(input, 'validationMessage'))).toMatch(
      /^jawOpen already/,
    );

    await dialog.getByRole('radio', { name: 'Report' }).click();
    expect(await (await fieldOf('jawOpen')).inputValue()).toBe('Agape');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Keep editing' }).click();
    expect(await (await fieldOf('jawOpen')).inputValue()).toBe('Agape');

    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByRole('button', { name: 'Save', disabled: true }).waitFor();
    const chooseProfile = async (): Promise<void> => {
      await dialog.getByRole('combobox', { name: 'Profile' }).click();
      await page.getByRole('option', { name: 'CC5 HD' }).click();
    };
    await chooseProfile();
    await page.getByRole('button', { name: 'Keep the profile' }).click();
    expect(await (await fieldOf('jawOpen')).inputValue()).toBe('Agape');
    await chooseProfile();
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    // The editor begins anew with the other profile.
    await dialog.getByRole('combobox', { name: 'Profile' }).getByText('CC5 HD').waitFor();
    await dialog.getByLabel('Target or morph target').fill('Jaw_Open');
    await dialog.getByLabel('Morph targets that Jaw_Open drives', { exact: true }).waitFor();
  });

  it('say which textures lay beside their FBX', async () => {
    const { page } = await avatars.open();
    await add(page, fixture('texture-outside.fbx'));
    const dialog = page.getByRole('dialog', { name: 'texture-outside' });
    await dialog.getByText('1 texture not inside the file').waitFor();
    await dialog.getByText('skin.png', { exact: true }).waitFor();
  });

  it('say which textures are of a kind that cannot be read', async () => {
    const { page } = await avatars.open();
    await add(page, fixture('pictures.fbx'));
    const dialog = page.getByRole('dialog', { name: 'pictures' });
    await dialog.getByText('2 textures that cannot be read').waitFor();
    await dialog.getByText('skin.psd', { exact: true }).waitFor();
  });

  it('are dropped on the window as files', async () => {
    const { page } = await avatars.open();
    const glb = testAvatar({ meshes: { Face: [...PROFILE_TARGETS.arkit] } });
    await drop(page, 'Bo.glb', glb);
    await page.getByRole('dialog', { name: 'Bo' }).getByText('recognised').waitFor();
  });
});

describe('the whole studio', () => {
  let studio: ServedStudio;

  beforeAll(async () => {
    // A library of its own: other tests look at another avatar meanwhile.
    vi.stubEnv('MIMESIS_DATA_DIR', join(folder, 'user'));
    const clip = join(folder, 'clip.mp4');
    makeTestClip(clip, 1);
    studio = await serveStudio([clip, '--workspace', join(folder, 'workspace')]);
  });
  afterAll(async () => {
    await studio.close();
    vi.unstubAllEnvs();
  });

  it('takes avatars that are dropped while another tab is open', async () => {
    const { page } = await studio.open();
    await page.getByRole('tab', { name: 'Face' }).click();
    await drop(page, 'Bo.glb', testAvatar({ meshes: { Face: [...PROFILE_TARGETS.arkit] } }));
    await page.getByRole('dialog', { name: 'Bo' }).getByText('recognised').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it('shows an emotion by the preset that an avatar has for it', async () => {
    const { page } = await studio.open();
    await page.getByRole('tab', { name: 'Face' }).click();
    await drop(page, 'Dora.glb', testAvatar({ meshes: { Face: [...PROFILE_TARGETS.arkit] } }));
    const dialog = page.getByRole('dialog', { name: 'Dora' });
    await dialog.getByRole('radio', { name: 'Emotions' }).click();
    await dialog.getByRole('combobox', { name: 'Preset for Happy' }).click();
    await page.getByRole('option', { name: 'Sad', exact: true }).click();
    await expect
      .poll(() => dialog.getByRole('combobox', { name: 'Preset for Happy' }).innerText())
      .toBe('Sad');
    await dialog.getByRole('button', { name: 'Close' }).click();

    await page.getByRole('searchbox', { name: 'Search morph targets' }).fill('frown left');
    await page.getByRole('slider', { name: 'happy' }).fill('1');
    const frown = page.getByRole('listitem').filter({ hasText: 'mouthFrownLeft' }).locator('[data-live]');
    await expect.poll(async () => Number(await textInSight(frown))).toBeGreaterThan(0.2);
  });

  it('keeps a level of detail for an avatar', async () => {
    const { page } = await studio.open();
    await page.getByRole('tab', { name: 'Face' }).click();
    await drop(page, 'Eva.glb', testAvatar({ meshes: { Face: [...PROFILE_TARGETS.arkit, 'Eva'] } }));
    await page.getByRole('dialog', { name: 'Eva' }).getByRole('button', { name: 'Close' }).click();
    await page.getByRole('combobox', { name: 'Most detail' }).click();
    await page.getByRole('option', { name: 'Low', exact: true }).click();
    await page.getByRole('button', { name: 'Keep for this avatar' }).click();

    // Another window has settings of its own, but those of the avatar come first.
    const other = await studio.open();
    const most = other.page.getByRole('combobox', { name: 'Most detail' });
    await expect.poll(() => most.innerText()).toBe('Low');
    await other.page.getByRole('tab', { name: 'Avatars' }).click();
    await other.page.getByRole('button', { name: 'Show Mimesis' }).click();
    await other.page.getByRole('tab', { name: 'Face' }).click();
    await expect.poll(() => most.innerText()).toBe('All targets');
  });

  it('brings in the longest preset, however it is laid out', async () => {
    const targets = Array.from({ length: 2000 }, (_, i) => [`Long_target_${i}`, 0.5]);
    const preset = {
      format: 'mimesis-preset',
      version: 1,
      kind: 'emotion',
      name: 'Everywhere',
      targets: Object.fromEntries(targets),
      transitionSeconds: 1,
    };
    const file = write('everywhere.json', JSON.stringify(preset, undefined, 8));
    const { page } = await studio.open();
    await page.getByRole('tab', { name: 'Face' }).click();
    await page.getByText('Presets', { exact: true }).click();
    await page.locator('input[type=file][aria-label="Import a preset file"]').setInputFiles(file);
    await page.getByRole('button', { name: 'Edit Everywhere' }).waitFor();
  });
});

/** What is wrong with the files of the library as glTF. */
async function errorsIn(library: string): Promise<string[]> {
  const files = readdirSync(join(library, 'avatars'));
  const errors = files.map((file) => gltfErrors(readFileSync(join(library, 'avatars', file))));
  return (await Promise.all(errors)).flat();
}

/** The GLB with its description alone, of the length that it now has. */
function withoutBinary(glb: Uint8Array): Uint8Array {
  const bytes = glb.slice(0, 20 + new DataView(glb.buffer).getUint32(12, true));
  new DataView(bytes.buffer).setUint32(8, bytes.length, true);
  return bytes;
}

async function add(page: Page, file: string): Promise<void> {
  await page.getByRole('listitem').first().waitFor();
  await page.locator('input[type=file]').setInputFiles(file);
}

async function drop(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  await page.evaluate(
    `(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(${JSON.stringify([...bytes])})], ${JSON.stringify(name)}));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
    })()`,
  );
}

function expectNear(
  actual: readonly number[] | undefined,
  wanted: readonly number[],
  tolerance = 1e-4,
): void {
  expect(actual).toHaveLength(wanted.length);
  for (const [i, value] of wanted.entries()) {
    expect(Math.abs((actual?.[i] ?? Number.NaN) - value)).toBeLessThan(tolerance);
  }
}

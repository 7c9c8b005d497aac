import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freeUdpPort } from '../scripts/testing/freeUdpPort.ts';
import { playPhone, writeStillTake } from '../scripts/testing/phone.ts';
import { openReceiver } from '../src-main/host/sending/testing/openReceiver.ts';
import {
  CAPTURE_CHANNELS,
  type CaptureFrame,
  createLiveLinkFaceDecoder,
  createVmcDecoder,
} from '../src-shared/capture/index.ts';
import { armCapture, disarmCapture } from './support/devices.ts';
import { type ServedStudio, serveStudio } from './support/servedStudio.ts';

const JAW_OPEN = CAPTURE_CHANNELS.indexOf('jawOpen');
const jawOf = (frame: CaptureFrame | undefined): number => frame?.channels[JAW_OPEN] ?? Number.NaN;

describe('what the avatar shows, sent on', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mimesis-sending-'));
  let studio: ServedStudio;

  beforeAll(async () => {
    studio = await serveStudio(['--workspace', join(folder, 'workspace')]);
  });

  afterAll(async () => {
    await studio.close();
    rmSync(folder, { recursive: true });
  });

  it('is a phone to another program, face and body, until it is switched off', async () => {
    const unreal = await openReceiver(createLiveLinkFaceDecoder());
    const unity = await openReceiver(createVmcDecoder());
    const { page, complaints } = await studio.open();
    const port = await armCapture(page);
    const phone = playPhone(writeStillTake(join(folder, 'open.csv'), { jawOpen: 0.5 }), port, 'Ada');
    await page.getByText('Face found').waitFor();

    await addDestination(page, unreal.port);
    await addDestination(page, unity.port, 'VMC');

    await expect.poll(() => jawOf(unreal.frames.at(-1))).toBeCloseTo(0.5, 2);
    await expect.poll(() => jawOf(unity.frames.at(-1))).toBeCloseTo(0.5, 2);
    expect(unreal.frames.at(-1)).toMatchObject({ subject: 'Mimesis', faceFound: true, frameRate: 60 });
    expect(unity.frames.at(-1)).toMatchObject({ faceFound: true, bodyFound: true });
    await page
      .getByText(/\d+ packets\/s/)
      .first()
      .waitFor();

    await page.getByRole('button', { name: `Change 127.0.0.1:${unreal.port}` }).click();
    const name = page.getByRole('textbox', { name: 'Name in Live Link' });
    await name.fill('Grace');
    await name.press('Enter');
    await expect.poll(() => unreal.frames.at(-1)?.subject).toBe('Grace');

    await page.getByRole('checkbox', { name: `127.0.0.1:${unreal.port}` }).uncheck();
    await expect
      .poll(async () => {
        const before = unreal.frames.length;
        const others = unity.frames.length;
        await expect.poll(() => unity.frames.length).toBeGreaterThan(others + 10);
        return unreal.frames.length - before;
      })
      .toBe(0);
    await phone.stop();
    await removeDestination(page, unreal.port);
    await removeDestination(page, unity.port);
    await disarmCapture(page);
    expect(complaints).toEqual([]);
  });

  it('says where nobody listens', async () => {
    const { page } = await studio.open();
    const port = await freeUdpPort();
    await addDestination(page, port);
    await page.getByText(`Nothing listens at 127.0.0.1, UDP port ${port}.`).waitFor();
    await removeDestination(page, port);
  });
});

async function addDestination(page: Page, port: number, protocol?: string): Promise<void> {
  await page.getByRole('tab', { name: 'Capture' }).click();
  await page.getByRole('button', { name: 'Add destination' }).click();
  if (protocol !== undefined) {
    await page.getByRole('combobox', { name: 'Protocol' }).click();
    await page.getByRole('option', { name: protocol }).click();
  }
  const field = page.getByLabel('UDP port to send to');
  await field.fill(String(port));
  await field.press('Enter');
  await page.getByRole('checkbox', { name: `127.0.0.1:${port}` }).check();
}

async function removeDestination(page: Page, port: number): Promise<void> {
  await page.getByRole('button', { name: `Remove 127.0.0.1:${port}` }).click();
  await page.getByText(`127.0.0.1:${port}`).waitFor({ state: 'hidden' });
}

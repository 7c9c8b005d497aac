import { describe, expect, it, onTestFinished } from 'vitest';
import { type CaptureSettings, captureSettingsSchema } from '#shared/contract/index.ts';
import { freeUdpPort } from '../../../../scripts/testing/freeUdpPort.ts';
import { startStudio } from '../../../../scripts/testing/startStudio.ts';
import { openRemotePhone } from '../simulated/remotePhone.ts';
import { ManualClock } from '../testing/manualClock.ts';
import { Remotes } from './remotes.ts';

/** A phone that can be told what to do, and what it was told. Closed when the test ends. */
async function openPhone(battery: number, heat: number) {
  const told: string[] = [];
  const phone = await openRemotePhone({
    address: '127.0.0.1',
    port: 0,
    battery,
    heat,
    onCommand: (command) => told.push(command),
  });
  onTestFinished(() => phone.close());
  return { port: phone.port, told };
}

const settingsFor = (remotes: { port: number; recordsToo?: boolean }[]): CaptureSettings =>
  captureSettingsSchema.parse({ remotes: remotes.map((each) => ({ address: '127.0.0.1', ...each })) });

describe('phones that are controlled from the studio', () => {
  it('tell their battery and heat', async () => {
    const [ada, grace] = [await openPhone(0.75, 2), await openPhone(0.2, 0)];
    const { ask } = await startStudio();
    await ask('capture.configure', settingsFor([ada, grace].map(({ port }) => ({ port }))));
    await ask('capture.arm', {});
    await expect
      .poll(async () => (await ask('capture.read', {})).remotes)
      .toEqual([
        {
          address: '127.0.0.1',
          port: ada.port,
          status: 'answers',
          battery: 0.75,
          heat: 'serious',
          isRecording: false,
          problem: null,
        },
        expect.objectContaining({ port: grace.port, heat: 'nominal', battery: expect.closeTo(0.2, 5) }),
      ]);
    expect(ada.told[0]).toMatch(/^OSCSetSendTarget 127\.0\.0\.1 \d+$/);
  });

  it('record with the studio, under its slate and take number, where they shall', async () => {
    const [ada, grace] = [await openPhone(1, 0), await openPhone(1, 0)];
    const { ask } = await startStudio();
    await ask(
      'capture.configure',
      settingsFor([{ port: ada.port }, { port: grace.port, recordsToo: false }]),
    );
    await ask('capture.arm', {});
    const areRecording = async () =>
      (await ask('capture.read', {})).remotes.map(({ isRecording }) => isRecording);
    await ask('recording.start', { slate: 'HOUSE', takeNumber: 3 });
    await expect.poll(areRecording).toEqual([true, false]);
    await ask('recording.stop', {});
    await expect.poll(areRecording).toEqual([false, false]);
    const recording = (told: string[]) => told.filter((command) => command.startsWith('Record'));
    expect(recording(ada.told)).toEqual(['RecordStart HOUSE 3', 'RecordStop']);
    expect(recording(grace.told)).toEqual([]);
  });

  it('stop recording where capture is disarmed', async () => {
    const ada = await openPhone(1, 0);
    const { ask } = await startStudio();
    await ask('capture.configure', settingsFor([{ port: ada.port }]));
    await ask('capture.arm', {});
    await ask('recording.start', { slate: 'HOUSE', takeNumber: 3 });
    await ask('capture.disarm', {});
    await expect.poll(() => ada.told.at(-1)).toBe('RecordStop');
  });

  it('are said to be silent when they do not answer, and not to record', async () => {
    const clock = new ManualClock();
    const port = await freeUdpPort();
    const remotes = new Remotes(settingsFor([{ port }]), {
      place: { address: '127.0.0.1', port: 0 },
      clock,
      onChange: () => {},
    });
    await remotes.open();
    onTestFinished(() => remotes.close());
    expect(remotes.view()).toMatchObject([{ status: 'asked', battery: null, heat: null, problem: null }]);
    remotes.record({ slate: 'HOUSE', takeNumber: 3 });
    for (let seconds = 0; seconds < 20; seconds++) clock.advance(1);
    expect(remotes.view()).toMatchObject([
      { status: 'silent', isRecording: false, problem: { message: expect.stringMatching(/not confirmed/) } },
    ]);
  });
});

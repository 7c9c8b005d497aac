import { describe, expect, it } from 'vitest';
import { CAPTURE_CHANNELS } from '#shared/capture/index.ts';
import { captureSettingsSchema } from '#shared/contract/index.ts';
import { armForTest } from '../testing/armForTest.ts';
import { openMetaHumanPhone } from '../testing/metaHumanPhone.ts';

const JAW_OPEN = CAPTURE_CHANNELS.indexOf('jawOpen');

const armFor = (port: number, isOn = true) =>
  armForTest({
    settings: captureSettingsSchema.parse({ metaHuman: { isOn, phones: [{ address: '127.0.0.1', port }] } }),
  });

describe('a phone in MetaHuman mode', () => {
  it('is asked as Unreal asks it, and its face is seen', async () => {
    const phone = await openMetaHumanPhone();
    const { capture, frames } = await armFor(phone.port);
    await expect.poll(() => capture.metaHuman()[0]?.status).toBe('streaming');
    expect(phone.asked).toEqual([
      'handshake /session/start',
      'session-1 /information',
      'session-1 /stream/subjects',
      'session-1 /stream/start',
    ]);
    await phone.send(6000, 0.5);
    await expect.poll(() => frames.length).toBe(1);
    expect(frames[0]?.timeSeconds).toBe(100);
    expect(frames[0]?.channels[JAW_OPEN]).toBeCloseTo(0.5, 4);
    expect(capture.subjects()).toMatchObject([{ subject: 'Ada', deviceId: 'subject-1', status: 'face' }]);
  });

  it('is told to stop', async () => {
    const phone = await openMetaHumanPhone();
    const { capture } = await armFor(phone.port);
    await expect.poll(() => capture.metaHuman()[0]?.status).toBe('streaming');
    await capture.close();
    await expect
      .poll(() => phone.asked.slice(-2))
      .toEqual(['session-1 /stream/stop', 'session-1 /session/stop']);
  });

  it('is connected to again where it hangs up', async () => {
    const phone = await openMetaHumanPhone();
    const { capture } = await armFor(phone.port);
    await expect.poll(() => capture.metaHuman()[0]?.status).toBe('streaming');
    phone.hangUp();
    await expect
      .poll(() => capture.metaHuman())
      .toMatchObject([{ status: 'connecting', problem: { kind: 'host_unreachable' } }]);
    await expect.poll(() => capture.metaHuman()).toMatchObject([{ status: 'streaming', problem: null }]);
  });

  it('that does not answer is told of in plain words', async () => {
    const phone = await openMetaHumanPhone({ unanswered: ['/stream/subjects'] });
    const { capture } = await armFor(phone.port);
    await expect.poll(() => capture.metaHuman()[0]?.problem?.message).toBe('The phone does not answer.');
  });

  it('is left alone unless the mode is switched on', async () => {
    const phone = await openMetaHumanPhone();
    const { capture } = await armFor(phone.port, false);
    expect(capture.metaHuman()).toEqual([]);
    expect(phone.asked).toEqual([]);
  });
});

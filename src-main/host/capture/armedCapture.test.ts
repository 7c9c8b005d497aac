import { describe, expect, it } from 'vitest';
import { createCaptureFrame, encodeLiveLinkFace } from '#shared/capture/index.ts';
import { captureSettingsSchema } from '#shared/contract/index.ts';
import { faceFrame } from '../../../src-shared/capture/testing/faceFrame.ts';
import { ArmedCapture } from './armedCapture.ts';
import { systemClock } from './clock.ts';
import { armForTest, type TestCapture, UNHEARD_CALLS } from './testing/armForTest.ts';
import { ManualClock } from './testing/manualClock.ts';
import { openPhone } from './testing/openPhone.ts';

const ada = { deviceId: 'phone 1', subject: 'Ada' };
const face = (timeSeconds = 2.5) => encodeLiveLinkFace(faceFrame({ ...ada, timeSeconds }, { jawOpen: 0.75 }));
const noFace = encodeLiveLinkFace(Object.assign(createCaptureFrame(), ada));

const phoneFor = ({ portOf }: TestCapture) => openPhone(portOf('live_link_face'));
const statuses = ({ changes }: TestCapture) => changes.map((subjects) => subjects[0]?.status);

describe('armed capture', () => {
  it('hears a phone: its frames, who it is, and where it is', async () => {
    const test = await armForTest({ clock: new ManualClock() });
    const phone = await phoneFor(test);
    await phone.send(face());
    await test.until(() => test.frames.length === 1);
    expect(test.frames).toEqual([
      { subjectId: 0, timeSeconds: 2.5, channels: faceFrame({}, { jawOpen: 0.75 }).channels },
    ]);
    expect(test.changes).toMatchObject([
      [{ ...ada, protocol: 'live_link_face', status: 'face', address: '127.0.0.1' }],
    ]);
  });

  it('tells a phone without a face from one that is gone, and hears it come back', async () => {
    const clock = new ManualClock();
    const test = await armForTest({ clock });
    const phone = await phoneFor(test);

    await phone.send(face());
    await test.until(() => test.changes.length === 1);
    await phone.send(noFace);
    await test.until(() => test.changes.length === 2);
    clock.advance(0.9);
    expect(statuses(test)).toEqual(['face', 'no_face']);
    clock.advance(0.1);
    expect(statuses(test)).toEqual(['face', 'no_face', 'lost']);
    clock.advance(5);
    expect(test.capture.subjects()).toMatchObject([{ status: 'lost' }]);
    expect(test.capture.numbers()).toMatchObject([{ packetsPerSecond: 0 }]);
    await phone.send(face(3));
    await test.until(() => test.changes.length === 4);

    expect(statuses(test)).toEqual(['face', 'no_face', 'lost', 'face']);
    expect(test.frames.length).toBe(2);
    expect(test.capture.subjects().length).toBe(1);
  });

  it('measures packets a second, loss and jitter', async () => {
    const clock = new ManualClock();
    const test = await armForTest({ clock });
    const phone = await phoneFor(test);
    let sent = 0;
    for (let i = 0; i < 150; i++) {
      clock.advance(1 / 30);
      if (i % 10 === 7) continue;
      await phone.send(face(i / 30));
      sent += 1;
      await test.until(() => test.frames.length === sent);
    }
    const [numbers] = test.capture.numbers();
    expect(numbers?.packetsPerSecond).toBeCloseTo(27, 0);
    expect(numbers?.loss).toBeCloseTo(0.1, 2);
    expect(numbers?.jitterSeconds).toBeCloseTo(0, 3);
    expect(numbers?.lateFrames).toBe(0);
  });

  it('keeps several phones apart, by device and by name', async () => {
    const test = await armForTest({ clock: new ManualClock() });
    const phones = await Promise.all([phoneFor(test), phoneFor(test)]);
    const frames = [
      { deviceId: 'phone 1', subject: 'Ada' },
      { deviceId: 'phone 2', subject: 'Ada' },
      { deviceId: 'phone 2', subject: 'Grace' },
    ];
    for (const [index, frame] of frames.entries()) {
      await phones[index % 2]?.send(encodeLiveLinkFace(faceFrame(frame)));
      await test.until(() => test.changes.length === index + 1);
    }
    expect(test.capture.subjects()).toMatchObject(frames);
  });

  it('counts what it cannot read, and hears on', async () => {
    const test = await armForTest({ clock: new ManualClock() });
    const phone = await phoneFor(test);
    await phone.send(face().subarray(0, -1));
    await phone.send(Buffer.from('hello'));
    await phone.send(new Uint8Array(0));
    await phone.send(face().with(0, 7));
    await phone.send(face());
    await test.until(() => test.frames.length === 1);
    expect(test.capture.sockets()[0]).toMatchObject({
      protocol: 'live_link_face',
      malformedPackets: 1,
      foreignPackets: 3,
    });
  });

  it('holds a bounded number of subjects, whatever the network sends', async () => {
    const clock = new ManualClock();
    const test = await armForTest({ clock });
    const phone = await phoneFor(test);
    for (let sent = 1; sent <= 50; sent += 2) {
      clock.advance(0.01);
      await phone.send(face(sent));
      await phone.send(encodeLiveLinkFace(faceFrame({ deviceId: `stranger ${sent}`, subject: '?' })));
      await phone.send(encodeLiveLinkFace(faceFrame({ deviceId: `stranger ${sent + 1}`, subject: '?' })));
      await test.until(() => test.frames.length === (3 * (sent + 1)) / 2);
    }
    const subjects = test.capture.subjects();
    expect(subjects.length).toBe(32);
    expect(subjects[0]).toMatchObject({ ...ada, status: 'face' });
    expect(subjects.slice(1).map(({ deviceId }) => deviceId)).toEqual(
      Array.from({ length: 31 }, (_, i) => `stranger ${i + 20}`),
    );
  });
});

describe('frames that come unevenly', () => {
  /** Six frames of which the third overtakes the second. */
  const arrivals = [0, 2, 1, 3, 4, 5].map((frame, i) => ({ time: 10 + frame / 60, at: i / 60 }));

  async function hear(delaySeconds: number) {
    const clock = new ManualClock();
    const test = await armForTest({ clock, settings: captureSettingsSchema.parse({ delaySeconds }) });
    const phone = await phoneFor(test);
    let passed = 0;
    for (const [i, { time, at }] of arrivals.entries()) {
      clock.advance(at - passed);
      passed = at;
      await phone.send(face(time));
      // A damaged packet is counted at once, and the one before it has been read then.
      await phone.send(face(time).subarray(0, -1));
      await expect.poll(() => test.capture.sockets()[0]?.malformedPackets).toBe(i + 1);
    }
    clock.advance(1);
    return { test, times: test.frames.map(({ timeSeconds }) => Math.round((timeSeconds - 10) * 60)) };
  }

  it('are shown in order and whole with a delay', async () => {
    const { test, times } = await hear(0.05);
    expect(times).toEqual([0, 1, 2, 3, 4, 5]);
    expect(test.capture.numbers()).toMatchObject([{ lateFrames: 0, loss: 0 }]);
  });

  it('are shown as they come without one, and the one that was overtaken is left out', async () => {
    const { test, times } = await hear(0);
    expect(times).toEqual([0, 2, 3, 4, 5]);
    expect(test.capture.numbers()).toMatchObject([{ lateFrames: 1 }]);
  });

  it('are held by the real clock too', async () => {
    const test = await armForTest({ settings: captureSettingsSchema.parse({ delaySeconds: 0.03 }) });
    const phone = await phoneFor(test);
    const sent = performance.now();
    await phone.send(face(1));
    await test.until(() => test.frames.length === 1);
    expect(performance.now() - sent).toBeGreaterThanOrEqual(29);
  });
});

describe('the sockets', () => {
  it('are free once capture is closed, and nothing more is heard', async () => {
    const clock = new ManualClock();
    const test = await armForTest({ clock });
    const phone = await phoneFor(test);
    const port = test.portOf('live_link_face');
    await test.capture.close();
    await test.capture.close();
    await phone.send(face());
    const again = new ArmedCapture(
      captureSettingsSchema.parse({}),
      { address: '127.0.0.1', port },
      clock,
      UNHEARD_CALLS,
    );
    await again.open();
    expect(again.sockets()[0]).toMatchObject({ port, problem: null });
    await again.close();
    expect(test.changes).toEqual([]);
    expect(clock.listeners).toBe(0);
  });

  it('say which port another program has; the others are open', async () => {
    const { portOf } = await armForTest();
    const port = portOf('live_link_face');
    const place = { address: '127.0.0.1', port };
    const second = new ArmedCapture(captureSettingsSchema.parse({}), place, systemClock, UNHEARD_CALLS);
    await second.open();
    const [first, ...others] = second.sockets();
    await second.close();
    expect(first?.problem).toMatchObject({
      kind: 'port_in_use',
      message: `Another program listens for phones at UDP port ${port}.`,
    });
    expect(others.length).toBeGreaterThan(2);
    for (const { problem } of others) expect(problem).toBeNull();
  });

  it('follow the settings: only what they change is closed or opened', async () => {
    const { capture, portOf } = await armForTest();
    const before = portOf('live_link_face');
    const settings = captureSettingsSchema.parse({});
    settings.listen.vmc.isOn = false;
    settings.listen.arkit_data.isOn = true;
    await capture.configure(settings);
    const protocols = capture.sockets().map(({ protocol }) => protocol);
    expect(protocols).toContain('arkit_data');
    expect(protocols).not.toContain('vmc');
    expect(portOf('live_link_face')).toBe(before);
  });

  it('lose a silent phone by the real clock too', async () => {
    const test = await armForTest();
    const phone = await phoneFor(test);
    await phone.send(face());
    await test.until(() => statuses(test).includes('lost'));
  });
});

import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createCaptureFrame, encodeLiveLinkFace } from '#shared/capture/index.ts';
import { faceFrame } from '../../../src-shared/capture/testing/faceFrame.ts';
import { armPhoneReceiver, type PhoneReceiver } from './phoneReceiver.ts';
import { armForTest } from './testing/armForTest.ts';
import { ManualClock } from './testing/manualClock.ts';

const ada = { deviceId: 'phone 1', subject: 'Ada' };
const face = encodeLiveLinkFace(faceFrame({ ...ada, timeSeconds: 2.5 }, { jawOpen: 0.75 }));
const noFace = encodeLiveLinkFace(Object.assign(createCaptureFrame(), ada));

/** A real socket, as a phone has. */
async function openPhone({ port }: Pick<PhoneReceiver, 'port'>) {
  const socket = createSocket('udp4');
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  onTestFinished(() => void socket.close());
  return {
    port: socket.address().port,
    send: (packet: Uint8Array) => new Promise((sent) => socket.send(packet, port, '127.0.0.1', sent)),
  };
}

describe('an armed receiver', () => {
  it('hears a phone: its frames, who it is, and where it is', async () => {
    const { receiver, frames, statuses, until } = await armForTest(new ManualClock());
    const phone = await openPhone(receiver);
    await phone.send(face);
    await until(() => frames.length === 1);
    expect(frames[0]).toEqual({
      subject: 'Ada',
      timeSeconds: 2.5,
      channels: faceFrame({}, { jawOpen: 0.75 }).channels,
    });
    const state = { ...ada, status: 'face', silentSeconds: 0, address: '127.0.0.1', port: phone.port };
    expect(statuses).toMatchObject([state]);
    expect(receiver.subjects()).toMatchObject([state]);
  });

  it('tells a phone without a face from one that is gone, and hears it come back', async () => {
    const clock = new ManualClock();
    const { receiver, frames, statuses, until } = await armForTest(clock);
    const phone = await openPhone(receiver);
    const told = () => statuses.map(({ status }) => status);

    await phone.send(face);
    await until(() => told().length === 1);
    await phone.send(noFace);
    await until(() => told().length === 2);
    clock.advance(0.9);
    expect(told()).toEqual(['face', 'no_face']);
    clock.advance(0.1);
    expect(told()).toEqual(['face', 'no_face', 'lost']);
    clock.advance(5);
    expect(receiver.subjects()).toMatchObject([{ status: 'lost', silentSeconds: 6, packetsPerSecond: 0 }]);
    await phone.send(face);
    await until(() => told().length === 4);

    expect(told()).toEqual(['face', 'no_face', 'lost', 'face']);
    expect(frames.length).toBe(2);
    expect(receiver.subjects().length).toBe(1);
  });

  it('measures packets a second, header-only ones too', async () => {
    const clock = new ManualClock();
    const { receiver, frames, until } = await armForTest(clock);
    const phone = await openPhone(receiver);
    for (let sent = 1; sent <= 45; sent++) {
      clock.advance(1 / 30);
      await phone.send(face);
      await until(() => frames.length === sent);
    }
    expect(receiver.subjects()[0]?.packetsPerSecond).toBeCloseTo(30, 6);
  });

  it('keeps several phones apart, by device and by name', async () => {
    const clock = new ManualClock();
    const { receiver, statuses, until } = await armForTest(clock);
    const phones = await Promise.all([openPhone(receiver), openPhone(receiver)]);
    const frames = [
      { deviceId: 'phone 1', subject: 'Ada' },
      { deviceId: 'phone 2', subject: 'Ada' },
      { deviceId: 'phone 2', subject: 'Grace' },
    ];
    for (const [index, frame] of frames.entries()) {
      await phones[index % 2]?.send(encodeLiveLinkFace(faceFrame(frame)));
      await until(() => statuses.length === index + 1);
    }
    expect(receiver.subjects()).toMatchObject(frames);
  });

  it('counts what it cannot read, and hears on', async () => {
    const { receiver, frames, until } = await armForTest(new ManualClock());
    const phone = await openPhone(receiver);
    await phone.send(face.subarray(0, -1));
    await phone.send(Buffer.from('hello'));
    await phone.send(new Uint8Array(0));
    await phone.send(face.with(0, 4));
    await phone.send(face);
    await until(() => frames.length === 1);
    expect(receiver.rejected()).toEqual({ malformed: 1, foreign: 3 });
  });

  it('holds a bounded number of subjects, whatever the network sends', async () => {
    const clock = new ManualClock();
    const { receiver, frames, statuses, until } = await armForTest(clock);
    const phone = await openPhone(receiver);
    for (let sent = 1; sent <= 50; sent += 2) {
      clock.advance(0.01);
      await phone.send(face);
      await phone.send(encodeLiveLinkFace(faceFrame({ deviceId: `stranger ${sent}`, subject: '?' })));
      await phone.send(encodeLiveLinkFace(faceFrame({ deviceId: `stranger ${sent + 1}`, subject: '?' })));
      await until(() => frames.length === (3 * (sent + 1)) / 2);
    }
    expect(receiver.subjects().length).toBe(32);
    expect(receiver.subjects()[0]).toMatchObject({ ...ada, status: 'face' });
    const lost = statuses.filter(({ status }) => status === 'lost').map(({ deviceId }) => deviceId);
    expect(lost).toEqual(Array.from({ length: 51 - 32 }, (_, i) => `stranger ${i + 1}`));
  });
});

describe('arming and disarming', () => {
  const callbacks = { onFrame: () => {}, onStatus: () => {}, onFailed: () => {} };

  it('frees the port and hears nothing more', async () => {
    const clock = new ManualClock();
    const { receiver, statuses } = await armForTest(clock);
    const phone = await openPhone(receiver);
    await receiver.disarm();
    await receiver.disarm();
    await phone.send(face);
    const again = await armPhoneReceiver({ ...callbacks, port: receiver.port, address: '127.0.0.1' });
    await again.disarm();
    expect(statuses).toEqual([]);
    expect(clock.listeners).toBe(0);
  });

  it('says when another program has the port', async () => {
    const { receiver } = await armForTest();
    const second = armPhoneReceiver({ ...callbacks, port: receiver.port, address: '127.0.0.1' });
    await expect(second).rejects.toMatchObject({
      kind: 'port_in_use',
      message: `Another program listens for phones at UDP port ${receiver.port}.`,
    });
  });

  it('says when the address is not of this computer', async () => {
    const arming = armPhoneReceiver({ ...callbacks, port: 0, address: '192.0.2.1' });
    await expect(arming).rejects.toMatchObject({
      kind: 'io',
      message: expect.stringContaining('EADDRNOTAVAIL'),
    });
  });

  it('loses a silent phone by the real clock too', async () => {
    const { receiver, statuses, until } = await armForTest();
    const phone = await openPhone(receiver);
    await phone.send(face);
    await until(() => statuses.some(({ status }) => status === 'lost'));
    expect(statuses.at(-1)?.silentSeconds).toBeGreaterThanOrEqual(1);
  });
});

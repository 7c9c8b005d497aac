import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { CAPTURE_CHANNEL_COUNT, CAPTURE_CHANNELS, type FaceTake } from '#shared/capture/index.ts';
import { captureSettingsSchema, NETWORK_PROTOCOLS, type NetworkProtocol } from '#shared/contract/index.ts';
import { freeUdpPort } from '../../../scripts/testing/freeUdpPort.ts';
import type { SimulatedProtocol } from './simulated/encoders.ts';
import { playTake } from './simulated/playTake.ts';
import { armForTest, type TestCapture } from './testing/armForTest.ts';

const JAW_OPEN = CAPTURE_CHANNELS.indexOf('jawOpen');
const HEAD_YAW = CAPTURE_CHANNELS.indexOf('headYaw');

/** 12 rows at 60 a second; the jaw opens, the head is turned. */
const take: FaceTake = {
  times: Float64Array.from({ length: 12 }, (_, i) => 1000 + i / 60),
  channels: Float32Array.from({ length: 12 * CAPTURE_CHANNEL_COUNT }, (_, i) => {
    const channel = i % CAPTURE_CHANNEL_COUNT;
    if (channel === JAW_OPEN) return Math.floor(i / CAPTURE_CHANNEL_COUNT) / 20;
    return channel === HEAD_YAW ? 0.25 : 0;
  }),
};

const SIMULATED: Readonly<Record<NetworkProtocol, SimulatedProtocol>> = {
  live_link_face: 'llf',
  ifacialmocap: 'ifm',
  facemotion3d: 'fm3d',
  vtube_studio: 'vts',
  vmc: 'vmc',
  arkit_data: 'arkit',
};

/** All protocols on. */
function everything() {
  const settings = captureSettingsSchema.parse({});
  settings.listen.arkit_data.isOn = true;
  return settings;
}

function play({ portOf }: TestCapture, protocol: NetworkProtocol, subject: string) {
  return playTake({
    protocol: SIMULATED[protocol],
    take,
    deviceId: 'device',
    subject,
    host: '127.0.0.1',
    port: portOf(protocol),
    fps: undefined,
    loop: false,
    signal: new AbortController().signal,
  });
}

/** A UDP socket of this computer at a free port. */
async function openSocket() {
  const socket = createSocket('udp4');
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  onTestFinished(() => void socket.close());
  return socket;
}

describe('every protocol', () => {
  it.each(NETWORK_PROTOCOLS)('is heard: %s', async (protocol) => {
    const test = await armForTest({ settings: everything() });
    await play(test, protocol, 'Ada');
    await test.until(() => test.frames.length >= 11);
    const { channels } = test.frames.at(-1) ?? {};
    expect(channels?.[JAW_OPEN]).toBeGreaterThan(0.49);
    expect(channels?.[JAW_OPEN]).toBeLessThan(0.56);
    expect(channels?.[HEAD_YAW]).toBeCloseTo(0.25, 3);
    expect(test.capture.subjects()).toMatchObject([{ protocol, status: 'face' }]);
    expect(test.capture.numbers()).toMatchObject([{ lateFrames: 0 }]);
    for (const socket of test.capture.sockets()) {
      expect(socket).toMatchObject({ foreignPackets: 0, malformedPackets: 0 });
    }
  });

  it('tells senders that name nobody apart by where they send from', async () => {
    const test = await armForTest();
    await Promise.all([play(test, 'ifacialmocap', ''), play(test, 'ifacialmocap', '')]);
    await test.until(() => test.frames.length >= 20);
    const names = test.capture.subjects().map(({ subject }) => subject);
    expect(names[0]).toBe('127.0.0.1');
    expect(names[1]).toMatch(/^127\.0\.0\.1:\d+$/);
    expect(names).toHaveLength(2);
  });
});

describe('phones that wait to be asked', () => {
  it('are asked for a lease again and again, and send where they are told', async () => {
    const port = await freeUdpPort();
    const signal = AbortSignal.timeout(4000);
    const playing = playTake({
      protocol: 'vts',
      take,
      deviceId: '',
      subject: '',
      host: '127.0.0.1',
      port,
      fps: 60,
      loop: true,
      isAsked: true,
      signal,
    });
    const phones = [{ protocol: 'vtube_studio', address: '127.0.0.1', port }];
    const test = await armForTest({ settings: captureSettingsSchema.parse({ phones }) });
    await test.until(() => test.frames.length >= 100);
    expect(test.capture.subjects()).toMatchObject([{ protocol: 'vtube_studio', subject: '127.0.0.1' }]);
    await playing;
  });

  it('are asked while they are silent, and left alone once they send', async () => {
    const phone = await openSocket();
    const { port } = phone.address();
    const asked: string[] = [];
    phone.on('message', (packet) => asked.push(String(packet)));
    const phones = [{ protocol: 'ifacialmocap', address: '127.0.0.1', port }];
    const test = await armForTest({ settings: captureSettingsSchema.parse({ phones }) });
    await expect.poll(() => asked.length).toBeGreaterThanOrEqual(2);
    expect(asked[0]).toBe('iFacialMocap_sahuasouryya9218sauhuiayeta91555dy3719|sendDataVersion=v2');
    const sending = setInterval(() => {
      phone.send('trackingStatus&0|', test.portOf('ifacialmocap'), '127.0.0.1');
    }, 50);
    onTestFinished(() => clearInterval(sending));
    await test.until(() => test.changes.length > 0);
    const before = asked.length;
    await new Promise((resolve) => setTimeout(resolve, 2200));
    expect(asked.length - before).toBeLessThanOrEqual(1);
    expect(test.capture.subjects()).toMatchObject([{ status: 'no_face' }]);
  });

  it('may connect over TCP, and frames come however the network cuts them', async () => {
    const phones = [
      { protocol: 'facemotion3d', address: '127.0.0.1', port: await freeUdpPort(), transport: 'tcp' },
    ];
    const test = await armForTest({ settings: captureSettingsSchema.parse({ phones }) });
    const { port = 0 } = test.capture.sockets().find(({ transport }) => transport === 'tcp') ?? {};
    const phone = connect(port, '127.0.0.1');
    onTestFinished(() => void phone.destroy());
    await once(phone, 'connect');
    for (const jaw of [10, 20, 30]) {
      const text = `trackingStatus&1|jawOpen&${jaw}|=head#0,0,0,0,0,0|rightEye#0,0,0|leftEye#0,0,0|___FACEMOTION3D`;
      phone.write(text.slice(0, 40));
      await new Promise((resolve) => setTimeout(resolve, 5));
      phone.write(text.slice(40));
    }
    await test.until(() => test.frames.length === 3);
    expect(test.frames.map(({ channels }) => channels[JAW_OPEN])).toEqual([0.1, 0.2, 0.3].map(Math.fround));
    expect(test.capture.subjects()).toMatchObject([{ protocol: 'facemotion3d', status: 'face' }]);
  });

  it('are told to stop when capture is closed', async () => {
    const phone = await openSocket();
    const heard: string[] = [];
    phone.on('message', (packet) => heard.push(String(packet)));
    const phones = [{ protocol: 'facemotion3d', address: '127.0.0.1', port: phone.address().port }];
    const test = await armForTest({ settings: captureSettingsSchema.parse({ phones }) });
    await test.capture.close();
    await expect.poll(() => heard).toContain('StopStreaming_FACEMOTION3D');
  });
});

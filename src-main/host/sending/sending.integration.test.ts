import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import {
  CAPTURE_CHANNEL_COUNT,
  createCaptureFrame,
  createLiveLinkFaceDecoder,
  createVmcDecoder,
  createVmcEncoder,
  encodeLiveLinkFace,
} from '#shared/capture/index.ts';
import type { Destination } from '#shared/contract/index.ts';
import { freeUdpPort } from '../../../scripts/testing/freeUdpPort.ts';
import { startStudio } from '../../../scripts/testing/startStudio.ts';
import { temporaryFolder } from '../../../scripts/testing/temporaryFolder.ts';
import { openPhone } from '../capture/testing/openPhone.ts';
import { destinationTo } from './testing/destinationTo.ts';
import { openReceiver } from './testing/openReceiver.ts';

const MORNING_SECONDS = 36_000;

/** A frame of a face that differs from one to the next in every channel. */
function faceOf(subject: string, number: number) {
  const frame = Object.assign(createCaptureFrame(), {
    deviceId: `device of ${subject}`,
    subject,
    timeSeconds: MORNING_SECONDS + number / 60,
    faceFound: true,
  });
  for (let i = 0; i < CAPTURE_CHANNEL_COUNT; i++) frame.channels[i] = ((i + 7 * number) % 100) / 100;
  return frame;
}

/** Sends a face with each look, until something is so. */
async function sendUntil(
  phone: Awaited<ReturnType<typeof openPhone>>,
  isSo: () => boolean | Promise<boolean>,
) {
  let number = 0;
  await expect
    .poll(async () => {
      await phone.send(encodeLiveLinkFace(faceOf('Ada', number++)));
      return isSo();
    })
    .toBe(true);
}

/** A studio that sends to some places, and a phone that sends to the studio. */
async function sendOn(destinations: Destination[]) {
  const studio = await startStudio();
  await studio.ask('sending.configure', { destinations });
  const { sockets } = await studio.ask('capture.arm', {});
  const portOf = (protocol: string): number =>
    sockets.find((socket) => socket.protocol === protocol)?.port ?? 0;
  const phone = await openPhone(portOf('live_link_face'));
  return { ...studio, phone, portOf };
}

describe('a phone', () => {
  it('is heard by another program as it was heard here, in Live Link Face', async () => {
    const unreal = await openReceiver(createLiveLinkFaceDecoder());
    const { ask, phone } = await sendOn([destinationTo(unreal.port)]);
    const sent = Array.from({ length: 20 }, (_, number) => faceOf('Ada', number));
    for (const [number, frame] of sent.entries()) {
      await phone.send(encodeLiveLinkFace(frame));
      await expect.poll(() => unreal.frames.length).toBe(number + 1);
      // More than the time of a frame, of which so many a second are let through.
      await setTimeout(10);
    }
    for (const [number, { deviceId, subject, timeSeconds, channels }] of sent.entries()) {
      expect(unreal.frames[number]).toMatchObject({ deviceId, subject, faceFound: true, frameRate: 60 });
      expect(unreal.frames[number]?.timeSeconds).toBeCloseTo(timeSeconds, 5);
      expect(unreal.frames[number]?.channels).toEqual(channels);
    }
    const { states } = await ask('sending.read', {});
    expect(states).toMatchObject([{ problem: null, packetsPerSecond: expect.any(Number) }]);
    expect(states[0]?.packetsPerSecond).toBeGreaterThan(0);
  });

  it('goes to two programs at once, in the protocol of each', async () => {
    const unreal = await openReceiver(createLiveLinkFaceDecoder());
    const unity = await openReceiver(createVmcDecoder());
    const { phone } = await sendOn([
      destinationTo(unreal.port),
      destinationTo(unity.port, { protocol: 'vmc' }),
    ]);
    await sendUntil(phone, () => Math.min(unreal.frames.length, unity.frames.length) > 3);
    // What was sent of this name in Live Link Face, whose frames say which they are.
    const sent = unreal.frames.find(({ channels }) => channels[0] === unity.frames[3]?.channels[0]);
    expect(unity.frames[3]?.blendshapes).toEqual(sent?.blendshapes);
    for (const angles of ['head', 'leftEye', 'rightEye'] as const) {
      const came = unity.frames[3]?.[angles] ?? [];
      for (const [axis, angle] of (sent?.[angles] ?? []).entries()) expect(came[axis]).toBeCloseTo(angle, 5);
    }
  });

  it('has its body sent on too, in VMC', async () => {
    const unity = await openReceiver(createVmcDecoder());
    const { portOf } = await sendOn([destinationTo(unity.port, { protocol: 'vmc' })]);
    const phone = await openPhone(portOf('vmc'));
    const frame = Object.assign(createCaptureFrame(), { bodyFound: true });
    // Any turn about x: 0.6 is its sine and 0.8 its cosine.
    frame.body.rotations.set([0.6, 0, 0, 0.8], 4 * 10);
    const encode = createVmcEncoder();
    let seconds = 0;
    await expect
      .poll(async () => {
        seconds += 1 / 60;
        for (const packet of encode(frame, seconds)) await phone.send(packet);
        return unity.frames.length;
      })
      .toBeGreaterThan(3);
    const came = unity.frames.at(-1);
    expect(came?.bodyFound).toBe(true);
    for (const [i, number] of frame.body.rotations.entries())
      expect(came?.body.rotations[i]).toBeCloseTo(number, 5);
  });

  it('is told apart from others by its name', async () => {
    const unreal = await openReceiver(createLiveLinkFaceDecoder());
    const { phone } = await sendOn([destinationTo(unreal.port)]);
    await phone.send(encodeLiveLinkFace(faceOf('Ada', 1)));
    await phone.send(encodeLiveLinkFace(faceOf('Grace', 1)));
    await expect.poll(() => unreal.frames.map(({ subject }) => subject).toSorted()).toEqual(['Ada', 'Grace']);
  });
});

describe('a destination', () => {
  it('that nobody listens at says so, and the others go on', async () => {
    const unreal = await openReceiver(createLiveLinkFaceDecoder());
    const { phone, ask } = await sendOn([destinationTo(await freeUdpPort()), destinationTo(unreal.port)]);
    const problem = async () => (await ask('sending.read', {})).states[0]?.problem;
    await sendUntil(phone, async () => /^Nothing listens at 127/.test((await problem())?.message ?? ''));
    expect(unreal.frames.length).toBeGreaterThan(0);
  });

  it('that no network leads to says so, and the host goes on', async () => {
    // Sockets refuse to be connected to all computers of a network.
    const { phone, ask } = await sendOn([destinationTo(9, { address: '255.255.255.255' })]);
    await sendUntil(
      phone,
      async () => (await ask('sending.read', {})).states[0]?.problem?.kind === 'host_unreachable',
    );
  });

  it('is not sent to where the studio itself listens, so that nothing goes round', async () => {
    const { phone, ask, portOf } = await sendOn([]);
    const own = portOf('live_link_face');
    await ask('sending.configure', { destinations: [destinationTo(own)] });
    for (let number = 0; number < 20; number++) await phone.send(encodeLiveLinkFace(faceOf('Ada', number)));
    await expect.poll(async () => (await ask('capture.read', {})).subjects.length).toBe(1);
    const { states } = await ask('sending.read', {});
    expect(states).toMatchObject([
      { packetsPerSecond: 0, problem: { kind: 'conflict', message: expect.stringMatching(/hear itself/) } },
    ]);
    await ask('capture.disarm', {});
    expect((await ask('sending.read', {})).states).toMatchObject([{ problem: null }]);
  });

  it('that stays as it was goes on while another is changed', async () => {
    const unreal = await openReceiver(createLiveLinkFaceDecoder());
    const [first, second] = [destinationTo(unreal.port), destinationTo(await freeUdpPort())];
    const { phone, ask } = await sendOn([first, second]);
    await sendUntil(phone, () => unreal.frames.length > 3);
    const changed = { ...second, port: await freeUdpPort() };
    const { states } = await ask('sending.configure', { destinations: [first, changed] });
    // A sender that was made anew has sent nothing yet.
    expect(states[0]?.packetsPerSecond).toBeGreaterThan(0);
    expect(states[1]).toEqual({ id: second.id, packetsPerSecond: 0, problem: null });
  });

  it('that is off is sent nothing', async () => {
    const [off, on] = [
      await openReceiver(createLiveLinkFaceDecoder()),
      await openReceiver(createLiveLinkFaceDecoder()),
    ];
    const { phone } = await sendOn([destinationTo(off.port, { isOn: false }), destinationTo(on.port)]);
    await sendUntil(phone, () => on.frames.length > 3);
    expect(off.frames).toEqual([]);
  });

  it('is there again after a restart, and sends without a window', async () => {
    const libraryFolder = temporaryFolder();
    const unreal = await openReceiver(createLiveLinkFaceDecoder());
    const destinations = [destinationTo(unreal.port)];
    const before = await startStudio({ libraryFolder });
    await before.ask('sending.configure', { destinations });
    await before.close();
    const after = await startStudio({ libraryFolder });
    expect((await after.ask('sending.read', {})).settings).toEqual({ destinations });
    const { sockets } = await after.ask('capture.arm', {});
    const phone = await openPhone(sockets[0]?.port ?? 0);
    await sendUntil(phone, () => unreal.frames.length > 0);
  });
});

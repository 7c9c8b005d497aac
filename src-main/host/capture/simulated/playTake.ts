import { createSocket, type Socket } from 'node:dgram';
import { lookup } from 'node:dns/promises';
import { setImmediate as giveWay } from 'node:timers/promises';
import { createCaptureFrame, type FaceTake, sampleTake } from '#shared/capture/index.ts';
import { MimesisError } from '#shared/contract/index.ts';
import { type Clock, systemClock } from '../clock.ts';
import { BadNetwork, GOOD_NETWORK, type NetworkFaults } from './badNetwork.ts';
import { createFrameEncoder, type SimulatedProtocol } from './encoders.ts';
import { openLeasedPhone } from './lease.ts';

export interface SimulatedPhoneOptions {
  readonly protocol: SimulatedProtocol;
  readonly take: FaceTake;
  readonly deviceId: string;
  readonly subject: string;
  /** Where the packets go, and where a phone that is to be asked waits: name or IPv4 address, and UDP port. */
  readonly host: string;
  readonly port: number;
  /** Packets a second, with the face of the take at each one's time; undefined sends each row at its own time. */
  readonly fps: number | undefined;
  /** Begins again at the end; the phone's clock runs on. */
  readonly loop: boolean;
  readonly signal: AbortSignal;
  /** Sends to who asks for frames at that port, as long as they ask, and to nobody else. */
  readonly isAsked?: boolean;
  /** What the network does to packets; nothing by default. */
  readonly faults?: NetworkFaults;
  /** Chance of the faults. */
  readonly seed?: number;
  readonly clock?: Clock;
}

export interface Playback {
  /** Frames that were sent. */
  readonly packets: number;
  /** From the first packet to the last. */
  readonly seconds: number;
}

/**
 * Plays a take as a phone would send it, until its end or until aborted. Each frame has its moment on the clock, so that
 * delays do not add up; one that is late goes out at once.
 * @throws MimesisError `io` where the host is unknown or cannot be sent to, `usage` where a name is too long
 */
export async function playTake(options: SimulatedPhoneOptions): Promise<Playback> {
  const { take, protocol, deviceId, subject, port, signal, faults = GOOD_NETWORK, seed = 1 } = options;
  const { clock = systemClock } = options;
  const { address } = await reaching(options, lookup(options.host, 4));
  const encode = createFrameEncoder(protocol);
  const frame = Object.assign(createCaptureFrame(), { deviceId, subject });
  // VTube Studio counts from 1970, the others as the take does: from midnight.
  const begun = protocol === 'vts' ? Date.now() / 1000 : (take.times[0] ?? 0);
  const lease = options.isAsked ? await reaching(options, openLeasedPhone(port, address, clock)) : undefined;
  const targets = lease ? lease.targets : () => [{ address, port }];
  const socket = createSocket('udp4');
  let sending: Promise<void> = Promise.resolve();
  const network = new BadNetwork(faults, seed, clock, (packet) => {
    const sends = targets().map((target) => send(socket, packet, target.port, target.address));
    sending = Promise.all([sending, ...sends]).then(() => {});
    // It is waited for below; a packet that is held up may fail before that.
    sending.catch(() => {});
  });
  let frames = 0;
  let first = 0;
  let last = 0;
  try {
    for (const { takeSeconds, playSeconds } of packetTimes(options)) {
      const wait = frames === 0 ? 0 : first + playSeconds - clock.nowSeconds();
      // A socket often sends at once: who is late for long would keep everything else waiting.
      await (wait > 0 ? clock.sleep(wait, signal) : giveWay());
      if (signal.aborted) break;
      sampleTake(take, takeSeconds, frame);
      frame.timeSeconds = begun + playSeconds;
      last = clock.nowSeconds();
      if (frames === 0) first = last;
      for (const packet of encode(frame, playSeconds)) network.send(packet);
      await reaching(options, sending);
      frames += 1;
    }
    if (!signal.aborted) network.flush();
    await reaching(options, sending);
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    socket.close();
    lease?.close();
  }
  return { packets: frames, seconds: last - first };
}

/** Place in the take and time since the first packet, both in seconds, of each packet. */
type PacketTimes = Generator<{ takeSeconds: number; playSeconds: number }>;

/** How long a row is shown that has none after it to tell. */
const LONE_ROW_SECONDS = 1 / 60;

function packetTimes({ take: { times }, fps, loop }: SimulatedPhoneOptions): PacketTimes {
  const span = (times.at(-1) ?? 0) - (times[0] ?? 0);
  const round = span + (span > 0 ? span / (times.length - 1) : LONE_ROW_SECONDS);
  return fps === undefined
    ? rowTimes(times, round, loop)
    : evenTimes(times, round, loop ? undefined : span, fps);
}

function* rowTimes(times: Float64Array, round: number, loop: boolean): PacketTimes {
  const start = times[0] ?? 0;
  for (let begun = 0; begun === 0 || loop; begun += round) {
    for (const time of times) yield { takeSeconds: time, playSeconds: begun + time - start };
  }
}

function* evenTimes(times: Float64Array, round: number, end: number | undefined, fps: number): PacketTimes {
  const start = times[0] ?? 0;
  for (let packet = 0; end === undefined || packet / fps <= end; packet++) {
    const playSeconds = packet / fps;
    yield { takeSeconds: start + (playSeconds % round), playSeconds };
  }
}

function send(socket: Socket, packet: Uint8Array, port: number, address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.send(packet, port, address, (error) => (error ? reject(error) : resolve()));
  });
}

async function reaching<Result>({ host, port }: { host: string; port: number }, work: Promise<Result>) {
  try {
    return await work;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new MimesisError('io', `Nothing can be sent to ${host}:${port}: ${reason}.`, { cause });
  }
}

import { createSocket, type Socket } from 'node:dgram';
import { lookup } from 'node:dns/promises';
import { createCaptureFrame, encodeLiveLinkFace, type FaceTake, sampleTake } from '#shared/capture/index.ts';
import { MimesisError } from '#shared/contract/index.ts';
import { type Clock, systemClock } from './clock.ts';

export interface SimulatedPhoneOptions {
  readonly take: FaceTake;
  readonly deviceId: string;
  readonly subject: string;
  /** Where the packets go: name or IPv4 address, and UDP port. */
  readonly host: string;
  readonly port: number;
  /** Packets a second, with the face of the take at each one's time; undefined sends each row at its own time. */
  readonly fps: number | undefined;
  /** Begins again at the end; the phone's clock runs on. */
  readonly loop: boolean;
  readonly signal: AbortSignal;
  readonly clock?: Clock;
}

export interface Playback {
  readonly packets: number;
  /** From the first packet to the last. */
  readonly seconds: number;
}

/**
 * Plays a take as a phone with Live Link Face would send it, until its end or until aborted. Each packet has its moment
 * on the clock, so that delays do not add up; one that is late goes out at once.
 * @throws MimesisError `io` where the host is unknown or cannot be sent to, `usage` where a name is too long
 */
export async function playTake(options: SimulatedPhoneOptions): Promise<Playback> {
  const { take, deviceId, subject, port, signal, clock = systemClock } = options;
  const { address } = await reaching(options, lookup(options.host, 4));
  const frame = Object.assign(createCaptureFrame(), { deviceId, subject });
  const socket = createSocket('udp4');
  let packets = 0;
  let first = 0;
  let last = 0;
  try {
    for (const { takeSeconds, playSeconds } of packetTimes(options)) {
      const wait = packets === 0 ? 0 : first + playSeconds - clock.nowSeconds();
      if (wait > 0) await clock.sleep(wait, signal);
      if (signal.aborted) break;
      sampleTake(take, takeSeconds, frame);
      frame.timeSeconds = (take.times[0] ?? 0) + playSeconds;
      last = clock.nowSeconds();
      if (packets === 0) first = last;
      await reaching(options, send(socket, encodeLiveLinkFace(frame), port, address));
      packets += 1;
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    socket.close();
  }
  return { packets, seconds: last - first };
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

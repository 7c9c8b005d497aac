import { readFile } from 'node:fs/promises';
import { type FaceTake, readLiveLinkFaceCsv, VTUBE_STUDIO_PHONE_PORT } from '#shared/capture/index.ts';
import { MimesisError } from '#shared/contract/index.ts';
import { decodeText } from '#shared/formats/index.ts';
import {
  DEFAULT_PORTS,
  deviceIdOf,
  openRemotePhone,
  playTake,
  SIMULATED_PROTOCOLS,
  type SimulatedProtocol,
} from '../host/capture/index.ts';
import { readArguments, readCount, userPath } from './arguments.ts';
import { log, print } from './output.ts';

const HELP = `Usage: mimesis simulate phone --take FILE.csv [options]

Plays a take of Live Link Face as a phone would send it.

  --protocol NAME llf Live Link Face (default), ifm iFacialMocap, fm3d Facemotion3d, vts VTube Studio, vmc VMC,
                  arkit arkit_data
  --host HOST     where to send to (default: 127.0.0.1, this computer)
  --port N        UDP port (default: that of the protocol)
  --fps N         frames a second, between rows in a straight line (default: each row at its own time)
  --subject NAME  name of the phone (default: Simulated phone)
  --subjects N    so many phones at once, numbered (default: 1)
  --asked         waits at HOST and port to be asked for frames, as VTube Studio does (default port: 21412)
  --remote PORT   takes commands as Live Link Face does over OSC, at HOST and that UDP port (8000 in the app)
  --loop          begin again at the end, until Ctrl+C

What a network does to packets, the same each time:
  --loss SHARE    of the packets that never arrive, 0 to 1
  --jitter MS     longest time that a packet is held up
  --reorder SHARE of the packets that the next one overtakes, 0 to 1
  --seed N        other packets (default: 1)`;

/** Above any phone, below what floods a network. */
const MAX_FPS = 1000;
const MAX_PORT = 65_535;
const MAX_SUBJECTS = 100;
const MAX_JITTER_MS = 10_000;

/** `mimesis simulate phone`. */
export async function simulate(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, {
    protocol: { type: 'string', default: 'llf' },
    take: { type: 'string' },
    host: { type: 'string', default: '127.0.0.1' },
    port: { type: 'string' },
    fps: { type: 'string' },
    subject: { type: 'string', default: 'Simulated phone' },
    subjects: { type: 'string', default: '1' },
    loss: { type: 'string', default: '0' },
    jitter: { type: 'string', default: '0' },
    reorder: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    asked: { type: 'boolean', default: false },
    remote: { type: 'string' },
    loop: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  });
  if (values.help) {
    print(HELP);
    return 0;
  }
  if (positionals.join(' ') !== 'phone' || values.take === undefined) {
    throw new MimesisError(
      'usage',
      'Say what to simulate (phone) and which take to play (--take FILE.csv).',
      { remedy: 'mimesis simulate --help' },
    );
  }
  const { host, subject, loop } = values;
  const protocol = readProtocol(values.protocol);
  const port =
    values.port === undefined
      ? values.asked
        ? VTUBE_STUDIO_PHONE_PORT
        : DEFAULT_PORTS[protocol]
      : readCount(values.port, '--port', 1, MAX_PORT);
  const fps = values.fps === undefined ? undefined : readCount(values.fps, '--fps', 1, MAX_FPS);
  if (values.asked && (protocol !== 'vts' || values.subjects !== '1')) {
    throw new MimesisError('usage', '--asked is of one phone with VTube Studio.', {
      remedy: 'Use --protocol vts.',
    });
  }
  const subjects = readCount(values.subjects, '--subjects', 1, MAX_SUBJECTS);
  const seed = readCount(values.seed, '--seed', 0, 0xffff);
  const faults = {
    loss: readShare(values.loss, '--loss'),
    jitterSeconds: readCount(values.jitter, '--jitter', 0, MAX_JITTER_MS) / 1000,
    reorder: readShare(values.reorder, '--reorder'),
  };
  const remotePort =
    values.remote === undefined ? undefined : readCount(values.remote, '--remote', 1, MAX_PORT);
  if (remotePort !== undefined && (protocol !== 'llf' || subjects > 1)) {
    throw new MimesisError('usage', '--remote is of one phone with Live Link Face.', {
      remedy: 'Use --protocol llf, and one subject.',
    });
  }
  const take = await readTake(userPath(values.take));

  const interrupted = new AbortController();
  const interrupt = (): void => interrupted.abort();
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  const names = Array.from({ length: subjects }, (_, i) =>
    subjects === 1 ? subject : `${subject} ${i + 1}`,
  );
  const remote =
    remotePort === undefined
      ? undefined
      : await openRemotePhone({
          address: host,
          port: remotePort,
          onCommand: (command) => log(`Told: ${command}`),
        });
  log(`Playing ${values.take} as "${names.join('", "')}" to ${host}:${port}. Press Ctrl+C to end it.`);
  const playbacks = await Promise.all(
    names.map((name, i) =>
      playTake({
        protocol,
        take,
        deviceId: deviceIdOf(name),
        subject: name,
        host,
        port,
        fps,
        loop,
        faults,
        isAsked: values.asked,
        seed: seed + i,
        signal: interrupted.signal,
      }),
    ),
  );
  await remote?.close();
  const packets = playbacks.reduce((sum, playback) => sum + playback.packets, 0);
  const seconds = Math.max(...playbacks.map((playback) => playback.seconds));
  const rate = packets > subjects ? (packets - subjects) / seconds : packets;
  print(`${packets} packets in ${seconds.toFixed(1)} s: ${rate.toFixed(1)} packets/s.`);
  return 0;
}

function readProtocol(name: string): SimulatedProtocol {
  const protocol = SIMULATED_PROTOCOLS.find((each) => each === name);
  if (protocol) return protocol;
  throw new MimesisError('usage', `There is no protocol "${name}".`, {
    remedy: `Use --protocol ${SIMULATED_PROTOCOLS.join(', ')}.`,
  });
}

function readShare(text: string, name: string): number {
  const share = Number(text);
  if (text.trim() !== '' && share >= 0 && share <= 1) return share;
  throw new MimesisError('usage', `${name} must be a number from 0 to 1, not "${text}".`);
}

async function readTake(path: string): Promise<FaceTake> {
  const content = await readFile(path).catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new MimesisError('missing_file', `The take cannot be read: ${reason}.`, { cause });
  });
  return readLiveLinkFaceCsv(decodeText(content).text);
}

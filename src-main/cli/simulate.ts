import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type FaceTake, readLiveLinkFaceCsv } from '#shared/capture/index.ts';
import { MimesisError } from '#shared/contract/index.ts';
import { decodeText } from '#shared/formats/index.ts';
import { playTake } from '../host/capture/index.ts';
import { readArguments, readCount, userPath } from './arguments.ts';
import { log, print } from './output.ts';

const HELP = `Usage: mimesis simulate phone --take FILE.csv [options]

Plays a take of Live Link Face as the phone would send it.

  --protocol llf  Live Link Face, packet version 6 (the only one so far)
  --host HOST     where to send to (default: 127.0.0.1, this computer)
  --port N        UDP port (default: 11111)
  --fps N         packets a second, between rows in a straight line (default: each row at its own time)
  --subject NAME  name of the phone (default: Simulated phone)
  --loop          begin again at the end, until Ctrl+C`;

/** Above any phone, below what floods a network. */
const MAX_FPS = 1000;
const MAX_PORT = 65_535;

/** `mimesis simulate phone`. */
export async function simulate(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, {
    protocol: { type: 'string', default: 'llf' },
    take: { type: 'string' },
    host: { type: 'string', default: '127.0.0.1' },
    port: { type: 'string', default: '11111' },
    fps: { type: 'string' },
    subject: { type: 'string', default: 'Simulated phone' },
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
      {
        remedy: 'mimesis simulate --help',
      },
    );
  }
  if (values.protocol !== 'llf') {
    throw new MimesisError('usage', `There is no protocol "${values.protocol}".`, {
      remedy: 'Use --protocol llf.',
    });
  }
  const { host, subject, loop } = values;
  const port = readCount(values.port, '--port', 1, MAX_PORT);
  const fps = values.fps === undefined ? undefined : readCount(values.fps, '--fps', 1, MAX_FPS);
  const take = await readTake(userPath(values.take));

  const interrupted = new AbortController();
  const interrupt = (): void => interrupted.abort();
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  log(`Playing ${values.take} as "${subject}" to ${host}:${port}. Press Ctrl+C to end it.`);
  const { packets, seconds } = await playTake({
    take,
    deviceId: deviceIdOf(subject),
    subject,
    host,
    port,
    fps,
    loop,
    signal: interrupted.signal,
  });
  const rate = packets > 1 ? (packets - 1) / seconds : packets;
  print(`${packets} packets in ${seconds.toFixed(1)} s: ${rate.toFixed(1)} packets/s.`);
  return 0;
}

async function readTake(path: string): Promise<FaceTake> {
  const content = await readFile(path).catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new MimesisError('missing_file', `The take cannot be read: ${reason}.`, { cause });
  });
  return readLiveLinkFaceCsv(decodeText(content).text);
}

/** The same name is the same phone each time, as a real one keeps its id. In the form of a UUID. */
function deviceIdOf(subject: string): string {
  const hex = createHash('sha256').update(subject).digest('hex').toUpperCase();
  return hex.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, type TestContext } from 'vitest';
import { CAPTURE_CHANNELS, createPhoneAnswerReader, encodePhoneCommand } from '#shared/capture/index.ts';
import { freeUdpPort } from '../../scripts/testing/freeUdpPort.ts';
import { type CliOutcome, CliProcess, runCli } from '../../scripts/testing/runCli.ts';
import { requireShared } from '../../scripts/testing/shared.ts';
import { temporaryFolder } from '../../scripts/testing/temporaryFolder.ts';
import { armForTest } from '../host/capture/testing/armForTest.ts';
import { openPhone } from '../host/capture/testing/openPhone.ts';

/** The first rows of the real take as a file, and as records of text by name. */
function excerpt(context: TestContext, count: number) {
  const [header = '', ...lines] = readFileSync(requireShared(context, 'takes/face-rom.csv'), 'utf8').split(
    '\n',
  );
  const file = join(temporaryFolder(), 'face-rom.csv');
  writeFileSync(file, [header, ...lines.slice(0, count)].join('\n'));
  const names = header.split(',');
  const rows = lines
    .slice(0, count)
    .map((line) => Object.fromEntries(line.split(',').map((field, column) => [names[column] ?? '', field])));
  return { file, rows };
}

const simulate = (file: string, port: number, ...more: string[]): string[] => [
  ...['simulate', 'phone', '--protocol', 'llf', '--take', file, '--host', '127.0.0.1', '--port', `${port}`],
  ...more,
];

/** What the summary says. */
function summaryOf({ stdout }: CliOutcome) {
  const [, packets, seconds, rate] =
    /^(\d+) packets in ([\d.]+) s: ([\d.]+) packets\/s\.\n$/.exec(stdout) ?? [];
  return { packets: Number(packets), seconds: Number(seconds), rate: Number(rate) };
}

describe('mimesis simulate phone', () => {
  it('sends each row of a real take, each value under its name, at the time of its row', async (context) => {
    const { file, rows } = excerpt(context, 60);
    const { capture, portOf, frames, changes, until } = await armForTest();
    const outcome = await runCli(simulate(file, portOf('live_link_face'), '--subject', 'Ada'));
    await until(() => frames.length === rows.length);
    expect(outcome).toMatchObject({ exitCode: 0 });
    expect(summaryOf(outcome).packets).toBe(60);
    expect(summaryOf(outcome).seconds).toBeGreaterThanOrEqual(1.9);
    expect(changes[0]?.[0]).toMatchObject({
      subject: 'Ada',
      status: 'face',
      deviceId: expect.stringMatching(/^[0-9A-F-]{36}$/),
    });
    expect(capture.sockets()[0]).toMatchObject({ foreignPackets: 0, malformedPackets: 0 });

    for (const [index, row] of rows.entries()) {
      const frame = frames[index];
      const [hours, minutes, seconds, sixtieths] = (row['Timecode'] ?? '').split(':').map(Number);
      const time = (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0) + (sixtieths ?? 0) / 60;
      expect(frame?.timeSeconds).toBeCloseTo(time, 6);
      const sent = CAPTURE_CHANNELS.map((name) =>
        Math.fround(Number(row[name.charAt(0).toUpperCase() + name.slice(1)])),
      );
      expect([...(frame?.channels ?? [])]).toEqual(sent);
    }
  });

  it('sends as many packets a second as asked for', async (context) => {
    const { file } = excerpt(context, 31);
    const { portOf, frames, until } = await armForTest();
    const outcome = await runCli(simulate(file, portOf('live_link_face'), '--fps', '120'));
    // 31 rows at 30 a second last one second.
    expect(summaryOf(outcome).packets).toBe(120);
    await until(() => frames.length === 120);
    for (const [index, { timeSeconds }] of frames.entries()) {
      expect(timeSeconds - (frames[0]?.timeSeconds ?? 0)).toBeCloseTo(index / 120, 5);
    }
  });

  it('plays on in a loop until Ctrl+C, and then ends in order', async (context) => {
    if (process.platform === 'win32') context.skip('Windows has no SIGINT for other processes');
    const { file, rows } = excerpt(context, 5);
    const { portOf, frames, until } = await armForTest();
    const phone = new CliProcess(simulate(file, portOf('live_link_face'), '--loop'));
    await until(() => frames.length > 2 * rows.length);
    phone.kill('SIGINT');
    const outcome = await phone.ended;
    expect(outcome.exitCode).toBe(0);
    expect(summaryOf(outcome).packets).toBeGreaterThan(2 * rows.length);
    expect(frames[rows.length]?.channels).toEqual(frames[0]?.channels);
  });

  it('takes commands as the app does over OSC, and says which', async (context) => {
    const { file } = excerpt(context, 60);
    const { portOf } = await armForTest();
    const remote = await freeUdpPort();
    const phone = new CliProcess(
      simulate(file, portOf('live_link_face'), '--loop', '--remote', String(remote)),
    );
    const studio = await openPhone(remote);
    const answers: string[] = [];
    const read = createPhoneAnswerReader();
    studio.socket.on('message', (packet) => answers.push(...read(packet).map(({ answer }) => answer)));
    const { port } = studio.socket.address();
    await expect
      .poll(async () => {
        await studio.send(encodePhoneCommand({ command: 'setAnswerTarget', address: '127.0.0.1', port }));
        return answers;
      })
      .toContain('answerTargetSet');
    await studio.send(encodePhoneCommand({ command: 'startRecording', slate: 'HOUSE', take: 3 }));
    await expect.poll(() => answers).toContain('recordingStarted');
    phone.kill('SIGINT');
    expect((await phone.ended).stderr).toContain('Told: RecordStart HOUSE 3');
  });

  it.each<[string, string[], RegExp]>([
    ['no take', ['simulate', 'phone'], /--take/],
    [
      'another protocol',
      ['simulate', 'phone', '--take', 'x.csv', '--protocol', 'vrpn'],
      /no protocol "vrpn"/,
    ],
    [
      'a port that is none',
      ['simulate', 'phone', '--take', 'x.csv', '--port', '70000'],
      /--port .* to 65535/,
    ],
    [
      'a remote of another app',
      ['simulate', 'phone', '--take', 'x.csv', '--protocol', 'vts', '--remote', '8000'],
      /--remote is of one phone/,
    ],
    ['a take that is not there', ['simulate', 'phone', '--take', '/nowhere/x.csv'], /cannot be read.*ENOENT/],
    ['a take of another kind', ['simulate', 'phone', '--take', import.meta.filename], /^Line 1 of the take/],
  ])('refuses %s', async (_, args, message) => {
    const { exitCode, stdout, stderr } = await runCli(args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });
});

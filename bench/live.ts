import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import ownUserFolder from '../scripts/testing/ownUserFolder.ts';
import type { Benchmark, Figure } from './figure.ts';
import { startBenchHost } from './live/benchHost.ts';
import { measureEcho } from './live/echo.ts';
import { loadFaces, ownPerformance } from './live/faces.ts';
import { measureKills } from './live/kills.ts';
import { type Latency, measureLatency, noteArrivals } from './live/latency.ts';
import { LinkedStudio } from './live/linkedStudio.ts';
import { measureRecordingCost } from './live/recordingCost.ts';
import { measureTenPhones } from './live/tenPhones.ts';
import { percentile } from './percentile.ts';
import { openWindow } from './window.ts';

const SAMPLE_CLIPS = resolve(import.meta.dirname, '../resources/sample');
/** So many copies of the sample clips keep every core tracking for as long as is measured. */
const COPIES = 20;

/** Live capture: how fast faces get into the window, what ten phones and recording cost, what a kill leaves of a take. */
export const live: Benchmark = {
  name: 'live',
  async run() {
    if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
      throw new Error('a window needs a display: try xvfb-run -a npm run bench -- live');
    }
    const folder = mkdtempSync(join(tmpdir(), 'mimesis-bench-'));
    const leaveUserFolder = ownUserFolder();
    try {
      return [
        ...(await measureWindow(folder)),
        ...(await measureHost(folder)),
        ...(await measureKills(folder)),
      ];
    } finally {
      leaveUserFolder();
      rmSync(folder, { recursive: true, maxRetries: 5 });
    }
  },
};

async function measureWindow(folder: string): Promise<Figure[]> {
  const window = await openWindow(join(folder, 'window'), join(folder, 'profile'));
  const { page, capturePort } = window;
  try {
    await noteArrivals(page);
    await page.getByRole('button', { name: 'Arm capture' }).click();
    await page.getByText(`UDP port ${capturePort}`).first().waitFor();
    const faces = loadFaces();
    const one = await measureLatency(page, capturePort, { faces, phones: 1, afterSeconds: 0 });
    const own = await measureLatency(page, capturePort, {
      faces: ownPerformance(),
      phones: 1,
      afterSeconds: 100,
    });
    const ten = await measureLatency(page, capturePort, { faces, phones: 10, afterSeconds: 200 });
    const echoes = await measureEcho();
    const studio = await LinkedStudio.open(await studioUrl(page));
    await studio.ask('batch.start', { input: manyClips(folder) });
    const busy = await measureLatency(page, capturePort, { faces, phones: 1, afterSeconds: 300 });
    const { counts } = await studio.ask('workspace.read', {});
    studio.close();
    if (counts.processing === 0) throw new Error('the batch ended before what was measured beside it');
    return [
      ...latencyFigures('one_phone', one, 4, 1),
      ...latencyFigures('own_performance', own, 4, 1),
      ...latencyFigures('ten_phones', ten, 8),
      ...latencyFigures('beside_batch', busy, 12),
      { key: 'bare_echo_p50', value: percentile(echoes, 50), unit: 'ms' },
      { key: 'bare_echo_p99', value: percentile(echoes, 99), unit: 'ms' },
    ];
  } finally {
    await window.close();
  }
}

/** The address under which a window's page knows its host. */
function studioUrl(page: Awaited<ReturnType<typeof openWindow>>['page']): Promise<string> {
  return page.evaluate(async () => {
    const { address, token } = await (
      Reflect.get(globalThis, 'mimesis') as { hostAddress(): Promise<{ address: string; token: string }> }
    ).hostAddress();
    return `http://${address}/#token=${token}`;
  });
}

function manyClips(folder: string): string {
  const clips = join(folder, 'clips');
  mkdirSync(clips);
  for (const name of readdirSync(SAMPLE_CLIPS).filter((each) => each.endsWith('.mp4'))) {
    for (let i = 0; i < COPIES; i++) copyFileSync(join(SAMPLE_CLIPS, name), join(clips, `${i}-${name}`));
  }
  return clips;
}

async function measureHost(folder: string): Promise<Figure[]> {
  const host = await startBenchHost(join(folder, 'host'));
  try {
    return [...(await measureRecordingCost(host)), ...(await measureTenPhones(host))];
  } finally {
    await host.close();
  }
}

function latencyFigures(key: string, latency: Latency, p99: number, p50?: number): Figure[] {
  const { arrived, delivered, composed } = latency;
  return [
    { key: `${key}_arrived`, value: arrived, unit: 'share', target: { atLeast: 0.99 } },
    { key: `${key}_delivered_p50`, value: percentile(delivered, 50), unit: 'ms' },
    { key: `${key}_delivered_p99`, value: percentile(delivered, 99), unit: 'ms' },
    {
      key: `${key}_composed_p50`,
      value: percentile(composed, 50),
      unit: 'ms',
      ...(p50 !== undefined && { target: { atMost: p50 } }),
    },
    { key: `${key}_composed_p99`, value: percentile(composed, 99), unit: 'ms', target: { atMost: p99 } },
  ];
}

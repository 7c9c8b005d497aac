import { setTimeout as sleep } from 'node:timers/promises';
import { playTake } from '../../src-main/host/capture/index.ts';
import type { Figure } from '../figure.ts';
import { percentile } from '../percentile.ts';
import type { BenchHost } from './benchHost.ts';
import { loadFaces } from './faces.ts';
import { FPS } from './sendFaces.ts';

const PAIRS = 12;
const SECONDS = 8;
const WARM_UP_SECONDS = 10;

/** What recording takes of the host's processor time beside capture alone, in turns of which one records. */
export async function measureRecordingCost({ studio, inspector, port }: BenchHost): Promise<Figure[]> {
  const ended = new AbortController();
  const phone = playTake({
    protocol: 'llf',
    take: loadFaces(),
    deviceId: '00000000-0000-4000-8000-000000000000',
    subject: 'Recorded',
    host: '127.0.0.1',
    port,
    fps: FPS,
    loop: true,
    signal: ended.signal,
  });
  const turn = async (takeNumber: number | undefined): Promise<number> => {
    if (takeNumber !== undefined) await studio.ask('recording.start', { slate: 'Bench', takeNumber });
    const before = await inspector.cpuSeconds();
    const begun = performance.now();
    await sleep(SECONDS * 1000);
    const share = ((await inspector.cpuSeconds()) - before) / ((performance.now() - begun) / 1000);
    if (takeNumber !== undefined) await studio.ask('recording.stop', {});
    return share;
  };
  await sleep(WARM_UP_SECONDS * 1000);
  const without: number[] = [];
  const differences: number[] = [];
  for (let pair = 0; pair < PAIRS; pair++) {
    // Which of the two comes first changes from pair to pair, so that what drifts favours neither.
    const first = await turn(pair % 2 === 0 ? undefined : pair);
    const second = await turn(pair % 2 === 0 ? pair : undefined);
    const [bare, recorded] = pair % 2 === 0 ? [first, second] : [second, first];
    without.push(bare);
    differences.push(recorded - bare);
  }
  ended.abort();
  await phone;
  return [
    { key: 'capture_cpu_1_phone', value: 100 * percentile(without, 50), unit: '% of one core' },
    { key: 'recording_cpu_added_p50', value: 100 * percentile(differences, 50), unit: '% of one core' },
    {
      key: 'recording_cpu_added_per_frame',
      value: (percentile(differences, 50) / FPS) * 1e6,
      unit: 'us',
    },
  ];
}

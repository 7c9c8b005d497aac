import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { killRecording } from '../../src-main/host/takes/testing/killRecording.ts';
import { createRandom } from '../../src-shared/face/index.ts';
import type { Figure } from '../figure.ts';

const KILLS = 200;
const LONGEST_SECONDS = 1.5;

/** Kills recordings at random moments, and opens what is left of each as the next start does. */
export async function measureKills(folder: string): Promise<Figure[]> {
  const random = createRandom(1);
  let unreadable = 0;
  let wrong = 0;
  let oldestLostSeconds = 0;
  for (let i = 0; i < KILLS; i++) {
    const own = mkdtempSync(join(folder, 'killed-'));
    const killed = await killRecording(own, random.next() * LONGEST_SECONDS);
    rmSync(own, { recursive: true });
    // A take that was killed within its first frames may hold none; it is there, and can be opened.
    if (killed.recovered.length !== 1) unreadable += 1;
    wrong += killed.wrong;
    oldestLostSeconds = Math.max(oldestLostSeconds, killed.oldestLostSeconds);
  }
  return [
    { key: 'kills', value: KILLS, unit: 'recordings' },
    { key: 'kills_unreadable', value: unreadable, unit: 'takes', target: { atMost: 0 } },
    { key: 'kills_wrong_frames', value: wrong, unit: 'frames', target: { atMost: 0 } },
    { key: 'kills_oldest_lost', value: oldestLostSeconds * 1000, unit: 'ms', target: { atMost: 250 } },
  ];
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  CAPTURE_CHANNEL_COUNT,
  LIVE_LINK_FACE_CSV_HEADER,
  liveLinkFaceCsvRow,
} from '#shared/capture/index.ts';
import { ffmpeg } from '../../../../scripts/testing/clips.ts';

/** A CSV file of Live Link Face: at each of these times since midnight a face, all of whose values are its number. */
export function phoneCsv(times: readonly number[]): string {
  const values = new Float32Array(CAPTURE_CHANNEL_COUNT);
  const rows = times.map((time, i) => liveLinkFaceCsvRow(time, values.fill(i / 100), true));
  return [LIVE_LINK_FACE_CSV_HEADER, ...rows].join('');
}

/** Half a second of a face at 60 frames a second, from 10:00 on. */
export const PHONE_TIMES = Array.from({ length: 30 }, (_, i) => 36_000 + i / 60);

/** Half a second of a test picture, with or without a tone. */
function makeMov(target: string, { hasSound }: { hasSound: boolean }): void {
  const picture = ['-f', 'lavfi', '-i', 'testsrc2=size=64x48:rate=30'];
  const sound = hasSound ? ['-f', 'lavfi', '-i', 'sine=frequency=440:sample_rate=44100', '-c:a', 'aac'] : [];
  ffmpeg(...picture, ...sound, '-t', '0.5', '-c:v', 'mpeg4', target);
}

/**
 * A take as a phone leaves it: description, face, and a video that begins 0.25 s before the face.
 * @returns the folder
 */
export function makePhoneFolder(parent: string, { hasSound = true } = {}): string {
  const folder = join(parent, '20260301_Monolog_4');
  mkdirSync(folder);
  const stem = join(folder, 'Monolog_4_Ada');
  writeFileSync(`${stem}.csv`, phoneCsv(PHONE_TIMES));
  makeMov(`${stem}.mov`, { hasSound });
  const about = {
    slate: 'Monolog',
    take: 4,
    subject: 'Ada',
    deviceModel: 'iPhone13,3',
    appVersion: 'v1.4.0',
  };
  writeFileSync(join(folder, 'take.json'), JSON.stringify({ ...about, date: '2026-03-01T10:00:00Z' }));
  writeFileSync(join(folder, 'video_metadata.json'), JSON.stringify({ FrameRate: 60 }));
  writeFileSync(join(folder, 'frame_log.csv'), 'V,0,1000,60,09:59:59:45.000,0\n');
  writeFileSync(join(folder, '._Monolog_4_Ada.csv'), new Uint8Array(120));
  return folder;
}

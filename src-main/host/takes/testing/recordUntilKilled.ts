import { openSync, writeSync } from 'node:fs';
import { CAPTURE_CHANNELS, createCaptureFrame } from '#shared/capture/index.ts';
import { TakeWriter } from '../takeWriter.ts';
import { KILLED_RECORDING, nowSeconds } from './killRecording.ts';
import { testHeader, testSubject } from './recording.ts';

/**
 * Records three people at 60 frames a second until it is killed. Each frame that was taken is noted in a log beside the
 * take, straight to the system, which keeps it when this process dies.
 */
const [takesFolder = '', logPath = ''] = process.argv.slice(2);
const log = openSync(logPath, 'w');
const note = new Float64Array(3);
const frame = Object.assign(createCaptureFrame(), { isTimed: true, faceFound: true });

const startedAtHostSeconds = nowSeconds();
const writer = await TakeWriter.start(takesFolder, { ...testHeader, startedAtHostSeconds });
for (let subject = 0; subject < KILLED_RECORDING.subjects; subject++) {
  writer.addSubject({ ...testSubject(`Actor ${subject}`), face: { channels: [...CAPTURE_CHANNELS] } });
}
const sound = await writer.addAudio({ sampleRate: 48_000, channels: 1, sampleFormat: 'int16' });
const samples = new Uint8Array(2 * 480);

let taken = 0;
setInterval(() => {
  const now = nowSeconds() - startedAtHostSeconds;
  writer.appendMedium(sound, samples, now);
  for (; taken <= now * KILLED_RECORDING.framesPerSecond; taken++) {
    frame.timeSeconds = taken / KILLED_RECORDING.framesPerSecond;
    frame.channels.fill(taken);
    for (let subject = 0; subject < KILLED_RECORDING.subjects; subject++) {
      writer.take(subject, frame, now);
      note.set([subject, taken, nowSeconds()]);
      writeSync(log, note);
    }
  }
}, 4);

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { ffmpeg } from '../../scripts/testing/clips.ts';

/** A microphone that hears a click each half second, and a camera that sees a flash each second; nobody is asked. */
export function fakeDevices(folder: string): string[] {
  const [sound, picture] = [join(folder, 'clicks.wav'), join(folder, 'flashes.mjpeg')];
  writeFileSync(sound, clicks());
  ffmpeg(
    ...['-f', 'lavfi', '-i', 'color=black:size=320x240:rate=30:duration=10'],
    ...['-vf', "drawbox=color=white:t=fill:enable='lt(mod(t,1),0.09)'", '-q:v', '3', picture],
  );
  return [
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-audio-capture=${sound}`,
    `--use-file-for-fake-video-capture=${picture}`,
  ];
}

const RATE = 48_000;
const CLICK_SAMPLES = RATE / 200;

/** 10 s of 16-bit sound of one channel. */
function clicks(): Buffer {
  const samples = Int16Array.from({ length: 10 * RATE }, (_, i) =>
    i % (RATE / 2) < CLICK_SAMPLES ? (i % 2 === 0 ? 20_000 : -20_000) : 0,
  );
  const head = Buffer.alloc(44);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(36 + samples.byteLength, 4);
  head.write('WAVEfmt ', 8, 'latin1');
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(RATE, 24);
  head.writeUInt32LE(2 * RATE, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(samples.byteLength, 40);
  return Buffer.concat([head, Buffer.from(samples.buffer)]);
}

/** Chooses the first device in the view *Capture*. */
export async function chooseDevice(page: Page, label: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).click();
  await page.getByRole('option').nth(1).click();
}

/** From now on the page's streams are kept where `markEach` finds them. */
export async function watchStreams(page: Page): Promise<void> {
  await page.evaluate(`
    globalThis.openedTracks = [];
    const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (wishes) => {
      const stream = await open(wishes);
      openedTracks.push(...stream.getTracks());
      return stream;
    };
  `);
}

/** In the page: the key that sets a marker, and the device that is recorded. */
const MARK = `
  let lastMs = 0;
  const mark = () => {
    if (performance.now() - lastMs > 300) dispatchEvent(new KeyboardEvent('keydown', { key: 'm' }));
    lastMs = performance.now();
  };
  const trackOf = (kind) => openedTracks.findLast((track) => track.kind === kind && track.readyState === 'live').clone();
`;

/**
 * Presses the key that sets a marker whenever the page is given a click by the very microphone that is recorded: a second
 * way to know when that was, by the host's own clock.
 */
export async function markEachClick(page: Page): Promise<void> {
  await page.evaluate(`{${MARK}
    const reader = new MediaStreamTrackProcessor({ track: trackOf('audio') }).readable.getReader();
    const samples = new Float32Array(48_000);
    const listen = async () => {
      for (;;) {
        const { value } = await reader.read();
        value.copyTo(samples, { planeIndex: 0, format: 'f32-planar' });
        if (samples.subarray(0, value.numberOfFrames).some((sample) => Math.abs(sample) > 0.3)) mark();
        value.close();
      }
    };
    void listen();
  }`);
}

/** The same for each flash that the camera sees. */
export async function markEachFlash(page: Page): Promise<void> {
  await page.evaluate(`{${MARK}
    const video = document.createElement('video');
    video.muted = true;
    video.srcObject = new MediaStream([trackOf('video')]);
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    const look = () => {
      canvas.drawImage(video, 0, 0, 1, 1);
      if (canvas.getImageData(0, 0, 1, 1).data[0] > 128) mark();
      video.requestVideoFrameCallback(look);
    };
    video.requestVideoFrameCallback(look);
    void video.play();
  }`);
}

import { describe, expect, it } from 'vitest';
import { CAPTURE_CHANNEL_COUNT, CAPTURE_CHANNELS, type FaceTake } from '#shared/capture/index.ts';
import { armForTest, type TestCapture } from '../testing/armForTest.ts';
import { ManualClock } from '../testing/manualClock.ts';
import { playTake } from './playTake.ts';

const JAW_OPEN = CAPTURE_CHANNELS.indexOf('jawOpen');

/** Rows at these times; the jaw is open as far as the row's place in the take. */
function takeOf(...times: number[]): FaceTake {
  const channels = new Float32Array(times.length * CAPTURE_CHANNEL_COUNT);
  for (const row of times.keys()) channels[row * CAPTURE_CHANNEL_COUNT + JAW_OPEN] = row / times.length;
  return { times: Float64Array.from(times), channels };
}

/** Plays into a receiver by a clock that moves as the phone sleeps. */
function play(
  { portOf }: TestCapture,
  take: FaceTake,
  {
    fps,
    signal,
    clock = new ManualClock(),
  }: { fps?: number; signal?: AbortSignal; clock?: ManualClock } = {},
) {
  return playTake({
    protocol: 'llf',
    take,
    deviceId: 'device',
    subject: 'Ada',
    host: 'localhost',
    port: portOf('live_link_face'),
    fps,
    loop: signal !== undefined,
    signal: signal ?? new AbortController().signal,
    clock,
  });
}

describe('a simulated phone', () => {
  it('sends each row of the take at its own time', async () => {
    const test = await armForTest();
    const playback = await play(test, takeOf(10, 10.25, 10.75, 11));
    await test.until(() => test.frames.length === 4);
    expect(playback).toEqual({ packets: 4, seconds: 1 });
    expect(test.frames.map(({ timeSeconds }) => timeSeconds)).toEqual([10, 10.25, 10.75, 11]);
    expect(test.frames.map(({ channels }) => channels[JAW_OPEN])).toEqual([0, 0.25, 0.5, 0.75]);
  });

  it('sends at another rate without changing the speed of the take', async () => {
    const test = await armForTest();
    const playback = await play(test, takeOf(10, 10.5, 11, 11.5), { fps: 4 });
    await test.until(() => test.frames.length === 7);
    expect(playback).toEqual({ packets: 7, seconds: 1.5 });
    const jaw = test.frames.map(({ channels }) => channels[JAW_OPEN]);
    expect(jaw).toEqual([0, 0.125, 0.25, 0.375, 0.5, 0.625, 0.75]);
  });

  it('does not let delays add up', async () => {
    const test = await armForTest();
    const times = Array.from({ length: 100 }, (_, i) => i / 32);
    const clock = new ManualClock({ oversleepSeconds: 0.004 });
    const { packets, seconds } = await play(test, takeOf(...times), { clock });
    expect(packets).toBe(100);
    expect(seconds).toBeCloseTo(99 / 32 + 0.004, 9);
  });

  it('begins again at the end when looped, its clock running on, until it is stopped', async () => {
    const test = await armForTest();
    const stop = new AbortController();
    const playing = play(test, takeOf(10, 10.5, 11), { signal: stop.signal });
    await test.until(() => test.frames.length >= 7);
    stop.abort();
    const { packets } = await playing;
    expect(packets).toBeGreaterThanOrEqual(7);
    const first = test.frames.slice(0, 7);
    expect(first.map(({ timeSeconds }) => timeSeconds)).toEqual([10, 10.5, 11, 11.5, 12, 12.5, 13]);
    const third = Math.fround(1 / 3);
    const twoThirds = Math.fround(2 / 3);
    expect(first.map(({ channels }) => channels[JAW_OPEN])).toEqual([
      0,
      third,
      twoThirds,
      0,
      third,
      twoThirds,
      0,
    ]);
  });

  it('keeps an even rate over the end of a loop', async () => {
    const test = await armForTest();
    const stop = new AbortController();
    const playing = play(test, takeOf(10), { signal: stop.signal, fps: 40 });
    await test.until(() => test.frames.length >= 5);
    stop.abort();
    await playing;
    const times = test.frames.slice(0, 5).map(({ timeSeconds }) => timeSeconds);
    for (const [index, time] of times.entries()) expect(time).toBeCloseTo(10 + index / 40, 6);
  });

  it('sends nothing once it is stopped', async () => {
    const test = await armForTest();
    expect(await play(test, takeOf(1, 2), { signal: AbortSignal.abort() })).toEqual({
      packets: 0,
      seconds: 0,
    });
  });
});

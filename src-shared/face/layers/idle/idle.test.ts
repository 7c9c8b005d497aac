import { describe, expect, it } from 'vitest';
import { createRandom } from '../../random/index.ts';
import { createBlinks } from './blinks.ts';
import { createBreath } from './breath.ts';
import { createGaze } from './gaze.ts';

const FRAME = 1 / 240;
const HOUR = 3600 / FRAME;

describe('blinks', () => {
  it.each([1, 2, 17, 26, 40, 60])('come as often as they are asked for: %d a minute', (blinksPerMinute) => {
    const blinks = createBlinks(createRandom(3), () => ({ blinksPerMinute, doubleBlinkShare: 0.12 }));
    let count = 0;
    let last = 0;
    for (let i = 0; i < 10_000 * 60; i++) {
      const lids = blinks.step(1 / 60);
      if (last === 0 && lids > 0) count += 1;
      last = lids;
    }
    expect(count / (10_000 / 60) / blinksPerMinute).toBeGreaterThan(0.9);
    expect(count / (10_000 / 60) / blinksPerMinute).toBeLessThan(1.1);
  });

  it('come once where one is asked for and none by themselves', () => {
    for (let seed = 0; seed < 40; seed++) {
      const blinks = createBlinks(createRandom(seed), () => ({ blinksPerMinute: 0, doubleBlinkShare: 0.5 }));
      blinks.blink();
      let count = 0;
      let last = 0;
      for (let i = 0; i < 600; i++) {
        const lids = blinks.step(1 / 60);
        if (last === 0 && lids > 0) count += 1;
        last = lids;
      }
      expect(count).toBe(1);
    }
  });

  it('come 15 to 20 times a minute, fall in 70 to 90 ms and rise in 150 to 200 ms, and shut the eye', () => {
    const blinks = createBlinks(createRandom(3), () => ({ blinksPerMinute: 17, doubleBlinkShare: 0.12 }));
    const starts: number[] = [];
    const falls: number[] = [];
    const rises: number[] = [];
    let last = 0;
    let shutAt = 0;
    let openedAt = 0;
    for (let i = 0; i < HOUR; i++) {
      const time = i * FRAME;
      const lids = blinks.step(FRAME);
      if (last === 0 && lids > 0) starts.push(time);
      if (last < 1 && lids === 1) {
        shutAt = time;
        falls.push(time - (starts.at(-1) ?? 0));
      }
      if (last === 1 && lids < 1) openedAt = time;
      if (last > 0 && lids === 0) rises.push(time - openedAt);
      last = lids;
    }
    expect(shutAt).toBeGreaterThan(0);
    expect(starts.length / 60).toBeGreaterThan(15);
    expect(starts.length / 60).toBeLessThan(20);
    expect(falls.length).toBe(rises.length);
    for (const fall of falls) {
      expect(fall).toBeGreaterThan(0.064);
      expect(fall).toBeLessThan(0.095);
    }
    for (const rise of rises) {
      expect(rise).toBeGreaterThan(0.14);
      expect(rise).toBeLessThan(0.205);
    }
    const gaps = starts.slice(1).map((start, i) => start - (starts[i] ?? 0));
    const pairs = gaps.filter((gap) => gap < 0.45).length / gaps.length;
    expect(pairs).toBeGreaterThan(0.05);
    expect(pairs).toBeLessThan(0.2);
  });

  it('come when asked for, and never where their rate is 0', () => {
    const blinks = createBlinks(createRandom(3), () => ({ blinksPerMinute: 0, doubleBlinkShare: 0 }));
    let most = 0;
    for (let i = 0; i < 60 / FRAME; i++) most = Math.max(most, blinks.step(FRAME));
    expect(most).toBe(0);
    blinks.blink();
    for (let i = 0; i < 1 / FRAME; i++) most = Math.max(most, blinks.step(FRAME));
    expect(most).toBe(1);
  });
});

describe('breathing', () => {
  it('goes in and out at its rate, in for two fifths of the time', () => {
    const breath = createBreath(createRandom(2), () => 14);
    let breaths = 0;
    let rising = 0;
    let largest = 0;
    let last = breath.step(FRAME);
    let wasRising = false;
    for (let i = 0; i < HOUR; i++) {
      const now = breath.step(FRAME);
      if (now > last) rising += 1;
      if (now > last && !wasRising) breaths += 1;
      wasRising = now > last;
      largest = Math.max(largest, Math.abs(now - last));
      last = now;
    }
    expect(largest).toBeLessThan(0.01);
    expect(breaths / 60).toBeGreaterThan(12);
    expect(breaths / 60).toBeLessThan(16);
    expect(rising / HOUR).toBeCloseTo(0.4, 1);
  });
});

describe('gaze', () => {
  const still = { saccadesPerMinute: 0, gazeSpreadRadians: 0 };

  it('jumps to a new point after about 200 ms, in the time of the main sequence', () => {
    const gaze = createGaze(createRandom(1), () => still);
    gaze.lookAt(0.35, 0);
    let time = 0;
    while (gaze.yaw === 0) {
      gaze.step(FRAME);
      time += FRAME;
    }
    expect(time).toBeGreaterThan(0.15);
    expect(time).toBeLessThan(0.25);
    let jump = 0;
    while (gaze.yaw < 0.35 - 1e-9) {
      gaze.step(FRAME);
      jump += FRAME;
    }
    // 20 degrees: 21 ms and 44 ms.
    expect(jump).toBeCloseTo(0.065, 1.5);
  });

  it('follows a point that moves slowly', () => {
    const gaze = createGaze(createRandom(1), () => still);
    let largest = 0;
    for (let i = 0; i < 2 / FRAME; i++) {
      const before = gaze.yaw;
      gaze.lookAt(0.1 * i * FRAME, 0);
      gaze.step(FRAME);
      largest = Math.max(largest, Math.abs(gaze.yaw - before));
    }
    expect(largest).toBeLessThan(0.002);
    expect(gaze.yaw).toBeCloseTo(0.2, 1);
  });

  it('looks around its point, and not far from it', () => {
    const gaze = createGaze(createRandom(6), () => ({ saccadesPerMinute: 45, gazeSpreadRadians: 0.06 }));
    let saccades = 0;
    let furthest = 0;
    let sum = 0;
    for (let i = 0; i < HOUR / 4; i++) {
      gaze.step(FRAME);
      if (gaze.jumped > 0.01) saccades += 1;
      sum += gaze.yaw;
      furthest = Math.max(furthest, Math.abs(gaze.yaw), Math.abs(gaze.pitch) + 0.25);
    }
    expect(furthest).toBeLessThanOrEqual(0.6);
    expect(saccades / 15).toBeGreaterThan(30);
    expect(saccades / 15).toBeLessThan(55);
    expect(Math.abs(sum / (HOUR / 4))).toBeLessThan(0.02);
  });
});

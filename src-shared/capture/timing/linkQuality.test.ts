import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LinkQuality } from './linkQuality.ts';

const FPS = 60;

/** Receives the frames of some seconds, of which those are missing that `isLost` names. */
function receive(seconds: number, isLost: (frame: number) => boolean, stepFrames = 1): LinkQuality {
  const quality = new LinkQuality();
  for (let i = 0; i < seconds * FPS; i += stepFrames) {
    if (!isLost(i)) quality.add(1000 + i / FPS, i / FPS, true);
  }
  return quality;
}

describe('loss', () => {
  it('is none where every frame comes, at 60 and at 30 a second', () => {
    expect(receive(10, () => false).loss(10)).toBe(0);
    expect(receive(10, () => false, 2).loss(10)).toBe(0);
  });

  it('is the share that is missing', () => {
    expect(receive(10, (i) => i % 20 === 7).loss(9.99)).toBeCloseTo(0.05, 2);
    expect(receive(10, (i) => i % 4 === 1).loss(9.99)).toBeCloseTo(0.25, 2);
  });

  it('takes back what turns out to be late', () => {
    const quality = new LinkQuality();
    for (let i = 0; i < 600; i++) {
      // Every tenth comes after the one that follows it.
      const made = i % 10 === 3 ? i + 1 : i % 10 === 4 ? i - 1 : i;
      quality.add(made / FPS, i / FPS, made >= i);
    }
    expect(quality.loss(9.99)).toBe(0);
  });

  it('is forgotten after ten seconds, and no pause of the sender', () => {
    const quality = receive(10, (i) => i % 2 === 1);
    for (let i = 0; i < 10 * FPS; i++) quality.add(1100 + i / FPS, 40 + i / FPS, true);
    expect(quality.loss(50)).toBe(0);
  });

  it('is a share, whatever the times are', () => {
    const moment = fc.record({
      sender: fc.double({ min: 0, max: 1e5, noNaN: true }),
      arrival: fc.double({ min: 0, max: 100, noNaN: true }),
      isNewest: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(moment, { maxLength: 100 }), (moments) => {
        const quality = new LinkQuality();
        for (const { sender, arrival, isNewest } of moments) {
          quality.add(sender, arrival, isNewest);
          expect(quality.loss(arrival)).toBeGreaterThanOrEqual(0);
          expect(quality.loss(arrival)).toBeLessThanOrEqual(1);
          expect(quality.jitterSeconds).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});

describe('jitter', () => {
  it('is none where frames come as evenly as they were made', () => {
    expect(receive(5, () => false).jitterSeconds).toBeCloseTo(0, 9);
  });

  it('is the mean difference of the times on the way', () => {
    const quality = new LinkQuality();
    for (let i = 0; i < 600; i++) quality.add(i / FPS, i / FPS + (i % 2) * 0.008, true);
    expect(quality.jitterSeconds).toBeCloseTo(0.008, 3);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_DELAY_SECONDS } from '../../contract/index.ts';
import { createCaptureFrame } from '../captureFrame.ts';
import { faceFrame } from '../testing/faceFrame.ts';
import { JitterBuffer } from './jitterBuffer.ts';

const FRAME_SECONDS = 1 / 60;
/** A phone's clock that is far from this computer's. */
const PHONE_SECONDS = 47_000;

function frameAt(timeSeconds: number, jawOpen = 0) {
  return Object.assign(faceFrame({ subject: 'Ada', timeSeconds }, { jawOpen }), { isTimed: true });
}

/** Everything that is due, as time and jaw. */
function drain(buffer: JitterBuffer, nowSeconds: number): number[] {
  const frame = createCaptureFrame();
  const times: number[] = [];
  while (buffer.pop(nowSeconds, frame)) times.push(frame.timeSeconds);
  return times;
}

describe('frames without a delay', () => {
  it('are due as they arrive', () => {
    const buffer = new JitterBuffer(0);
    expect(buffer.push(frameAt(PHONE_SECONDS), 5)).toBe('kept');
    expect(buffer.dueSeconds).toBe(5);
    expect(drain(buffer, 5)).toEqual([PHONE_SECONDS]);
    expect(buffer.dueSeconds).toBe(Number.POSITIVE_INFINITY);
  });

  it('are late where a newer one has been shown, and repeated where the same has', () => {
    const buffer = new JitterBuffer(0);
    buffer.push(frameAt(10), 0);
    drain(buffer, 0);
    expect(buffer.push(frameAt(10), 0.01)).toBe('repeated');
    expect(buffer.push(frameAt(10 - FRAME_SECONDS), 0.02)).toBe('late');
    expect(drain(buffer, 1)).toEqual([]);
  });

  it('have the time of arrival where their sender gives them none', () => {
    const buffer = new JitterBuffer(0);
    buffer.push(Object.assign(faceFrame(), { isTimed: false }), 7.25);
    expect(drain(buffer, 7.25)).toEqual([7.25]);
    expect(buffer.clockOffsetSeconds).toBe(0);
  });
});

describe('frames with a delay', () => {
  it('are shown as evenly as they were made, however unevenly they come', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 0.06, noNaN: true }), { minLength: 20, maxLength: 80 }),
        (delays) => {
          const buffer = new JitterBuffer(0.08);
          // The first packet is held up by nothing, so that the offset is known from the beginning.
          const arrivals = delays.map((delay, i) => ({ i, at: i * FRAME_SECONDS + (i === 0 ? 0 : delay) }));
          arrivals.sort((a, b) => a.at - b.at);
          const frame = createCaptureFrame();
          const shown: { time: number; at: number }[] = [];
          const showUntil = (seconds: number): void => {
            while (buffer.dueSeconds <= seconds) {
              const at = buffer.dueSeconds;
              buffer.pop(at, frame);
              shown.push({ time: frame.timeSeconds, at });
            }
          };
          for (const { i, at } of arrivals) {
            showUntil(at);
            expect(buffer.push(frameAt(PHONE_SECONDS + i * FRAME_SECONDS), at)).toBe('kept');
          }
          showUntil(1000);
          expect(shown).toHaveLength(delays.length);
          for (const [i, { time, at }] of shown.entries()) {
            expect(time).toBeCloseTo(PHONE_SECONDS + i * FRAME_SECONDS, 6);
            expect(at).toBeCloseTo(i * FRAME_SECONDS + 0.08, 6);
          }
        },
      ),
    );
  });

  it('go out early rather than fill memory', () => {
    const buffer = new JitterBuffer(MAX_DELAY_SECONDS);
    for (let i = 0; i < 500; i++) buffer.push(frameAt(10 + i / 10_000), 0);
    expect(drain(buffer, 0).length).toBeGreaterThan(400);
  });

  it('may be given another delay at any time, and come in order none the less', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ delay: fc.double({ min: 0, max: 0.1, noNaN: true }), held: fc.nat(5) }), {
          minLength: 10,
          maxLength: 60,
        }),
        (steps) => {
          const buffer = new JitterBuffer(0.05);
          let last = Number.NEGATIVE_INFINITY;
          for (const [i, { delay, held }] of steps.entries()) {
            buffer.delaySeconds = delay;
            const arrival = i * FRAME_SECONDS + held / 100;
            buffer.push(frameAt(10 + i * FRAME_SECONDS), arrival);
            for (const time of drain(buffer, arrival)) {
              expect(time).toBeGreaterThan(last);
              last = time;
            }
          }
        },
      ),
    );
  });
});

describe('the clock of a sender', () => {
  it('is followed as it drifts: after ten minutes at 200 ppm, frames are due within a millisecond of their time', () => {
    const buffer = new JitterBuffer(0.05);
    const frame = createCaptureFrame();
    let due = 0;
    const frames = 600 * 60;
    for (let i = 0; i < frames; i++) {
      const made = i * FRAME_SECONDS;
      buffer.push(frameAt(PHONE_SECONDS + made * (1 + 200e-6)), made + (i % 7) * 0.001);
      due = buffer.dueSeconds - made;
      buffer.pop(Number.POSITIVE_INFINITY, frame);
    }
    expect(Math.abs(due - 0.05)).toBeLessThan(0.0025);
  });

  it('may go past midnight, or be set back, and frames go on', () => {
    const buffer = new JitterBuffer(0);
    for (const [i, time] of [86_399.98, 86_399.99, 0.01, 0.02, 40_000, 39_000].entries()) {
      expect(buffer.push(frameAt(time), i)).toBe('kept');
      expect(drain(buffer, i)).toEqual([time]);
    }
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movedView, viewWith, wholeView, zoomedView } from './view.ts';

const END = 3600;
const anyView = fc
  .tuple(fc.double({ min: 0, max: END - 1, noNaN: true }), fc.double({ min: 0.2, max: END, noNaN: true }))
  .map(([fromSeconds, length]) => ({ fromSeconds, toSeconds: Math.min(END, fromSeconds + length) }));
const anyTime = fc.double({ min: 0, max: END, noNaN: true });

const expectInside = ({ fromSeconds, toSeconds }: { fromSeconds: number; toSeconds: number }): void => {
  expect(fromSeconds).toBeGreaterThanOrEqual(0);
  expect(toSeconds).toBeLessThanOrEqual(END + 1e-9);
  expect(toSeconds - fromSeconds).toBeGreaterThan(0.099);
};

describe('what is seen of a take', () => {
  it('never leaves the take, and never is nothing', () => {
    fc.assert(
      fc.property(anyView, fc.double({ min: 0.01, max: 100, noNaN: true }), anyTime, (view, factor, time) => {
        expectInside(zoomedView(view, factor, time, END));
        expectInside(movedView(view, time - END / 2, END));
        expectInside(viewWith(view, time, END));
      }),
    );
  });

  it('keeps the moment under the pointer in its place while it is zoomed', () => {
    const view = { fromSeconds: 1000, toSeconds: 1100 };
    const near = zoomedView(view, 0.5, 1025, END);
    expect(near).toEqual({ fromSeconds: 1012.5, toSeconds: 1062.5 });
    expect(zoomedView(near, 2, 1025, END)).toEqual(view);
  });

  it('goes a page on with what plays, and stays while that is seen', () => {
    const view = { fromSeconds: 10, toSeconds: 30 };
    expect(viewWith(view, 29, END)).toBe(view);
    expect(viewWith(view, 30.5, END)).toEqual({ fromSeconds: 29.5, toSeconds: 49.5 });
    fc.assert(
      fc.property(anyView, anyTime, (any, time) => {
        const { fromSeconds, toSeconds } = viewWith(any, time, END);
        expect(time).toBeGreaterThanOrEqual(fromSeconds - 1e-9);
        expect(time).toBeLessThanOrEqual(toSeconds + 1e-9);
      }),
    );
  });

  it('is something even of a take without length', () => {
    expect(wholeView(0)).toEqual({ fromSeconds: 0, toSeconds: 0.1 });
  });
});

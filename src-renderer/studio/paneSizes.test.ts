import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clampSize, PANE_LIMITS, readPaneSizes } from './paneSizes.ts';

const AT_FIRST = {
  left: PANE_LIMITS.left.initial,
  right: PANE_LIMITS.right.initial,
  phones: PANE_LIMITS.phones.initial,
  take: PANE_LIMITS.take.initial,
  isInspectorOpen: null,
  side: 'face',
};

describe('sizes of panes', () => {
  it('are as at first where none were stored, or what was stored cannot be read', () => {
    for (const stored of [null, '', '{', '7', '[]', '{"left":"wide"}']) {
      expect(readPaneSizes(stored)).toEqual(AT_FIRST);
    }
  });

  it('come back as they were stored, each by itself', () => {
    expect(readPaneSizes('{"left":300,"right":null,"isInspectorOpen":false}')).toEqual({
      ...AT_FIRST,
      left: 300,
      isInspectorOpen: false,
      side: 'face',
    });
  });

  it('stay within their limits', () => {
    fc.assert(
      fc.property(fc.constantFrom('left', 'right', 'phones'), fc.integer(), (pane, pixels) => {
        const size = clampSize(pane, pixels);
        expect(size).toBeGreaterThanOrEqual(PANE_LIMITS[pane].min);
        expect(size).toBeLessThanOrEqual(PANE_LIMITS[pane].max);
        expect(readPaneSizes(JSON.stringify({ [pane]: pixels }))[pane]).toBe(size);
      }),
    );
  });
});

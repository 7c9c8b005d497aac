import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changed, createHistory, redone, undone } from './history.ts';

const LATER = 10_000;

describe('a history', () => {
  it('goes back and forth through what was changed', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 40 }), (values) => {
        let history = createHistory(-1);
        for (const [i, value] of values.entries()) history = changed(history, value, 'slider', i * LATER);
        for (const value of [-1, ...values].slice(0, -1).reverse()) {
          history = undone(history);
          expect(history.present).toBe(value);
        }
        expect(undone(history)).toBe(history);
        for (const value of values) {
          history = redone(history);
          expect(history.present).toBe(value);
        }
        expect(redone(history)).toBe(history);
      }),
    );
  });

  it('takes a drag as one change', () => {
    let history = createHistory(0);
    for (let i = 1; i < 50; i++) history = changed(history, i, 'jaw', i * 16);
    expect(undone(history).present).toBe(0);
  });

  it('tells the changes of two controls apart, however fast they follow', () => {
    const history = changed(changed(createHistory(0), 1, 'jaw', 0), 2, 'brow', 1);
    expect(undone(history).present).toBe(1);
  });

  it('forgets what was undone once something else is changed', () => {
    const history = undone(changed(createHistory(0), 1, 'jaw', 0));
    expect(redone(changed(history, 2, 'jaw', LATER)).present).toBe(2);
  });
});

import { describe, expect, it } from 'vitest';
import { nextPane } from './nextPane.ts';

describe('F6', () => {
  it('goes from pane to pane and around the end', () => {
    expect([-1, 0, 1, 2].map((pane) => nextPane(pane, 3, false))).toEqual([0, 1, 2, 0]);
  });

  it('goes backwards with Shift', () => {
    expect([-1, 0, 1, 2].map((pane) => nextPane(pane, 3, true))).toEqual([2, 2, 0, 1]);
  });
});

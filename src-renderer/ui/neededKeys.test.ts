import { describe, expect, it } from 'vitest';
import { needsKey } from './neededKeys.ts';

const PLAYER_KEYS = [' ', 'j', 'k', 'l', 'i', 'o', ',', '.', 'ArrowLeft', 'Home', 'End'];
const needed = (role: string, isClicked = false): string[] =>
  PLAYER_KEYS.filter((key) => needsKey(role, key, isClicked));

describe('the keys that a widget needs', () => {
  it('are all of them where text is typed or a list is open', () => {
    for (const role of ['textbox', 'combobox', 'option', 'menuitem', 'dialog']) {
      expect(needed(role)).toEqual(PLAYER_KEYS);
    }
  });

  it('are the space bar for a button that the keyboard has reached, and none after a click', () => {
    expect(needed('button')).toEqual([' ']);
    expect(needed('button', true)).toEqual([]);
  });

  it('are those that move for a slider, and the space bar for a row of a list', () => {
    expect(needed('slider')).toEqual(['ArrowLeft', 'Home', 'End']);
    expect(needed('row')).toEqual([' ']);
  });

  it('are none for what is no widget', () => {
    expect(needed('')).toEqual([]);
    expect(needed('region')).toEqual([]);
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { Deck, evenTiming } from '../clock/index.ts';
import { actionOf, type KeyPress } from './shortcuts.ts';

const plain = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, repeat: false };
const deck = new Deck();
const press = (key: string, modifiers: Partial<KeyPress> = {}): void =>
  actionOf(deck, { ...plain, ...modifiers, key })?.();

describe('the keys that play', () => {
  beforeEach(() => {
    deck.load(evenTiming(25, 4));
    deck.seek(50);
  });

  it('step by a frame and by ten', () => {
    press('ArrowRight');
    press('.');
    expect(deck.playhead.cursor).toBe(52);
    press('ArrowLeft');
    press(',');
    expect(deck.playhead.cursor).toBe(50);
    press('ArrowRight', { shiftKey: true });
    expect(deck.playhead.cursor).toBe(60);
  });

  it('step on while they are held, and do all else once', () => {
    press('ArrowRight', { repeat: true });
    press('ArrowRight', { repeat: true, shiftKey: true });
    expect(deck.playhead.cursor).toBe(61);
    press(' ');
    press(' ', { repeat: true });
    expect(deck.state.getState().direction).toBe(1);
  });

  it('go to both ends', () => {
    press('End');
    expect(deck.playhead.cursor).toBe(99);
    press('Home');
    expect(deck.playhead.cursor).toBe(0);
  });

  it('set and clear in and out point', () => {
    press('i');
    press('End');
    press('O');
    expect(deck.state.getState().marks).toEqual({ in: 50, out: 99 });
    press('x');
    expect(deck.state.getState().marks).toEqual({ in: undefined, out: undefined });
  });

  it('are left to the system where held with Ctrl, Alt or Meta, and where they mean nothing', () => {
    for (const held of ['ctrlKey', 'altKey', 'metaKey'] as const) {
      expect(actionOf(deck, { ...plain, [held]: true, key: 'l' })).toBeUndefined();
    }
    expect(actionOf(deck, { ...plain, key: 'q' })).toBeUndefined();
    expect(actionOf(deck, { ...plain, shiftKey: true, key: 'End' })).toBeUndefined();
  });
});

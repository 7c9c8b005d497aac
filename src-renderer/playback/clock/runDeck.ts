import { useStore } from 'zustand';
import { Deck, type DeckState } from './deck.ts';

/** A deck that the display's refreshes drive while it plays. */
export function createRunningDeck(): Deck {
  const deck = new Deck();
  let refresh = 0;
  const tick = (nowMs: number): void => {
    refresh = requestAnimationFrame(tick);
    deck.tick(nowMs);
  };
  deck.state.subscribe(({ direction }, before) => {
    if (direction === before.direction) return;
    cancelAnimationFrame(refresh);
    if (direction !== 0) refresh = requestAnimationFrame(tick);
  });
  return deck;
}

/** What changes rarely of a deck. */
export function useDeckState<Selected>(deck: Deck, select: (state: DeckState) => Selected): Selected {
  return useStore(deck.state, select);
}

import { useStore } from 'zustand';
import { Deck, type DeckState } from './deck.ts';

/** The studio's one deck. */
export const deck = new Deck();

/** What changes rarely of it. */
export function useDeck<Selected>(select: (state: DeckState) => Selected): Selected {
  return useStore(deck.state, select);
}

let refresh = 0;

deck.state.subscribe(({ direction }, before) => {
  if (direction === before.direction) return;
  cancelAnimationFrame(refresh);
  if (direction !== 0) refresh = requestAnimationFrame(tick);
});

function tick(nowMs: number): void {
  refresh = requestAnimationFrame(tick);
  deck.tick(nowMs);
}

import { createRunningDeck, type DeckState, useDeckState } from '../playback/index.ts';

/** The one that takes are played on. */
export const deck = createRunningDeck();

/** What changes rarely of it. */
export function useDeck<Selected>(select: (state: DeckState) => Selected): Selected {
  return useDeckState(deck, select);
}

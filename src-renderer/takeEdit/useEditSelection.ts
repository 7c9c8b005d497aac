import { useShallow } from 'zustand/react/shallow';
import { useTakeSelection } from '../takePlayer/index.ts';
import type { EditSelection } from './newLayers.ts';

/** What is chosen of the open take in the player; undefined while nobody is. */
export function useEditSelection(): EditSelection | undefined {
  const { subject, channels, range } = useTakeSelection(
    useShallow(({ subject, channels, range }) => ({ subject, channels, range })),
  );
  return subject === undefined ? undefined : { subject, channels, range };
}

import { create } from 'zustand';
import { ask } from '../../link/index.ts';
import { isTyping, showProblem } from '../../ui/index.ts';
import { showRecording } from '../recordingStore.ts';
import { MARKER_COLOURS, type MarkerColour } from './colours.ts';

/** What the next marker will be. */
export const useNextMarker = create<{ readonly name: string; readonly colour: MarkerColour }>(() => ({
  name: '',
  colour: 'amber',
}));

/** Marks this moment in the take; the next marker has no name again. */
export async function markNow(): Promise<void> {
  const { name, colour } = useNextMarker.getState();
  useNextMarker.setState({ name: '' });
  try {
    showRecording(await ask('recording.mark', { name: name.trim(), colour: MARKER_COLOURS[colour] }));
  } catch (error) {
    showProblem(error);
  }
}

export const MARK_KEY = 'M';

/** Lets the key mark while a take is recorded. Returns how to stop. */
export function markByKey(): () => void {
  const press = (event: KeyboardEvent): void => {
    if (event.key.toUpperCase() !== MARK_KEY || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.repeat || isTyping(event)) return;
    event.preventDefault();
    void markNow();
  };
  window.addEventListener('keydown', press);
  return () => window.removeEventListener('keydown', press);
}

import { create } from 'zustand';
import type { Preferences } from '#shared/contract/index.ts';
import { ask, onFresh, onHostEvent } from '../link/index.ts';
import { showProblem } from '../ui/index.ts';

/** What the user prefers in every workspace; undefined until it has been read. */
export const usePreferences = create<{ readonly preferences: Preferences | undefined }>(() => ({
  preferences: undefined,
}));

/** Changes what is named, and nothing else. What cannot be stored is told. */
export function prefer(changes: Partial<Preferences>): void {
  // Taken on at once, so that a change of what was just changed builds on it. The host tells every studio, this one too.
  usePreferences.setState(({ preferences }) =>
    preferences ? { preferences: { ...preferences, ...changes } } : {},
  );
  ask('preferences.write', changes).catch((error: unknown) => {
    showProblem(error);
    void refresh();
  });
}

onFresh(() => void refresh());
onHostEvent((event) => {
  if (event.event === 'avatars_changed') void refresh();
});

async function refresh(): Promise<void> {
  try {
    usePreferences.setState({ preferences: await ask('preferences.read', {}) });
  } catch (error) {
    showProblem(error);
  }
}

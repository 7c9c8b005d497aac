import { create } from 'zustand';

/** What the user chose: one theme, or whichever the system shows. */
export type ThemeChoice = 'system' | 'dark' | 'light';
type Theme = 'dark' | 'light';

const CHOICES: readonly ThemeChoice[] = ['system', 'dark', 'light'];
const STORED_AS = 'mimesis.theme';

const systemIsLight = matchMedia('(prefers-color-scheme: light)');

interface ThemeStore {
  readonly choice: ThemeChoice;
  /** What is shown. Canvases, which cannot use the tokens themselves, read them anew when it changes. */
  readonly theme: Theme;
}

/** The theme of the window. */
export const useTheme = create<ThemeStore>(() => shown(storedChoice()));

/** Shows a theme from now on, also after the next start. */
export function chooseTheme(choice: ThemeChoice): void {
  localStorage.setItem(STORED_AS, choice);
  useTheme.setState(shown(choice));
}

/** Marks the page with the theme, now and whenever it changes. */
export function applyTheme(): void {
  const mark = (): void => {
    document.documentElement.dataset['theme'] = useTheme.getState().theme;
  };
  systemIsLight.addEventListener('change', () => useTheme.setState(shown(useTheme.getState().choice)));
  useTheme.subscribe(mark);
  mark();
}

function storedChoice(): ThemeChoice {
  const stored = localStorage.getItem(STORED_AS);
  return CHOICES.find((choice) => choice === stored) ?? 'system';
}

function shown(choice: ThemeChoice): ThemeStore {
  const system = systemIsLight.matches ? 'light' : 'dark';
  return { choice, theme: choice === 'system' ? system : choice };
}

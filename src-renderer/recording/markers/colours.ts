/** Colours of markers as takes keep them; told apart in both themes. */
export const MARKER_COLOURS = {
  amber: '#d99a2b',
  green: '#4aa876',
  blue: '#4a90d9',
  red: '#d9605a',
  violet: '#9a6fd0',
} as const;
export type MarkerColour = keyof typeof MARKER_COLOURS;
export const COLOUR_NAMES = Object.keys(MARKER_COLOURS) as MarkerColour[];

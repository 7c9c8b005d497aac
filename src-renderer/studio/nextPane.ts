/** The pane after (or before) the current one of `count`, around the ends; from none (-1) the first or last. */
export function nextPane(current: number, count: number, isBackwards: boolean): number {
  if (isBackwards) return (Math.max(current, 0) + count - 1) % count;
  return (current + 1) % count;
}

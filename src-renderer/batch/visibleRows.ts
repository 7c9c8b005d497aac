/** Height of a row in CSS pixels, as in `jobGrid.css`. */
export const ROW_HEIGHT = 44;

/** The least scrolling after which a row is wholly in sight. */
export function scrolledTo(row: number, scrollTop: number, height: number): number {
  const top = row * ROW_HEIGHT;
  return Math.max(Math.min(scrollTop, top), top + ROW_HEIGHT - height, 0);
}

/** The row to which a key moves from `row`, or nothing where the key moves none. Before the first move `row` is -1. */
export function movedRow(key: string, row: number, total: number, height: number): number | undefined {
  if (total === 0) return undefined;
  const page = Math.max(1, Math.floor(height / ROW_HEIGHT) - 1);
  const moved: Readonly<Record<string, number>> = {
    ArrowDown: row + 1,
    ArrowUp: row - 1,
    PageDown: row + page,
    PageUp: row - page,
    Home: 0,
    End: total - 1,
  };
  const target = moved[key];
  return target === undefined ? undefined : Math.min(Math.max(target, 0), total - 1);
}

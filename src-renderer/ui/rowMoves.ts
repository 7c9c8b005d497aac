/** The least scrolling after which a row is wholly in sight. All but `row` in CSS pixels. */
export function scrolledTo(row: number, rowHeight: number, scrollTop: number, height: number): number {
  const top = row * rowHeight;
  return Math.max(Math.min(scrollTop, top), top + rowHeight - height, 0);
}

/**
 * The row to which a key moves from `row`, or nothing where the key moves none. Before the first move `row` is -1.
 * @param rowsInSight of which a page is one less
 */
export function movedRow(key: string, row: number, total: number, rowsInSight: number): number | undefined {
  if (total === 0) return undefined;
  const page = Math.max(1, Math.floor(rowsInSight) - 1);
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

/** Rows drawn beyond each edge, so that a quick scroll meets rows. */
const OVERSCAN = 8;

export interface RowRange {
  readonly first: number;
  /** The row after the last one. */
  readonly end: number;
}

/** The rows to draw where a list of `total` rows is scrolled to `scrollTop` in a window of `height`, in CSS pixels. */
export function visibleRows(scrollTop: number, height: number, total: number, rowHeight: number): RowRange {
  const first = Math.floor(scrollTop / rowHeight) - OVERSCAN;
  const end = Math.ceil((scrollTop + height) / rowHeight) + OVERSCAN;
  return { first: clamp(first, total), end: clamp(end, total) };
}

/** The least scrolling after which a row is wholly in sight. */
export function scrolledTo(row: number, scrollTop: number, height: number, rowHeight: number): number {
  const top = row * rowHeight;
  return Math.max(Math.min(scrollTop, top), top + rowHeight - height, 0);
}

/** The row to which a key moves from `row`, or nothing where the key moves none. Before the first move `row` is -1. */
export function movedRow(
  key: string,
  row: number,
  total: number,
  height: number,
  rowHeight: number,
): number | undefined {
  if (total === 0) return undefined;
  const page = Math.max(1, Math.floor(height / rowHeight) - 1);
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

function clamp(row: number, total: number): number {
  return Math.min(Math.max(row, 0), total);
}

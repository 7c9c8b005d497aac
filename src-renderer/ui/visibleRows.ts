/** Rows drawn beyond each edge, so that a quick scroll meets rows. */
const OVERSCAN = 8;

export interface RowRange {
  readonly first: number;
  /** The row after the last one. */
  readonly end: number;
}

/** How a list scrolls, in CSS pixels. */
export interface RowView {
  readonly scrollTop: number;
  readonly height: number;
  readonly rowHeight: number;
}

/** The rows to draw of a list of `total` rows. */
export function visibleRows({ scrollTop, height, rowHeight }: RowView, total: number): RowRange {
  const first = Math.floor(scrollTop / rowHeight) - OVERSCAN;
  const end = Math.ceil((scrollTop + height) / rowHeight) + OVERSCAN;
  return { first: clamp(first, total), end: clamp(end, total) };
}

function clamp(row: number, total: number): number {
  return Math.min(Math.max(row, 0), total);
}

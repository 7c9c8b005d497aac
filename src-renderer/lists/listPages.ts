/** Rows in one page. */
export const PAGE_LENGTH = 100;

/** Most pages kept; the ones farthest from the newest go. */
const MAX_PAGES = 100;

interface Page<Row> {
  readonly rows: readonly Row[];
  /** The list may have moved since it was read: it is shown until it is read anew. */
  readonly isOutdated: boolean;
}

/** The parts of a long list that have been read. Values of this type never change. */
export interface ListPages<Row> {
  /** Length of the whole list. */
  readonly total: number;
  readonly pages: ReadonlyMap<number, Page<Row>>;
}

export const NO_PAGES: ListPages<never> = { total: 0, pages: new Map() };

/** The row at a place of the list (0-based), if it has been read. */
export function rowAt<Row>({ pages }: ListPages<Row>, index: number): Row | undefined {
  return pages.get(Math.floor(index / PAGE_LENGTH))?.rows[index % PAGE_LENGTH];
}

/**
 * The first page with a place from `first` to `last` that is to be read, or read anew. Of an empty list, that is its
 * first page: rows may have come.
 */
export function pageToRead<Row>(
  { total, pages }: ListPages<Row>,
  first: number,
  last: number,
): number | undefined {
  const end = Math.max(0, Math.min(last, total - 1));
  for (let page = Math.floor(Math.min(first, end) / PAGE_LENGTH); page * PAGE_LENGTH <= end; page++) {
    if (pages.get(page)?.isOutdated !== false) return page;
  }
  return undefined;
}

/** The list with a page that has been read. */
export function withPage<Row>(
  list: ListPages<Row>,
  page: number,
  { total, rows }: { readonly total: number; readonly rows: readonly Row[] },
): ListPages<Row> {
  const pages = new Map(list.pages);
  pages.set(page, { rows, isOutdated: false });
  if (pages.size > MAX_PAGES) {
    const farthest = [...pages.keys()].reduce((a, b) => (Math.abs(b - page) > Math.abs(a - page) ? b : a));
    pages.delete(farthest);
  }
  return { total, pages };
}

/** The list with every page marked to be read anew. */
export function outdated<Row>({ total, pages }: ListPages<Row>): ListPages<Row> {
  return {
    total,
    pages: new Map(Array.from(pages, ([page, { rows }]) => [page, { rows, isOutdated: true }])),
  };
}

/** The list with a row in the place of that with the same id; the same list where there is none. */
export function withRow<Row extends { readonly id: string }>(list: ListPages<Row>, row: Row): ListPages<Row> {
  for (const [number, page] of list.pages) {
    const index = page.rows.findIndex(({ id }) => id === row.id);
    if (index < 0) continue;
    const pages = new Map(list.pages);
    pages.set(number, { ...page, rows: page.rows.with(index, row) });
    return { ...list, pages };
  }
  return list;
}

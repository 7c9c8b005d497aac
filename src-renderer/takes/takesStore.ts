import { create } from 'zustand';
import type { TakeQuery, TakeTags, TakeView } from '#shared/contract/index.ts';
import { ask, onFresh, onHostEvent } from '../link/index.ts';
import {
  type ListPages,
  NO_PAGES,
  outdated,
  PAGE_LENGTH,
  pageToRead,
  withPage,
  withRow,
} from '../lists/index.ts';
import { showProblem } from '../ui/index.ts';

/** Which takes the list shows, and in what order. */
export type TakeFilter = Omit<TakeQuery, 'offset' | 'limit'>;

export const ALL_TAKES: TakeFilter = {
  search: '',
  tag: null,
  minRating: 0,
  inTrash: false,
  order: 'startedAt',
  descending: true,
};

interface TakesStore {
  readonly filter: TakeFilter;
  readonly list: ListPages<TakeView>;
  /** The filter that `list` was read with; the old list stays until the new one is there. */
  readonly listFilter: TakeFilter | undefined;
  /** Why the list cannot be read. */
  readonly failure: unknown;
  readonly tags: TakeTags['tags'];
  /** As it was last seen; it may lie outside of the pages that were read. */
  readonly selected: TakeView | undefined;
}

/** The takes of the workspace, as far as they are looked at. */
export const useTakes = create<TakesStore>(() => ({
  filter: ALL_TAKES,
  list: NO_PAGES,
  listFilter: undefined,
  failure: undefined,
  tags: [],
  selected: undefined,
}));

let visible = { first: 0, last: 0 };
let isReading = false;
/** Of the list, as far as the host has told of them. */
let changes = 0;
/** Nothing is read before somebody looks. */
let isShown = false;

onFresh(() => refreshTakes());
onHostEvent((event) => {
  if (event.event === 'takes_changed') refreshTakes();
});

/** Limits or orders the list. */
export function filterTakes(change: Partial<TakeFilter>): void {
  const isOtherPlace = change.inTrash !== undefined && change.inTrash !== useTakes.getState().filter.inTrash;
  useTakes.setState(({ filter, selected }) => ({
    filter: { ...filter, ...change },
    selected: isOtherPlace ? undefined : selected,
  }));
  visible = { first: 0, last: 0 };
  void readVisible();
}

/** Tells which places of the list are in sight. */
export function showTakes(first: number, last: number): void {
  visible = { first, last };
  void readVisible();
}

/** Begins to keep the list up to date. */
export function beginTakes(): void {
  if (isShown) return;
  isShown = true;
  refreshTakes();
}

/** Reads tags and what is in sight anew. */
export function refreshTakes(): void {
  changes += 1;
  if (!isShown) return;
  useTakes.setState(({ list }) => ({ list: outdated(list), failure: undefined }));
  void readVisible();
  ask('takes.tags', {}).then(({ tags }) => useTakes.setState({ tags }), showProblem);
}

export function selectTake(take: TakeView | undefined): void {
  useTakes.setState({ selected: take });
}

/** Shows a take as the host has answered it. */
export function takeChanged(take: TakeView): void {
  useTakes.setState(({ list, selected }) => ({
    list: withRow(list, take),
    selected: selected?.id === take.id ? take : selected,
  }));
}

/** Reads what is in sight, page by page; where it has been scrolled on meanwhile, what is in sight then. */
async function readVisible(): Promise<void> {
  if (isReading || !isShown) return;
  isReading = true;
  try {
    for (let next = nextRead(); next; next = nextRead()) await readPage(next);
  } catch (failure) {
    useTakes.setState({ failure });
    // Where there is no list, the failure stands in its place.
    if (useTakes.getState().list.total > 0) showProblem(failure);
  } finally {
    isReading = false;
  }
}

function nextRead(): { page: number; filter: TakeFilter } | undefined {
  const { filter, listFilter, list } = useTakes.getState();
  if (listFilter !== filter) return { page: 0, filter };
  const page = pageToRead(list, visible.first, visible.last);
  return page === undefined ? undefined : { page, filter };
}

async function readPage({ page, filter }: { page: number; filter: TakeFilter }): Promise<void> {
  const before = changes;
  const query = { ...filter, offset: page * PAGE_LENGTH, limit: PAGE_LENGTH };
  const { total, takes } = await ask('takes.page', query);
  useTakes.setState(({ list, listFilter, selected }) => {
    const read = withPage<TakeView>(listFilter === filter ? list : NO_PAGES, page, { total, rows: takes });
    return {
      // What has changed meanwhile may not be in it yet.
      list: before === changes ? read : outdated(read),
      listFilter: filter,
      failure: undefined,
      selected: takes.find(({ id }) => id === selected?.id) ?? selected,
    };
  });
}

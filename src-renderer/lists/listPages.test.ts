import { describe, expect, it } from 'vitest';
import {
  type ListPages,
  NO_PAGES,
  outdated,
  PAGE_LENGTH,
  pageToRead,
  rowAt,
  withPage,
  withRow,
} from './listPages.ts';

interface Row {
  readonly id: string;
  readonly state: string;
}

const row = (index: number): Row => ({ id: `row ${index}`, state: 'new' });

const TOTAL = 100_000;
const page = (number: number) => ({
  total: TOTAL,
  rows: Array.from({ length: PAGE_LENGTH }, (_, i) => row(number * PAGE_LENGTH + i)),
});
const someList = withPage(withPage<Row>(NO_PAGES, 0, page(0)), 7, page(7));

describe('the pages of a long list', () => {
  it('begins with its first page, and is read no further while it is empty', () => {
    expect(rowAt(NO_PAGES, 0)).toBeUndefined();
    expect(pageToRead(NO_PAGES, 0, 50)).toBe(0);
    const empty = withPage(NO_PAGES, 0, { total: 0, rows: [] });
    expect(pageToRead(empty, 0, 50)).toBeUndefined();
    expect(pageToRead(outdated(empty), 0, 50)).toBe(0);
  });

  it('knows the rows of the pages that were read, at their places', () => {
    expect(someList.total).toBe(TOTAL);
    expect(rowAt(someList, 42)?.id).toBe('row 42');
    expect(rowAt(someList, 7 * PAGE_LENGTH + 3)?.id).toBe('row 703');
    expect(rowAt(someList, PAGE_LENGTH)).toBeUndefined();
  });

  it('names the first page in sight that was not read', () => {
    expect(pageToRead(someList, 10, 60)).toBeUndefined();
    expect(pageToRead(someList, 90, 110)).toBe(1);
    expect(pageToRead(someList, 650, 710)).toBe(6);
    expect(pageToRead(someList, TOTAL - 5, TOTAL + 40)).toBe(TOTAL / PAGE_LENGTH - 1);
    expect(pageToRead(someList, TOTAL, TOTAL + 40)).toBe(TOTAL / PAGE_LENGTH - 1);
  });

  it('shows outdated pages until they are read anew', () => {
    const list = outdated(someList);
    expect(rowAt(list, 42)?.id).toBe('row 42');
    expect(pageToRead(list, 10, 60)).toBe(0);
    expect(pageToRead(withPage(list, 0, page(0)), 10, 60)).toBeUndefined();
  });

  it('keeps a bounded number of pages, and those near the newest', () => {
    let list: ListPages<Row> = NO_PAGES;
    for (let number = 0; number < 300; number++) list = withPage(list, number, page(number));
    expect(list.pages.size).toBeLessThanOrEqual(100);
    expect(rowAt(list, 299 * PAGE_LENGTH)?.id).toBe('row 29900');
    expect(rowAt(list, 0)).toBeUndefined();
  });
});

describe('a row that changes', () => {
  it('is replaced where it stands', () => {
    const list = withRow(someList, { id: 'row 703', state: 'done' });
    expect(rowAt(list, 703)?.state).toBe('done');
    expect(pageToRead(list, 700, 710)).toBeUndefined();
    expect(rowAt(someList, 703)?.state).toBe('new');
  });

  it('changes nothing where it was not read', () => {
    expect(withRow(someList, { id: 'row 5000', state: 'done' })).toBe(someList);
  });
});

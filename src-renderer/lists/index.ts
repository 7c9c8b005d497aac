export {
  type ListPages,
  NO_PAGES,
  outdated,
  PAGE_LENGTH,
  pageToRead,
  rowAt,
  withPage,
  withRow,
} from './listPages.ts';

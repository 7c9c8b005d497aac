export { jsonColumn } from './jsonColumn.ts';
export { lockFile } from './lockFile.ts';
export {
  type DatabaseKind,
  openDatabase,
  openToRead,
  type SqliteDatabase,
  withoutWaiting,
} from './openDatabase.ts';

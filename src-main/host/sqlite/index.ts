export { jsonColumn } from './jsonColumn.ts';
export { type DatabaseKind, openDatabase, type SqliteDatabase, withoutWaiting } from './openDatabase.ts';

export { type DatabaseKind, openDatabase, type SqliteDatabase } from './openDatabase.ts';

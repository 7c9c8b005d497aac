import type { z } from 'zod';
import type { SqliteDatabase } from '../sqlite/index.ts';
import { libraryError } from './libraryError.ts';

/** Statements on a database whose rows have one form. */
export class Table<Row> {
  readonly #database: SqliteDatabase;
  readonly #schema: z.ZodType<Row>;

  constructor(database: SqliteDatabase, schema: z.ZodType<Row>) {
    this.#database = database;
    this.#schema = schema;
  }

  /**
   * Parameters are bound by name (`:name`). A row in a form that this version does not know was written by a newer one:
   * it is left out, and left alone; `unreadable` counts them.
   */
  all(sql: string, parameters: object = {}): Row[] {
    return this.#database
      .prepare(sql)
      .all(parameters)
      .flatMap((row) => {
        const read = this.#schema.safeParse(row);
        return read.success ? [read.data] : [];
      });
  }

  /** How many of the rows `all` leaves out. */
  unreadable(sql: string): number {
    return this.#database.prepare(sql).all().length - this.all(sql).length;
  }

  first(sql: string, parameters: object): Row | undefined {
    return this.all(sql, parameters)[0];
  }

  /** Whether there is a row, in whatever form: one that a newer version wrote has its name and its file as well. */
  has(sql: string, parameters: object): boolean {
    return this.#database.prepare(sql).get(parameters) !== undefined;
  }

  run(sql: string, parameters: object): void {
    this.#database.prepare(sql).run(parameters);
  }

  /**
   * Runs `work` alone: no other process writes meanwhile, and what fails leaves nothing changed.
   *
   * @param what says what could not be done, where SQLite or the disk is at fault
   * @throws what `work` throws; `io` or `disk_full`
   */
  write<Result>(what: string, work: () => Result): Result {
    try {
      return this.#database.transaction(work).immediate();
    } catch (error) {
      throw libraryError(error, what);
    }
  }
}

import { readFileSync, writeFileSync } from 'node:fs';
import type { z } from 'zod';

/** Something small that the shell remembers between runs, as JSON that is checked when it is read. */
export class StateFile<Schema extends z.ZodType> {
  readonly #file: string;
  readonly #schema: Schema;
  readonly #onProblem: (problem: string) => void;

  /** @param onProblem hears why it could not be written; the app goes on without */
  constructor(file: string, schema: Schema, onProblem: (problem: string) => void) {
    this.#file = file;
    this.#schema = schema;
    this.#onProblem = onProblem;
  }

  /** What was written last, or nothing at a first start and where the file is damaged. */
  read(): z.infer<Schema> | undefined {
    try {
      return this.#schema.parse(JSON.parse(readFileSync(this.#file, 'utf8')));
    } catch {
      // The defaults are as good.
      return undefined;
    }
  }

  write(state: z.infer<Schema>): void {
    try {
      writeFileSync(this.#file, JSON.stringify(state));
    } catch (error) {
      this.#onProblem(`${this.#file} cannot be written: ${String(error)}`);
    }
  }
}

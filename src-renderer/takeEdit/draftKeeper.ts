import { ask } from '../link/index.ts';
import { showProblem } from '../ui/index.ts';
import type { Draft } from './draft.ts';

/** A drag is written once it rests. */
const REST_MS = 300;

/** Keeps what is changed of a take: a moment after the last change, and one writing after another. */
export class DraftKeeper {
  readonly #takeId: string;
  #kept: Draft;
  #draft: Draft;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(takeId: string, kept: Draft) {
    this.#takeId = takeId;
    this.#kept = kept;
    this.#draft = kept;
  }

  /** What is kept has been read. */
  begin(kept: Draft): void {
    this.#kept = kept;
    this.#draft = kept;
  }

  keep(draft: Draft): void {
    this.#draft = draft;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), REST_MS);
  }

  /** Writes what could not be written before. */
  retry(): void {
    void this.flush();
  }

  /** Writes at once; the user is told where that fails. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#writing = this.#writing.then(() => this.#write()).catch(showProblem);
    return this.#writing;
  }

  async #write(): Promise<void> {
    const id = this.#takeId;
    const { edit, trim } = this.#draft;
    if (edit !== this.#kept.edit) {
      await ask('take.edit.write', { id, edit });
      this.#kept = { ...this.#kept, edit };
    }
    if (trim !== this.#kept.trim) {
      await ask('take.change', { id, changes: { trim: trim && { ...trim } } });
      this.#kept = { ...this.#kept, trim };
    }
  }
}

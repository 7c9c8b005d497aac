import type { Draft } from './draft.ts';

/** A drag is written once it rests. */
const REST_MS = 300;

export interface DraftWriter {
  writeEdit(edit: Draft['edit']): Promise<unknown>;
  writeTrim(trim: Draft['trim']): Promise<unknown>;
  /** Something could not be written; it is tried again with the next change. */
  onFailure(error: unknown): void;
}

/** Keeps what is changed of a take: a moment after the last change, and one writing after another. */
export class DraftKeeper {
  readonly #writer: DraftWriter;
  #kept: Draft;
  #draft: Draft;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #writing: Promise<void> = Promise.resolve();

  /** @param kept what is kept already */
  constructor(writer: DraftWriter, kept: Draft) {
    this.#writer = writer;
    this.#kept = kept;
    this.#draft = kept;
  }

  keep(draft: Draft): void {
    this.#draft = draft;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), REST_MS);
  }

  /** Writes at once what is not kept yet; resolves when that has been tried. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#writing = this.#writing.then(() => this.#write()).catch((error) => this.#writer.onFailure(error));
    return this.#writing;
  }

  async #write(): Promise<void> {
    const { edit, trim } = this.#draft;
    if (edit !== this.#kept.edit) {
      await this.#writer.writeEdit(edit);
      this.#kept = { ...this.#kept, edit };
    }
    if (trim !== this.#kept.trim) {
      await this.#writer.writeTrim(trim);
      this.#kept = { ...this.#kept, trim };
    }
  }
}

import type { TakeEdit } from '#shared/contract/index.ts';

/** A drag is written once it rests. */
const REST_MS = 300;

export interface EditWriter {
  write(edit: TakeEdit): Promise<unknown>;
  /** It could not be written; that is tried again with the next change. */
  onFailure(error: unknown): void;
}

/** Keeps what is edited of a take: a moment after the last change, and one writing after another. */
export class EditKeeper {
  readonly #writer: EditWriter;
  #kept: TakeEdit;
  #edit: TakeEdit;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #writing: Promise<void> = Promise.resolve();

  /** @param kept what is kept already */
  constructor(writer: EditWriter, kept: TakeEdit) {
    this.#writer = writer;
    this.#kept = kept;
    this.#edit = kept;
  }

  keep(edit: TakeEdit): void {
    this.#edit = edit;
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
    const edit = this.#edit;
    if (edit === this.#kept) return;
    await this.#writer.write(edit);
    this.#kept = edit;
  }
}

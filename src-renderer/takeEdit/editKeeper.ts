import type { KeptEdit, TakeEdit } from '#shared/contract/index.ts';

/** A drag is written once it rests. */
const REST_MS = 300;

export interface EditWriter {
  /** Puts an edit in the place of that of a revision; gives its own. */
  write(edit: TakeEdit, over: string): Promise<string>;
  /** It could not be written; that is tried again with the next change. */
  onFailure(error: unknown): void;
}

/** Keeps what is edited of a take: a moment after the last change, and one writing after another. */
export class EditKeeper {
  readonly #writer: EditWriter;
  #kept: KeptEdit;
  #edit: TakeEdit;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(writer: EditWriter, kept: KeptEdit) {
    this.#writer = writer;
    this.#kept = kept;
    this.#edit = kept.edit;
  }

  /** Of what is kept. */
  get revision(): string {
    return this.#kept.revision;
  }

  /** Resolves when nothing is being written. */
  get written(): Promise<void> {
    return this.#writing;
  }

  keep(edit: TakeEdit): void {
    this.#edit = edit;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), REST_MS);
  }

  /** Another edit is kept by now; what waits is not written over it. */
  takeOver(kept: KeptEdit): void {
    clearTimeout(this.#timer);
    this.#kept = kept;
    this.#edit = kept.edit;
  }

  /** Writes at once what is not kept yet; resolves when that has been tried. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#writing = this.#writing.then(() => this.#write()).catch((error) => this.#writer.onFailure(error));
    return this.#writing;
  }

  async #write(): Promise<void> {
    const edit = this.#edit;
    if (edit === this.#kept.edit) return;
    this.#kept = { edit, revision: await this.#writer.write(edit, this.#kept.revision) };
  }
}

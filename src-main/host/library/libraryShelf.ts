import { Library } from './library.ts';

/**
 * The library of a running host. It is opened when it is first needed, and again after that has failed: a full disk or a
 * wrong permission keeps no host from starting, and is told to whoever asks for an avatar.
 */
export class LibraryShelf {
  readonly #folder: string;
  #library: Library | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Throws as `Library.open` does. */
  get library(): Library {
    this.#library ??= Library.open(this.#folder);
    return this.#library;
  }

  close(): void {
    this.#library?.close();
    this.#library = undefined;
  }
}

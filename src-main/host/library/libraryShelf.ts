import { Library } from './library.ts';

/** Time between two looks at what other processes have changed; a look takes microseconds. */
const LOOK_MS = 1000;

/**
 * The library of a running host. It is opened when it is first needed, and again after that has failed: a full disk or a
 * wrong permission keeps no host from starting, and is told to whoever asks for an avatar.
 */
export class LibraryShelf {
  readonly #folder: string;
  readonly #onOutsideChange: () => void;
  #library: Library | undefined;
  #look: NodeJS.Timeout | undefined;

  /** @param onOutsideChange told when another host of the user, or the command line, has changed the library */
  constructor(folder: string, onOutsideChange: () => void = () => {}) {
    this.#folder = folder;
    this.#onOutsideChange = onOutsideChange;
  }

  /** Throws as `Library.open` does. */
  get library(): Library {
    if (!this.#library) {
      this.#library = Library.open(this.#folder);
      this.#watch(this.#library);
    }
    return this.#library;
  }

  close(): void {
    clearInterval(this.#look);
    this.#library?.close();
    this.#library = undefined;
  }

  #watch(library: Library): void {
    let seen = library.outsideVersion;
    this.#look = setInterval(() => {
      const version = library.outsideVersion;
      if (version === undefined || version === seen) return;
      const isChange = seen !== undefined;
      seen = version;
      if (isChange) this.#onOutsideChange();
    }, LOOK_MS).unref();
  }
}

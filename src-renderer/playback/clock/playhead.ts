/**
 * Where the player is, told outside of React. `cursor` is the frame that the transport stands at; `shown` the one whose
 * picture is seen, which lags behind while seeks are under way.
 */
export class Playhead {
  readonly #listeners = new Set<() => void>();
  #cursor = 0;
  #shown = 0;

  get cursor(): number {
    return this.#cursor;
  }

  get shown(): number {
    return this.#shown;
  }

  /** Calls back after every move. Returns how to stop. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  move(cursor: number, shown: number): void {
    if (cursor === this.#cursor && shown === this.#shown) return;
    this.#cursor = cursor;
    this.#shown = shown;
    for (const listener of this.#listeners) listener();
  }
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { requireUnchanged } from '../batch/index.ts';
import { writePlayableCopy } from '../media/index.ts';

/** Copies of videos that browsers cannot play themselves, kept by the content they were made from. */
export class PlayableCopies {
  readonly #folder: string;
  readonly #making = new Map<string, Promise<string>>();
  readonly #stop = new AbortController();
  /** One is made at a time: each takes all processors. */
  #turn: Promise<void> = Promise.resolve();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The copy's file, made where there is none yet; asked for twice, it is made once. */
  copyOf(source: string, sha1: string, onProgress: (done: number) => void): Promise<string> {
    const target = join(this.#folder, `${sha1}.mp4`);
    if (existsSync(target)) return Promise.resolve(target);
    const making = this.#making.get(sha1) ?? this.#make(source, target, sha1, onProgress);
    this.#making.set(sha1, making);
    return making;
  }

  /** Stops what is being made, and waits until nothing of it is left. */
  async close(): Promise<void> {
    this.#stop.abort();
    await Promise.allSettled(this.#making.values());
  }

  async #make(
    source: string,
    target: string,
    sha1: string,
    onProgress: (done: number) => void,
  ): Promise<string> {
    const { signal } = this.#stop;
    const turn = this.#turn.then(async () => {
      signal.throwIfAborted();
      await requireUnchanged(source, sha1);
      await writePlayableCopy(source, target, { signal, onProgress });
    });
    this.#turn = turn.catch(() => {
      // Whoever asked for it hears of it.
    });
    try {
      await turn;
      return target;
    } finally {
      this.#making.delete(sha1);
    }
  }
}

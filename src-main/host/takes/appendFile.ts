/** What is needed of an open file; Node's `FileHandle` is one. */
export interface AppendTarget {
  write(bytes: Uint8Array, offset: number, length: number): Promise<{ bytesWritten: number }>;
  datasync(): Promise<void>;
  close(): Promise<void>;
}

const FIRST_BUFFER_BYTES = 256 * 1024;
/** What may wait in memory for a disk that is slow: minutes of frames. */
const MAX_WAITING_BYTES = 64 * 2 ** 20;

/**
 * A file that grows. What is appended waits in memory, in one of two buffers that take turns, until `write`. After a
 * write or sync has failed, so does every later one: what the system then holds of the file is not known.
 */
export class AppendFile {
  readonly #target: AppendTarget;
  #waiting = new Uint8Array(FIRST_BUFFER_BYTES);
  #spare = new Uint8Array(FIRST_BUFFER_BYTES);
  #waitingBytes = 0;
  #writtenBytes = 0;
  #syncedBytes = 0;
  #writing: Promise<void> | undefined;
  #syncing: Promise<void> | undefined;
  #failure: { readonly error: unknown } | undefined;

  /** @param writtenBytes how long the file is */
  constructor(target: AppendTarget, writtenBytes = 0) {
    this.#target = target;
    this.#writtenBytes = writtenBytes;
  }

  /** What a power cut cannot take. */
  get syncedBytes(): number {
    return this.#syncedBytes;
  }

  /** False, and nothing taken, where too much waits for the disk already. */
  append(bytes: Uint8Array): boolean {
    const needed = this.#waitingBytes + bytes.length;
    if (needed > MAX_WAITING_BYTES) return false;
    if (needed > this.#waiting.length) {
      const larger = new Uint8Array(Math.max(needed, 2 * this.#waiting.length));
      larger.set(this.#waiting.subarray(0, this.#waitingBytes));
      this.#waiting = larger;
    }
    this.#waiting.set(bytes, this.#waitingBytes);
    this.#waitingBytes = needed;
    return true;
  }

  /** Gives what waits to the system; while that runs already, waits for it and gives nothing more. */
  write(): Promise<void> {
    this.#writing ??= this.#once(() => this.#writeWaiting()).finally(() => {
      this.#writing = undefined;
    });
    return this.#writing;
  }

  /** Makes what is written last; while that runs already, waits for it. */
  sync(): Promise<void> {
    this.#syncing ??= this.#once(() => this.#syncWritten()).finally(() => {
      this.#syncing = undefined;
    });
    return this.#syncing;
  }

  /** Writes and syncs everything that was appended. */
  async flush(): Promise<void> {
    while (this.#writing || this.#waitingBytes > 0) await this.write();
    await this.#syncing;
    await this.sync();
  }

  /** Waits for what runs, and closes. What still waits in memory is lost. */
  async close(): Promise<void> {
    await Promise.allSettled([this.#writing, this.#syncing]);
    await this.#target.close();
  }

  async #writeWaiting(): Promise<void> {
    if (this.#waitingBytes === 0) return;
    const bytes = this.#waiting;
    const length = this.#waitingBytes;
    this.#waiting = this.#spare;
    this.#waitingBytes = 0;
    for (let offset = 0; offset < length; ) {
      const { bytesWritten } = await this.#target.write(bytes, offset, length - offset);
      if (bytesWritten === 0) throw new Error('the disk takes nothing');
      offset += bytesWritten;
      this.#writtenBytes += bytesWritten;
    }
    this.#spare = bytes;
  }

  async #syncWritten(): Promise<void> {
    const written = this.#writtenBytes;
    if (written === this.#syncedBytes) return;
    await this.#target.datasync();
    this.#syncedBytes = written;
  }

  async #once(work: () => Promise<void>): Promise<void> {
    if (this.#failure) throw this.#failure.error;
    try {
      await work();
    } catch (error) {
      this.#failure ??= { error };
      throw error;
    }
  }
}

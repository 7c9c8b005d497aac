import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Size at which a new file is begun. With the one before it, all stays under 10 MiB: small enough to be sent. */
const FILE_LIMIT_BYTES = 5 * 1024 * 1024;

/** What shell and host had to say, kept on disk for whoever looks into a problem. No secret belongs in it. */
export class LogFile {
  readonly path: string;
  readonly #before: string;
  readonly #echo: (text: string) => void;
  readonly #limitBytes: number;

  /**
   * @param folder made where it is not there
   * @param echo gets all of it, too
   */
  constructor(folder: string, echo: (text: string) => void, limitBytes = FILE_LIMIT_BYTES) {
    this.path = join(folder, 'mimesis-studio.log');
    this.#before = join(folder, 'mimesis-studio.1.log');
    this.#echo = echo;
    this.#limitBytes = limitBytes;
  }

  /** Appends a line with the time and who says it. */
  write(source: 'shell' | 'host', text: string): void {
    const line = `${new Date().toISOString()} ${source}: ${text}\n`;
    this.#echo(line);
    try {
      mkdirSync(dirname(this.path), { recursive: true });
      const bytes = statSync(this.path, { throwIfNoEntry: false })?.size ?? 0;
      if (bytes + Buffer.byteLength(line) > this.#limitBytes) renameSync(this.path, this.#before);
      appendFileSync(this.path, line);
    } catch (error) {
      // A full disk must not take the window away.
      this.#echo(`The log cannot be written: ${String(error)}\n`);
    }
  }
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Makes a video of PNG pictures: H.264 that every browser plays, the same bytes for the same pictures. */
export class Encoder {
  readonly #process;
  readonly #ended: Promise<unknown[]>;

  constructor(file: string, fps: number) {
    const input = ['-f', 'image2pipe', '-framerate', String(fps), '-c:v', 'png', '-i', '-'];
    const codec = [
      '-c:v',
      'libx264',
      '-preset',
      'veryslow',
      '-crf',
      '23',
      '-pix_fmt',
      'yuv420p',
      '-threads',
      '1',
    ];
    const exact = [
      '-fflags',
      '+bitexact',
      '-flags:v',
      '+bitexact',
      '-map_metadata',
      '-1',
      '-movflags',
      '+faststart',
    ];
    this.#process = spawn(
      'ffmpeg',
      ['-v', 'error', '-y', ...input, ...codec, '-g', String(fps), ...exact, file],
      {
        stdio: ['pipe', 'inherit', 'inherit'],
      },
    );
    this.#ended = once(this.#process, 'close');
    // Writing to a process that has ended fails; `end` tells why it ended.
    this.#process.stdin.on('error', () => {});
  }

  async add(png: Buffer): Promise<void> {
    if (!this.#process.stdin.write(png)) await once(this.#process.stdin, 'drain');
  }

  async end(): Promise<void> {
    this.#process.stdin.end();
    const [code] = await this.#ended;
    if (code !== 0) throw new Error(`ffmpeg ended with ${String(code)}`);
  }
}

import type { WebSocket } from 'ws';
import { z } from 'zod';
import { openSocket } from './openSocket.ts';

const answerSchema = z.object({ id: z.int(), result: z.unknown() });
const evaluatedSchema = z.object({ result: z.object({ value: z.unknown() }) });
const cpuSchema = z.object({ user: z.number(), system: z.number() });
const heapSchema = z.object({ usedSize: z.number() });

/** Looks into another process of Node through its inspector, so that nothing for it has to be in the product. */
export class Inspector {
  readonly #socket: WebSocket;
  readonly #answers = new Map<number, (result: unknown) => void>();
  #lastId = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data) => {
      const answer = answerSchema.safeParse(JSON.parse(String(data)));
      if (answer.success) this.#answers.get(answer.data.id)?.(answer.data.result);
    });
  }

  static async open(url: string): Promise<Inspector> {
    return new Inspector(await openSocket(url));
  }

  /** Processor time of the process since it began, in seconds, by `process.cpuUsage`. */
  async cpuSeconds(): Promise<number> {
    const parameters = { expression: 'process.cpuUsage()', returnByValue: true };
    const { result } = evaluatedSchema.parse(await this.#send('Runtime.evaluate', parameters));
    const { user, system } = cpuSchema.parse(result.value);
    return (user + system) / 1e6;
  }

  /** Bytes of the JavaScript heap after a forced collection. */
  async heapBytes(): Promise<number> {
    await this.#send('HeapProfiler.collectGarbage');
    return heapSchema.parse(await this.#send('Runtime.getHeapUsage')).usedSize;
  }

  close(): void {
    this.#socket.close();
  }

  #send(method: string, params: Record<string, unknown> = {}): Promise<unknown> {
    const id = ++this.#lastId;
    return new Promise((resolve) => {
      this.#answers.set(id, (result) => {
        this.#answers.delete(id);
        resolve(result);
      });
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
  }
}

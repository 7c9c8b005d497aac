import { MimesisError } from '#shared/contract/index.ts';

export interface DownloadLimits {
  /** The most bytes that are read. */
  readonly maxBytes: number;
  /** How long the server may take to answer at all, in milliseconds: short, so that being offline costs little. */
  readonly answerTimeoutMs: number;
  /** How long the whole transfer may take, in milliseconds. */
  readonly totalTimeoutMs: number;
}

/** The bytes at an HTTP(S) address. Throws `MimesisError('model_missing')` when it cannot be had within the limits. */
export async function download(url: string, limits: DownloadLimits): Promise<Uint8Array> {
  const answer = new AbortController();
  const noAnswer = setTimeout(
    () => answer.abort(new Error('the server did not answer in time')),
    limits.answerTimeoutMs,
  );
  try {
    const signal = AbortSignal.any([answer.signal, AbortSignal.timeout(limits.totalTimeoutMs)]);
    const response = await fetch(url, { signal });
    clearTimeout(noAnswer);
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    return await readBody(response, limits.maxBytes);
  } catch (cause) {
    throw new MimesisError('model_missing', `${url} could not be downloaded: ${reasonOf(cause)}.`, { cause });
  } finally {
    clearTimeout(noAnswer);
  }
}

async function readBody(response: Response, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > maxBytes) throw new Error(`the file is larger than the expected ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** fetch says only "fetch failed"; why is in the cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error && error.cause.message ? error.cause.message : error.message;
}

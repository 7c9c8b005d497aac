import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { isAbsence, systemReason } from '../files/index.ts';

/** A file ready to be tracked, with the SHA-1 of its content (40 hexadecimal digits) and its length; or why it is not. */
export type FileInspection =
  | { kind: 'ready'; sha1: string; bytes: number }
  | { kind: 'missing_file' | 'not_a_file' | 'empty_file' | 'io'; message: string };

const CHUNK_BYTES = 2 ** 20;

/** Looks at a file and hashes its content as a stream. Pipes and devices are not opened: they could block for ever. */
export async function inspectFile(path: string): Promise<FileInspection> {
  try {
    const info = await stat(path);
    if (info.isDirectory()) return { kind: 'not_a_file', message: `${path} is a folder.` };
    if (!info.isFile()) return { kind: 'not_a_file', message: `${path} is a device or a pipe, not a file.` };
    if (info.size === 0) return { kind: 'empty_file', message: `${path} is empty (0 bytes).` };
    const hash = createHash('sha1');
    let bytes = 0;
    const chunks: AsyncIterable<Buffer> = createReadStream(path, { highWaterMark: CHUNK_BYTES });
    for await (const chunk of chunks) {
      hash.update(chunk);
      bytes += chunk.length;
    }
    return { kind: 'ready', sha1: hash.digest('hex'), bytes };
  } catch (error) {
    if (isAbsence(error)) return { kind: 'missing_file', message: `There is no file ${path}.` };
    return { kind: 'io', message: `${path} cannot be read: ${systemReason(error)}.` };
  }
}

import { open } from 'node:fs/promises';
import type { TakeMedium } from '#shared/formats/index.ts';

export type AudioFormat = Pick<
  Extract<TakeMedium, { kind: 'audio' }>,
  'sampleRate' | 'channels' | 'sampleFormat'
>;

/** Bytes before the first sample. */
export const WAV_HEAD_BYTES = 44;
const FORMATS = { int16: { tag: 1, bytes: 2 }, float32: { tag: 3, bytes: 4 } } as const;
/** The length of a file that still grows; players read it to its end. */
const UNKNOWN_LENGTH = 0xffffffff;
const AT = { riffLength: 4, blockBytes: 32, dataLength: 40 } as const;

/**
 * The head of a RIFF WAVE file whose length is not known yet (Multimedia Programming Interface and Data Specifications
 * 1.0, IBM and Microsoft 1991; format tags 1 PCM and 3 IEEE float).
 */
export function wavHead({ sampleRate, channels, sampleFormat }: AudioFormat): Uint8Array {
  const { tag, bytes } = FORMATS[sampleFormat];
  const blockBytes = channels * bytes;
  const head = Buffer.alloc(WAV_HEAD_BYTES);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(UNKNOWN_LENGTH, AT.riffLength);
  head.write('WAVEfmt ', 8, 'latin1');
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(tag, 20);
  head.writeUInt16LE(channels, 22);
  head.writeUInt32LE(sampleRate, 24);
  head.writeUInt32LE(sampleRate * blockBytes, 28);
  head.writeUInt16LE(blockBytes, AT.blockBytes);
  head.writeUInt16LE(8 * bytes, 34);
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(UNKNOWN_LENGTH, AT.dataLength);
  return head;
}

/** Writes the lengths into a WAV file that was appended to, and cuts a last sample that is not whole. */
export async function mendWav(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    const { size } = await file.stat();
    // Not even its head reached the disk: there is no sound in it.
    if (size < WAV_HEAD_BYTES) return;
    const { buffer: head } = await file.read(Buffer.alloc(WAV_HEAD_BYTES), 0, WAV_HEAD_BYTES, 0);
    const blockBytes = Math.max(1, head.readUInt16LE(AT.blockBytes));
    const dataBytes = Math.floor((size - WAV_HEAD_BYTES) / blockBytes) * blockBytes;
    await file.truncate(WAV_HEAD_BYTES + dataBytes);
    head.writeUInt32LE(Math.min(WAV_HEAD_BYTES - 8 + dataBytes, UNKNOWN_LENGTH), AT.riffLength);
    head.writeUInt32LE(Math.min(dataBytes, UNKNOWN_LENGTH), AT.dataLength);
    await file.write(head, 0, WAV_HEAD_BYTES, 0);
    await file.datasync();
  } finally {
    await file.close();
  }
}

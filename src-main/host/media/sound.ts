import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { decodeSound } from './ffmpeg.ts';

/**
 * Writes a file's first sound, decoded, behind a head that the caller gives.
 * @returns bytes of samples; 0 where there is no sound
 * @throws `unreadable_media`, `tool_missing`, and the system's errors
 */
export async function writeSound(source: string, target: string, head: Uint8Array): Promise<number> {
  const file = createWriteStream(target);
  const written = finished(file);
  file.write(head);
  try {
    const hasSound = await decodeSound(source, file);
    file.end();
    await written;
    return hasSound ? file.bytesWritten - head.length : 0;
  } catch (error) {
    file.destroy();
    await written.catch(() => {
      // The first error says what happened.
    });
    throw error;
  }
}

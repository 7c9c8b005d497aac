import { type FileHandle, open, stat } from 'node:fs/promises';
import { MimesisError, requireAvatarSize } from '#shared/contract/index.ts';
import {
  type AvatarDescription,
  CHUNK_HEADER_BYTES,
  describeAvatar,
  GLB_HEAD_BYTES,
  parseGltf,
  readBinaryBytes,
  readGlbHead,
  requireWhole,
  truncated,
} from '#shared/formats/index.ts';
import { ioError, isAbsence } from '../files/index.ts';

/** In one message. */
const NAMES_SHOWN = 5;

/**
 * What a GLB on the disk holds, from its first part alone. Throws `invalid_avatar` for what is no GLB, is cut off or
 * contradicts itself, `missing_file`, `not_a_file`, `too_large` or `io`.
 */
export async function readAvatarFile(path: string): Promise<AvatarDescription> {
  try {
    // Before it is opened: opening a pipe would wait for a writer.
    const info = await stat(path);
    if (!info.isFile())
      throw new MimesisError('not_a_file', 'This is no file.', { remedy: 'Name a GLB file.' });
    requireAvatarSize(info.size);
    const file = await open(path, 'r');
    try {
      return await describeFile(file, info.size);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (isAbsence(error)) {
      throw new MimesisError('missing_file', `The file ${path} is not there.`, {
        remedy: 'Check its name and folder.',
        cause: error,
      });
    }
    throw ioError(error, 'The avatar’s file cannot be read');
  }
}

async function describeFile(file: FileHandle, size: number): Promise<AvatarDescription> {
  const head = readGlbHead(await readBytes(file, 0, Math.min(GLB_HEAD_BYTES, size)));
  if (size < head.fileBytes) throw truncated();
  const jsonEnd = GLB_HEAD_BYTES + head.jsonBytes;
  const gltf = parseGltf(await readBytes(file, GLB_HEAD_BYTES, head.jsonBytes));
  const binaryHeader = await readBytes(file, jsonEnd, Math.min(CHUNK_HEADER_BYTES, head.fileBytes - jsonEnd));
  requireWhole(gltf, readBinaryBytes(binaryHeader, head));
  return describeAvatar(gltf);
}

async function readBytes(file: FileHandle, start: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  const { bytesRead } = await file.read(bytes, 0, length, start);
  if (bytesRead < length) throw truncated();
  return bytes;
}

/** Throws `invalid_avatar` for a file that cannot be shown or has no face to move. */
export function requireUsable({ meshes, unknownExtensions, outsideFiles }: AvatarDescription): void {
  if (meshes.every(({ morphTargets }) => morphTargets.length === 0)) {
    throw new MimesisError('invalid_avatar', 'The avatar has no morph targets, so its face cannot move.', {
      remedy: 'Export it with its facial expressions (blendshapes or shape keys) and their names.',
    });
  }
  if (unknownExtensions.length > 0) {
    throw new MimesisError(
      'invalid_avatar',
      `The file needs ${listed(unknownExtensions)}, which is not read.`,
      {
        remedy: 'Export it without compression, or with meshopt compression.',
      },
    );
  }
  const [outside] = outsideFiles;
  if (outside !== undefined) {
    throw new MimesisError(
      'invalid_avatar',
      `A picture or buffer of the file, ${outside}, is not in its binary part.`,
      {
        remedy: 'Export one GLB with textures and geometry inside.',
      },
    );
  }
}

/** The first of several names. */
function listed(names: readonly string[]): string {
  const more = names.length - NAMES_SHOWN;
  return names.slice(0, NAMES_SHOWN).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

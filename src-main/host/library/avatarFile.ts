import { open } from 'node:fs/promises';
import { MAX_AVATAR_BYTES, MimesisError } from '#shared/contract/index.ts';
import {
  type AvatarDescription,
  describeAvatar,
  GLB_HEAD_BYTES,
  parseGltf,
  readGlbHead,
  truncated,
} from '#shared/formats/index.ts';
import { ioError, isAbsence } from '../files/index.ts';

/**
 * What a GLB on the disk holds, from its first part alone. Throws `invalid_avatar` for what is no GLB or is cut off,
 * `missing_file`, `not_a_file`, `too_large` or `io`.
 */
export async function readAvatarFile(path: string): Promise<AvatarDescription> {
  try {
    const file = await open(path, 'r');
    try {
      const info = await file.stat();
      if (!info.isFile())
        throw new MimesisError('not_a_file', 'This is no file.', { remedy: 'Name a GLB file.' });
      requireSize(info.size);
      const head = new Uint8Array(Math.min(GLB_HEAD_BYTES, info.size));
      await file.read(head, 0, head.length, 0);
      const { fileBytes, jsonBytes } = readGlbHead(head);
      if (info.size < fileBytes) throw truncated();
      const json = new Uint8Array(jsonBytes);
      await file.read(json, 0, jsonBytes, GLB_HEAD_BYTES);
      return describeAvatar(parseGltf(json));
    } finally {
      await file.close();
    }
  } catch (error) {
    if (isAbsence(error)) {
      throw new MimesisError('missing_file', `The avatar’s file ${path} is not there.`, {
        remedy: 'Add the avatar again.',
        cause: error,
      });
    }
    throw ioError(error, 'The avatar’s file cannot be read');
  }
}

/** Throws `too_large` for more than an avatar may have. */
export function requireSize(bytes: number): void {
  if (bytes <= MAX_AVATAR_BYTES) return;
  throw new MimesisError(
    'too_large',
    `The file is larger than ${MAX_AVATAR_BYTES / 2 ** 20} MB, the most that an avatar may have.`,
    { remedy: 'Export it with smaller textures, or with fewer meshes.' },
  );
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
      `The file needs ${unknownExtensions.join(', ')}, which is not read.`,
      {
        remedy: 'Export it without compression, or with meshopt compression.',
      },
    );
  }
  const [outside] = outsideFiles;
  if (outside !== undefined) {
    throw new MimesisError('invalid_avatar', `The file needs another one, ${outside}, that is not in it.`, {
      remedy: 'Export one GLB with textures and geometry inside.',
    });
  }
}

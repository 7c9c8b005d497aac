import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, constants, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { MimesisError } from '#shared/contract/index.ts';
import { metahumanMappingSchema } from '#shared/face/index.ts';
import { UNREAL_PACKAGE_FILES, type UnrealIndexEntry } from '#shared/formats/index.ts';
import { resourcePath } from '../../resources.ts';
import type { UnrealSource } from './source.ts';

export type PackageFile = UnrealIndexEntry['files'][number];

/**
 * Copies the track byte by byte, flushed, and compares it with the checksum it was stored with.
 * Throws `MimesisError('damaged_track')`.
 */
export async function copyTrack(track: UnrealSource['track'], folder: string): Promise<PackageFile> {
  const name = UNREAL_PACKAGE_FILES.track;
  await access(track.path, constants.R_OK).catch((cause) => {
    throw damagedTrack(`The track ${track.path} cannot be read.`, cause);
  });
  const hash = createHash('sha256');
  let bytes = 0;
  await pipeline(
    createReadStream(track.path),
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        bytes += chunk.length;
        yield chunk;
      }
    },
    createWriteStream(join(folder, name), { flush: true }),
  );
  const sha256 = hash.digest('hex');
  if (sha256 !== track.sha256) {
    throw damagedTrack(`The track ${track.path} is not the one that was written (its SHA-256 differs).`);
  }
  return { name, bytes, sha256 };
}

/** Writes a small file, flushed. */
export async function writePackageFile(folder: string, name: string, content: string): Promise<PackageFile> {
  await writeFile(join(folder, name), content, { flush: true });
  return {
    name,
    bytes: Buffer.byteLength(content),
    sha256: createHash('sha256').update(content).digest('hex'),
  };
}

/** The two files that are the same in every package: the mapping, checked, and the importer. */
export async function commonFiles(): Promise<{ mapping: string; importer: string }> {
  const mapping = await readFile(resourcePath('mappings/arkit-to-metahuman.json'), 'utf8');
  metahumanMappingSchema.parse(JSON.parse(mapping));
  return { mapping, importer: await readFile(resourcePath('unreal/unreal_import.py'), 'utf8') };
}

export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

export function damagedTrack(message: string, cause?: unknown): MimesisError {
  return new MimesisError('damaged_track', message, { remedy: 'Track the video again.', cause });
}

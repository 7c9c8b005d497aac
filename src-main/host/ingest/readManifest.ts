import { readFile, stat } from 'node:fs/promises';
import { dirname, sep } from 'node:path';
import { MimesisError } from '#shared/contract/index.ts';
import { decodeText, type ManifestRow, parseManifest } from '#shared/formats/index.ts';
import { existingForm } from './existingForm.ts';
import type { InputEntry, InputListing } from './input.ts';

/** Far above any real manifest (a million rows are about 100 MB), and still one string in memory. */
const MAX_MANIFEST_BYTES = 256 * 2 ** 20;

/**
 * The videos a manifest file names, their paths taken relative to its folder, with either slash.
 * @throws MimesisError `invalid_manifest`; the file system's own error if the file cannot be read.
 */
export async function readManifest(path: string): Promise<InputListing> {
  const { size } = await stat(path);
  if (size > MAX_MANIFEST_BYTES) {
    throw new MimesisError('invalid_manifest', `${path} is too large to be a manifest (${size} bytes).`);
  }
  const { text } = decodeText(await readFile(path));
  const listing: InputListing = { entries: [], problems: [] };
  for (const record of parseManifest(text)) {
    if (record.kind === 'row') listing.entries.push(await toEntry(record, dirname(path)));
    else listing.problems.push({ lineNumber: record.lineNumber, message: record.message });
  }
  return listing;
}

async function toEntry({ kind: _, path, ...row }: ManifestRow, folder: string): Promise<InputEntry> {
  return { ...row, path: await existingForm(folder, path.replaceAll('\\', sep)) };
}

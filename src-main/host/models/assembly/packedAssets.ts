import { basename } from 'node:path/posix';
import { z } from 'zod';
import { MimesisError } from '#shared/contract/index.ts';

/** The JSON that Emscripten's file packager writes into a loader script: byte ranges in the .data file beside it. */
const fileTableSchema = z.object({
  files: z.array(
    z
      .object({ filename: z.string(), start: z.int().nonnegative(), end: z.int().nonnegative() })
      .refine(({ start, end }) => start <= end, 'a file ends before it starts'),
  ),
  remote_package_size: z.int().nonnegative(),
});
type FileTable = z.infer<typeof fileTableSchema>;

/** Files inside an Emscripten package. */
export interface PackedAssets {
  /** The bytes of the one file with this base name; throws `MimesisError('model_damaged')` when there is none. */
  file(name: string): Uint8Array;
}

/**
 * Reads an Emscripten package: the text of its loader script, and its data.
 * Throws `MimesisError('model_damaged')` when the loader has no valid file table or the data have another length.
 */
export function openPackedAssets(loader: string, data: Uint8Array): PackedAssets {
  const table = parseFileTable(loader);
  if (table.remote_package_size !== data.length) {
    throw damaged(`the data have ${data.length} bytes, expected ${table.remote_package_size}`);
  }
  return {
    file(name) {
      const [entry, ...others] = table.files.filter(({ filename }) => basename(filename) === name);
      if (entry === undefined) throw damaged(`there is no ${name} in it`);
      if (others.length > 0) throw damaged(`there is more than one ${name} in it`);
      if (entry.end > data.length) throw damaged(`${name} ends after the data`);
      return data.subarray(entry.start, entry.end);
    },
  };
}

function parseFileTable(loader: string): FileTable {
  const json = /^[ \t]*loadPackage\((\{.*\})\);?[ \t]*$/m.exec(loader)?.[1];
  if (json === undefined) throw damaged('its loader has no file table');
  try {
    return fileTableSchema.parse(JSON.parse(json));
  } catch (cause) {
    throw damaged('its file table is not valid', cause);
  }
}

function damaged(reason: string, cause?: unknown): MimesisError {
  return new MimesisError('model_damaged', `The package of model files cannot be read: ${reason}.`, {
    cause,
  });
}

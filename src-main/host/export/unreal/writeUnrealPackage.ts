import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, copyFile, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { MimesisError } from '#shared/contract/index.ts';
import { metahumanMappingSchema } from '#shared/face/index.ts';
import {
  UNREAL_PACKAGE_FILES,
  type UnrealIndexEntry,
  type UnrealMeta,
  unrealIndexEntrySchema,
} from '#shared/formats/index.ts';
import { ioError } from '../../files/index.ts';
import { choosePackageFolder, type PackageFolder } from './packageFolder.ts';
import { packageMeta } from './packageMeta.ts';
import { replaceFolder } from './replaceFolder.ts';
import { type CompleteUnrealSettings, completeSettings, type UnrealSettings, type UnrealSource } from './source.ts';
import { summariseTrack } from './trackSummary.ts';

export interface WrittenPackage {
  /** Absolute path. */
  readonly folder: string;
  readonly entry: UnrealIndexEntry;
}

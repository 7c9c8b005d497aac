import type { z } from 'zod';
import { decodeUtf8, encodeUtf8 } from '../../capture/index.ts';
import { encodeChunk } from './chunkWriter.ts';
import {
  type TakeEnd,
  type TakeGap,
  type TakeHeader,
  type TakeMarker,
  type TakeMedium,
  type TakeSubject,
  takeEndSchema,
  takeGapSchema,
  takeHeaderSchema,
  takeMarkerSchema,
  takeMediumSchema,
  takeSubjectSchema,
} from './records.ts';

/** The content of the chunks that are JSON, by their kind. */
export interface JsonRecords {
  header: TakeHeader;
  subject: TakeSubject;
  gap: TakeGap;
  marker: TakeMarker;
  medium: TakeMedium;
  end: TakeEnd;
}

const SCHEMAS: { readonly [Kind in keyof JsonRecords]: z.ZodType<JsonRecords[Kind]> } = {
  header: takeHeaderSchema,
  subject: takeSubjectSchema,
  gap: takeGapSchema,
  marker: takeMarkerSchema,
  medium: takeMediumSchema,
  end: takeEndSchema,
};

/** Throws `too_large` for more than 1 MiB of JSON. */
export function encodeJsonChunk<Kind extends keyof JsonRecords>(
  kind: Kind,
  sequence: number,
  record: JsonRecords[Kind],
): Uint8Array {
  return encodeChunk(kind, sequence, encodeUtf8(JSON.stringify(SCHEMAS[kind].parse(record))));
}

/** Undefined for a payload that is not what its kind says. */
export function decodeJsonPayload<Kind extends keyof JsonRecords>(
  kind: Kind,
  payload: Uint8Array,
): JsonRecords[Kind] | undefined {
  try {
    return SCHEMAS[kind].safeParse(JSON.parse(decodeUtf8(payload) ?? '')).data;
  } catch {
    return undefined;
  }
}

import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { trackingFrameSchema, trackingHeaderSchema } from '../src-shared/formats/index.ts';
import { repositoryRoot } from './testing/shared.ts';

/** The tracking format's JSON Schema, made from the schemas that the program itself checks with. */
export const TRACKING_SCHEMA_FILE = join(repositoryRoot, 'docs/schemas/tracking-v2.schema.json');

/** A line of a track is valid against the whole schema, its first one against `$defs/header`, the others against `$defs/frame`. */
export function trackingJsonSchema(): object {
  // As input: a reader passes over keys that it does not know.
  const definition = (schema: z.ZodType): object => {
    const { $schema: _, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' });
    return rest;
  };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Mimesis tracking v2',
    description: 'One line of tracking.jsonl.gz: the header is the first line, every other line is a frame.',
    oneOf: [{ $ref: '#/$defs/header' }, { $ref: '#/$defs/frame' }],
    $defs: { header: definition(trackingHeaderSchema), frame: definition(trackingFrameSchema) },
  };
}

if (import.meta.main) {
  mkdirSync(dirname(TRACKING_SCHEMA_FILE), { recursive: true });
  writeFileSync(TRACKING_SCHEMA_FILE, JSON.stringify(trackingJsonSchema()));
  const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');
  execFileSync(process.execPath, [biome, 'format', '--write', TRACKING_SCHEMA_FILE], { stdio: 'inherit' });
}

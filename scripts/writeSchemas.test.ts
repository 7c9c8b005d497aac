import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { sampleTrack } from './testing/sampleTrack.ts';
import { TRACKING_SCHEMA_FILE, trackingJsonSchema } from './writeSchemas.ts';

const schema: object = JSON.parse(readFileSync(TRACKING_SCHEMA_FILE, 'utf8'));

/** What a validator that knows nothing of this program says to a line. */
const accepts = (() => {
  const ajv = new Ajv2020({ strict: true, strictRequired: false });
  ajv.addFormat('uuid', true);
  const validate = ajv.compile(schema);
  return (line: unknown): boolean => validate(JSON.parse(JSON.stringify(line)));
})();

const [header, frame] = sampleTrack() as [Record<string, unknown>, Record<string, unknown>];

describe('the JSON Schema of tracking v2', () => {
  it('is up to date (node scripts/writeSchemas.ts writes it anew)', () => {
    expect(schema).toEqual(JSON.parse(JSON.stringify(trackingJsonSchema())));
  });

  it('accepts every line that is written', () => {
    expect(sampleTrack().map(accepts)).toEqual([true, true, true, true, true]);
  });

  it('accepts keys that a later program may add', () => {
    expect(accepts({ ...frame, later: 1 })).toBe(true);
  });

  it.each<[string, unknown]>([
    ['another version', { ...header, version: 'v3' }],
    ['a header without its video', { ...header, video: undefined }],
    ['a frame without a time', { ...frame, t: undefined }],
    ['a negative time', { ...frame, t: -1 }],
    ['a fractional index', { ...frame, index: 0.5 }],
    ['too few pose numbers', { ...frame, pose: { image: [1, 2, 3], world: [] } }],
    ['one hand only', { ...frame, hands: { left: null } }],
    ['a confidence above 1', { ...frame, confidence: { pose: 1.1, left_hand: 0, right_hand: 0, face: 0 } }],
    ['an unknown flag', { ...frame, flags: { pose: ['guessed'] } }],
    ['a flag of an unknown channel', { ...frame, flags: { tail: ['filled'] } }],
    ['an empty list of flags', { ...frame, flags: { pose: [] } }],
    ['a box beyond the picture', { ...frame, bbox_person: [0, 0, 1.5, 1] }],
    ['a list', []],
  ])('refuses %s', (_, line) => {
    expect(accepts(line)).toBe(false);
  });
});

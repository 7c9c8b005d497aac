import { ARKIT_BLENDSHAPE_COUNT } from '../../face/index.ts';
import { BLENDSHAPE_SPELLINGS } from '../blendshapeSpellings.ts';
import { createByteNames } from '../byteNames.ts';
import type { JsonReader } from '../jsonReader.ts';

/** What a frame can tell: the coefficients, then these; of each vector x, y and z. */
export const SLOTS = {
  Rotation: ARKIT_BLENDSHAPE_COUNT,
  EyeLeft: ARKIT_BLENDSHAPE_COUNT + 3,
  EyeRight: ARKIT_BLENDSHAPE_COUNT + 6,
  Position: ARKIT_BLENDSHAPE_COUNT + 9,
  Timestamp: ARKIT_BLENDSHAPE_COUNT + 12,
  FaceFound: ARKIT_BLENDSHAPE_COUNT + 13,
} as const;
export const SLOT_COUNT = ARKIT_BLENDSHAPE_COUNT + 14;

const BLENDSHAPES_KEY = SLOT_COUNT;
const keyOf = createByteNames(new Map([...Object.entries(SLOTS), ['BlendShapes', BLENDSHAPES_KEY]]));
const coefficientOf = createByteNames(BLENDSHAPE_SPELLINGS);
const axisOf = createByteNames(new Map(Object.entries({ x: 0, y: 1, z: 2 })));
const NAME = 0;
const VALUE = 1;
const partOf = createByteNames(new Map(Object.entries({ k: NAME, v: VALUE })));

const value = new Float64Array(1);

/**
 * Reads a frame's fields, each into its slot; keys that are not known are passed over. What is not in the frame stays as
 * it was in `sent`. Whether the frame could be read, the reader says.
 * @param bytes those of the reader
 */
export function readFields(reader: JsonReader, bytes: Uint8Array, sent: Float64Array): void {
  reader.enterObject();
  while (reader.nextKey()) {
    const key = keyOf(bytes, reader.textFrom, reader.textTo);
    if (key === BLENDSHAPES_KEY) readCoefficients(reader, bytes, sent);
    else if (key === SLOTS.FaceFound) sent[key] = reader.readBoolean() ? 1 : 0;
    else if (key === SLOTS.Timestamp) reader.readNumber(sent, key);
    else if (key >= 0) readVector(reader, bytes, sent, key);
    else reader.skipValue();
  }
}

/** An object of x, y and z, of which z may be missing. */
function readVector(reader: JsonReader, bytes: Uint8Array, sent: Float64Array, slot: number): void {
  sent.fill(Number.NaN, slot, slot + 2);
  sent[slot + 2] = 0;
  reader.enterObject();
  while (reader.nextKey()) {
    const axis = axisOf(bytes, reader.textFrom, reader.textTo);
    if (axis < 0) reader.skipValue();
    else reader.readNumber(sent, slot + axis);
  }
  if (Number.isNaN(sent[slot]) || Number.isNaN(sent[slot + 1])) reader.isSound = false;
}

/** An array of objects, each with a name `k` and a value `v`. */
function readCoefficients(reader: JsonReader, bytes: Uint8Array, sent: Float64Array): void {
  reader.enterArray();
  while (reader.nextItem()) {
    let coefficient = -1;
    value[0] = Number.NaN;
    reader.enterObject();
    while (reader.nextKey()) {
      const part = partOf(bytes, reader.textFrom, reader.textTo);
      if (part === VALUE) reader.readNumber(value, 0);
      else if (part !== NAME) reader.skipValue();
      else {
        reader.readString();
        coefficient = coefficientOf(bytes, reader.textFrom, reader.textTo);
      }
    }
    if (Number.isNaN(value[0])) reader.isSound = false;
    if (coefficient >= 0) sent[coefficient] = value[0] ?? 0;
  }
}

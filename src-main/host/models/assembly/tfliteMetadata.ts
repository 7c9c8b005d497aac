import { MimesisError } from '#shared/contract/index.ts';
import { encodeFlatBuffer, type FlatNode, type FlatValue, followOffset, readTable } from './flatBuffer.ts';

/** How input pixels (0..255) become the model's input: `(pixel - mean) / std`. */
export interface Normalization {
  readonly mean: number;
  readonly std: number;
}

/** Field numbers of table Model in TensorFlow Lite's schema.fbs (version 3, file identifier TFL3). */
const MODEL_FIELDS = { version: 0, buffers: 4, metadata: 6, count: 8 } as const;
const MODEL_IDENTIFIER = 'TFL3';
/** Name under which TFLite Support's metadata are looked up, and their file identifier (metadata_schema.fbs). */
const METADATA_NAME = 'TFLITE_METADATA';
const METADATA_IDENTIFIER = 'M001';
/** Number of NormalizationOptions in union ProcessUnitOptions (metadata_schema.fbs). */
const NORMALIZATION_OPTIONS = 1;

/**
 * A copy of a TFLite model that carries the normalization of its one image input as TFLite metadata.
 *
 * A new root table goes in front; the original bytes follow, untouched, and are what the new root points into.
 * Throws `MimesisError('model_damaged')` when `model` is not a TFLite model this can read.
 */
export function addNormalization(model: Uint8Array, normalization: Normalization): Uint8Array {
  try {
    return encodeFlatBuffer(modelWithMetadata(model, normalization), MODEL_IDENTIFIER, model);
  } catch (cause) {
    if (cause instanceof MimesisError) throw cause;
    throw new MimesisError('model_damaged', 'The file is not a readable TFLite model.', { cause });
  }
}

function modelWithMetadata(model: Uint8Array, normalization: Normalization): FlatNode {
  const view = new DataView(model.buffer, model.byteOffset, model.byteLength);
  const identifier = String.fromCharCode(...model.subarray(4, 8));
  if (identifier !== MODEL_IDENTIFIER) {
    throw new MimesisError('model_damaged', 'The file is not a TFLite model.');
  }
  const slots = readTable(view, followOffset(view, 0));
  if (slots.length > MODEL_FIELDS.count) {
    throw new MimesisError('model_damaged', 'The TFLite model has fields that are newer than this program.');
  }
  const fields: (FlatValue | undefined)[] = Array.from({ length: MODEL_FIELDS.count }, (_, field) => {
    const slot = slots[field];
    if (slot === undefined) return undefined;
    if (field === MODEL_FIELDS.version) return view.getUint32(slot, true);
    return { kind: 'tail', position: followOffset(view, slot) };
  });
  const buffers = readVector(view, slots[MODEL_FIELDS.buffers]);
  const metadataBuffer: FlatNode = {
    kind: 'table',
    fields: [{ kind: 'bytes', bytes: encodeMetadata(normalization) }],
  };
  const entry: FlatNode = { kind: 'table', fields: [{ kind: 'text', text: METADATA_NAME }, buffers.length] };
  fields[MODEL_FIELDS.buffers] = { kind: 'nodes', items: [...buffers, metadataBuffer] };
  const earlier = readVector(view, slots[MODEL_FIELDS.metadata]);
  fields[MODEL_FIELDS.metadata] = { kind: 'nodes', items: [...earlier, entry] };
  return { kind: 'table', fields };
}

/** The items of a vector of tables, as they lie in the model; none when the field is absent. */
function readVector(view: DataView, slot: number | undefined): FlatNode[] {
  if (slot === undefined) return [];
  const vector = followOffset(view, slot);
  const count = view.getUint32(vector, true);
  if (count * 4 > view.byteLength) {
    throw new MimesisError('model_damaged', 'The TFLite model has a list that is longer than its file.');
  }
  return Array.from({ length: count }, (_, index) => ({
    kind: 'tail',
    position: followOffset(view, vector + 4 + 4 * index),
  }));
}

/** ModelMetadata with one subgraph whose one input tensor has one process unit, by field numbers of metadata_schema.fbs. */
function encodeMetadata({ mean, std }: Normalization): Uint8Array {
  const none = undefined;
  const options = table(floats(mean), floats(std));
  const processUnit = table(NORMALIZATION_OPTIONS, options);
  const inputTensor = table(none, none, none, none, list(processUnit));
  const subgraph = table(none, none, list(inputTensor));
  return encodeFlatBuffer(table(none, none, none, list(subgraph)), METADATA_IDENTIFIER);
}

function table(...fields: (FlatValue | undefined)[]): FlatNode {
  return { kind: 'table', fields };
}

function list(...items: FlatNode[]): FlatNode {
  return { kind: 'nodes', items };
}

function floats(...values: number[]): FlatNode {
  return { kind: 'floats', values };
}

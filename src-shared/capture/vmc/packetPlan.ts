import { encodeOscBundle, encodeOscMessage, type OscArgument } from '../osc/encode.ts';
import { BUNDLE_HEADER_BYTES, LENGTH_BYTES } from '../osc/layout.ts';

/** Fits into an Ethernet frame of 1500 bytes, with room for the headers of IPv6, UDP and a tunnel. */
const MAX_BUNDLE_BYTES = 1400;
const NUMBER_BYTES = 4;

/** A message of which nothing differs from frame to frame but the numbers, which stand last. */
export interface PlannedMessage<Source> {
  readonly address: string;
  readonly name?: string;
  /** Type tags of the numbers. */
  readonly numbers: readonly ('i' | 'f')[];
  /** Gives the numbers of a frame. */
  readonly fill?: (source: Source, out: Float64Array) => void;
}

/**
 * Packs messages into as few bundles as they fit in, in their order. The packets are made once; each call of the result
 * writes the numbers of a frame and gives copies.
 */
export function planPackets<Source>(
  messages: readonly PlannedMessage<Source>[],
): (source: Source) => Uint8Array[] {
  const bundles: PlannedMessage<Source>[][] = [];
  let bytes = MAX_BUNDLE_BYTES;
  for (const message of messages) {
    const messageBytes = LENGTH_BYTES + encoded(message).length;
    bytes += messageBytes;
    if (bytes > MAX_BUNDLE_BYTES) {
      bundles.push([]);
      bytes = BUNDLE_HEADER_BYTES + messageBytes;
    }
    bundles.at(-1)?.push(message);
  }
  const planned = bundles.map(planBundle);
  return (source) => planned.map((write) => write(source));
}

function planBundle<Source>(messages: readonly PlannedMessage<Source>[]): (source: Source) => Uint8Array {
  const packet = encodeOscBundle(messages.map(encoded));
  const view = new DataView(packet.buffer);
  const numbers = new Float64Array(Math.max(...messages.map((message) => message.numbers.length)));
  let end = BUNDLE_HEADER_BYTES;
  const places = messages.map((message) => {
    end += LENGTH_BYTES + encoded(message).length;
    return { ...message, at: end - NUMBER_BYTES * message.numbers.length };
  });
  return (source) => {
    for (const { fill, numbers: types, at } of places) {
      if (!fill) continue;
      fill(source, numbers);
      for (const [i, type] of types.entries()) {
        if (type === 'f') view.setFloat32(at + NUMBER_BYTES * i, numbers[i] ?? 0);
        else view.setInt32(at + NUMBER_BYTES * i, numbers[i] ?? 0);
      }
    }
    return packet.slice();
  };
}

function encoded({ address, name, numbers }: PlannedMessage<never>): Uint8Array {
  const zeros = numbers.map((type): OscArgument => ({ type, value: 0 }));
  return encodeOscMessage(address, name === undefined ? zeros : [{ type: 's', value: name }, ...zeros]);
}

import type { CaptureFrame, PacketDecoder, PacketOutcome } from '#shared/capture/index.ts';
import type { Sender } from '../subjects/subject.ts';

/** Far more than a stage has; what strangers on the network can fill it with stays small. */
const MAX_SENDERS = 32;

interface KnownSender extends Sender {
  readonly decode: PacketDecoder;
}

/** Reads packets, those of each sender on their own: what takes several packets to tell is not mixed up. */
export class SenderDecoders {
  readonly #create: () => PacketDecoder;
  /** The one heard first is first. */
  readonly #known: KnownSender[] = [];

  constructor(create: () => PacketDecoder) {
    this.#create = create;
  }

  decode(packet: Uint8Array, frame: CaptureFrame, sender: Sender): PacketOutcome {
    return this.#decoderOf(sender)(packet, frame);
  }

  #decoderOf({ address, port }: Sender): PacketDecoder {
    for (const known of this.#known) {
      if (known.port === port && known.address === address) return known.decode;
    }
    if (this.#known.length === MAX_SENDERS) this.#known.shift();
    const decode = this.#create();
    this.#known.push({ address, port, decode });
    return decode;
  }
}

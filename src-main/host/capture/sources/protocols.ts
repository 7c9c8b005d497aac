import { createLiveLinkFaceDecoder, type PacketDecoder } from '#shared/capture/index.ts';
import type { AskedProtocol, CaptureProtocol } from '#shared/contract/index.ts';

const DECODERS: Readonly<Record<CaptureProtocol, () => PacketDecoder>> = {
  live_link_face: createLiveLinkFaceDecoder,
  ifacialmocap: createLiveLinkFaceDecoder,
  facemotion3d: createLiveLinkFaceDecoder,
  vtube_studio: createLiveLinkFaceDecoder,
  vmc: createLiveLinkFaceDecoder,
  arkit_data: createLiveLinkFaceDecoder,
};

/** A reader for one socket. */
export function createDecoder(protocol: CaptureProtocol): PacketDecoder {
  return DECODERS[protocol]();
}

interface PhoneRequest {
  /** UDP port of the phone. */
  readonly port: number;
  /** Whether the phone falls silent by itself unless it is asked again. */
  readonly isLease: boolean;
  /** What is sent; `replyPort` is where the phone shall send to. */
  readonly packet: (replyPort: number) => Uint8Array;
}

export const REQUESTS: Readonly<Record<AskedProtocol, PhoneRequest>> = {
  ifacialmocap: { port: 49_983, isLease: false, packet: () => new Uint8Array() },
  facemotion3d: { port: 49_993, isLease: false, packet: () => new Uint8Array() },
  vtube_studio: { port: 21_412, isLease: true, packet: () => new Uint8Array() },
};

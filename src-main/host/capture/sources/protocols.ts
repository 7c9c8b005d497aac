import {
  createIFacialMocapDecoder,
  createLiveLinkFaceDecoder,
  createVmcDecoder,
  createVtubeStudioDecoder,
  decodeArkitData,
  encodeTrackingRequest,
  HANDSHAKES,
  type PacketDecoder,
  VTUBE_STUDIO_LEASE_SECONDS,
  VTUBE_STUDIO_PHONE_PORT,
} from '#shared/capture/index.ts';
import type { AskedProtocol, CaptureProtocol } from '#shared/contract/index.ts';

/** A reader of each protocol. Whoever adds one adds its codec, its name in the contract, and a line here. */
export const DECODERS: Readonly<Record<CaptureProtocol, () => PacketDecoder>> = {
  live_link_face: createLiveLinkFaceDecoder,
  ifacialmocap: createIFacialMocapDecoder,
  facemotion3d: createIFacialMocapDecoder,
  vtube_studio: createVtubeStudioDecoder,
  vmc: createVmcDecoder,
  arkit_data: () => decodeArkitData,
};

interface PhoneRequest {
  /** UDP port of the phone. */
  readonly phonePort: number;
  /** How often to send it: UDP may lose it. */
  readonly times: number;
  /** Whether the phone falls silent by itself unless it is asked again. */
  readonly isLease: boolean;
  /** What is sent; `replyPort` is where frames are heard. */
  readonly packet: (replyPort: number) => Uint8Array;
}

const OWN_NAME = 'Mimesis Studio';

/** What to send to a phone so that it sends frames. Phones with iFacialMocap and Facemotion3d send to ports of their own. */
export const REQUESTS: Readonly<Record<AskedProtocol, PhoneRequest>> = {
  ifacialmocap: handshake(HANDSHAKES.iFacialMocapUdpV2),
  facemotion3d: handshake(HANDSHAKES.facemotion3dUdp),
  vtube_studio: {
    phonePort: VTUBE_STUDIO_PHONE_PORT,
    times: 1,
    isLease: true,
    packet: (replyPort) =>
      encodeTrackingRequest({
        leaseSeconds: VTUBE_STUDIO_LEASE_SECONDS,
        sentBy: OWN_NAME,
        ports: [replyPort],
      }),
  },
};

function handshake({
  text,
  phonePort,
  times,
}: (typeof HANDSHAKES)['facemotion3dUdp' | 'iFacialMocapUdpV2']): PhoneRequest {
  const bytes = Buffer.from(text);
  return { phonePort, times, isLease: false, packet: () => bytes };
}

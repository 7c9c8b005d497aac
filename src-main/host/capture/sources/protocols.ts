import {
  createIFacialMocapDecoder,
  createLiveLinkFaceDecoder,
  createVmcDecoder,
  createVtubeStudioDecoder,
  decodeArkitData,
  encodeTrackingRequest,
  HANDSHAKES,
  type PacketDecoder,
  PHONE_COMMANDS,
  VTUBE_STUDIO_LEASE_SECONDS,
  VTUBE_STUDIO_PHONE_PORT,
} from '#shared/capture/index.ts';
import type { AskedPhone, AskedProtocol, NetworkProtocol } from '#shared/contract/index.ts';

/** A reader of each protocol. Whoever adds one adds its codec, its name in the contract, and a line here. */
export const DECODERS: Readonly<Record<NetworkProtocol, () => PacketDecoder>> = {
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

const askVtubeStudio: PhoneRequest = {
  phonePort: VTUBE_STUDIO_PHONE_PORT,
  times: 1,
  isLease: true,
  packet: (replyPort) =>
    encodeTrackingRequest({ leaseSeconds: VTUBE_STUDIO_LEASE_SECONDS, sentBy: OWN_NAME, ports: [replyPort] }),
};

/** What to send to a phone so that it sends frames. With iFacialMocap and Facemotion3d these go to ports of the apps' own. */
export const REQUESTS: Readonly<
  Record<AskedProtocol, Readonly<Record<AskedPhone['transport'], PhoneRequest>>>
> = {
  ifacialmocap: {
    udp: handshake(HANDSHAKES.iFacialMocapUdpV2),
    tcp: handshake(HANDSHAKES.iFacialMocapTcpV2),
  },
  facemotion3d: { udp: handshake(HANDSHAKES.facemotion3dUdp), tcp: handshake(HANDSHAKES.facemotion3dTcp) },
  vtube_studio: { udp: askVtubeStudio, tcp: askVtubeStudio },
};

/** What to send to a phone so that it ends, where it would go on for ever. */
export const STOPS: Readonly<Partial<Record<AskedProtocol, PhoneRequest>>> = {
  ifacialmocap: handshake(PHONE_COMMANDS.iFacialMocapStopTcp),
  facemotion3d: handshake(PHONE_COMMANDS.facemotion3dStop),
};

/** Where phones of both apps connect. */
export const TCP_PORT = HANDSHAKES.iFacialMocapTcpV2.reply.port;

function handshake({
  text,
  phonePort,
  times,
}: {
  text: string;
  phonePort: number;
  times: number;
}): PhoneRequest {
  const bytes = Buffer.from(text);
  return { phonePort, times, isLease: false, packet: () => bytes };
}

/**
 * What to send to a phone, as one UDP packet of text, so that it sends frames back, and where it sends them.
 * Sources: https://www.ifacialmocap.com/for-developer/, https://www.facemotion3d.net/english/for-developer/, and, for how
 * Facemotion3d is stopped, open-source readers (github:thatpix3l/fntwo among them).
 */
export interface Handshake {
  readonly text: string;
  /** UDP port of the phone that the text goes to. */
  readonly phonePort: number;
  /** Where frames come in on this computer. Over TCP the phone connects to us. */
  readonly reply: { readonly transport: 'udp' | 'tcp'; readonly port: number };
  /** How often to send the text: UDP may lose it. */
  readonly times: number;
}

/** A text that the phone acts on without sending anything back. */
export type PhoneCommand = Pick<Handshake, 'text' | 'phonePort' | 'times'>;

const IFACIALMOCAP_PORT = 49983;
const FACEMOTION3D_PORT = 49993;
const TCP_PORT = 49986;
const BAKE_PORT = 49987;

const PASSWORD = 'sahuasouryya9218sauhuiayeta91555dy3719';
/** From version 1.1.8 of the app on; older ones pass over it and answer in version 1. */
const VERSION_2 = '|sendDataVersion=v2';

/** The vendor of Facemotion3d asks for three. */
const FACEMOTION3D_TIMES = 3;

export const HANDSHAKES = {
  iFacialMocapUdpV1: iFacialMocap(`iFacialMocap_${PASSWORD}`, 'udp', IFACIALMOCAP_PORT),
  iFacialMocapUdpV2: iFacialMocap(`iFacialMocap_${PASSWORD}${VERSION_2}`, 'udp', IFACIALMOCAP_PORT),
  iFacialMocapTcpV1: iFacialMocap(`iFacialMocap_UDPTCP_${PASSWORD}`, 'tcp', TCP_PORT),
  iFacialMocapTcpV2: iFacialMocap(`iFacialMocap_UDPTCP_${PASSWORD}${VERSION_2}`, 'tcp', TCP_PORT),
  /** Sends a take that was recorded on the phone, as one JSON array with the end mark of a frame. */
  iFacialMocapBake: iFacialMocap('iFacialMocap_bakeRecordedAnimation_start', 'tcp', BAKE_PORT),
  facemotion3dUdp: {
    text: 'FACEMOTION3D_OtherStreaming',
    phonePort: FACEMOTION3D_PORT,
    reply: { transport: 'udp', port: FACEMOTION3D_PORT },
    times: FACEMOTION3D_TIMES,
  },
  facemotion3dTcp: {
    text: 'FACEMOTION3D_OtherStreaming|protocol=tcp',
    phonePort: FACEMOTION3D_PORT,
    reply: { transport: 'tcp', port: TCP_PORT },
    times: FACEMOTION3D_TIMES,
  },
} as const satisfies Record<string, Handshake>;

export const PHONE_COMMANDS = {
  iFacialMocapStopTcp: {
    text: `iFacialMocap_UDPTCPSTOP_${PASSWORD}`,
    phonePort: IFACIALMOCAP_PORT,
    times: 1,
  },
  /** Takes the present turn of the head as straight ahead. */
  iFacialMocapLookForward: { text: 'iFacialMocap_lookForward', phonePort: IFACIALMOCAP_PORT, times: 1 },
  facemotion3dStop: {
    text: 'StopStreaming_FACEMOTION3D',
    phonePort: FACEMOTION3D_PORT,
    times: FACEMOTION3D_TIMES,
  },
} as const satisfies Record<string, PhoneCommand>;

function iFacialMocap(text: string, transport: 'udp' | 'tcp', port: number): Handshake {
  return { text, phonePort: IFACIALMOCAP_PORT, reply: { transport, port }, times: 1 };
}

import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { type CaptureFrame, createCaptureFrame, createLiveLinkFaceDecoder } from '#shared/capture/index.ts';
import { MimesisError } from '#shared/contract/index.ts';
import { type Clock, systemClock } from './clock.ts';
import { type SubjectState, SubjectTable } from './subjectTable.ts';

/** Where Live Link Face sends unless it is told otherwise. */
export const LIVE_LINK_FACE_PORT = 11111;

/** How often silence is looked for. */
const EXPIRY_SECONDS = 0.1;

export interface PhoneReceiverOptions {
  /** UDP port; 0 takes any free one. */
  readonly port?: number;
  /** Address of this computer to listen at: every one by default, as phones are on the network. */
  readonly address?: string;
  readonly clock?: Clock;
  /**
   * A face has come, of the subject with this id. The frame is filled anew for the next packet: copy what is to be kept.
   */
  readonly onFrame: (frame: CaptureFrame, subjectId: number) => void;
  /** A subject has come, has lost or found its face, has fallen silent or is back. */
  readonly onStatus: (subject: SubjectState) => void;
  /** The operating system has taken the socket away; it is closed. */
  readonly onFailed: (error: MimesisError) => void;
}

/** An open socket that phones send to. */
export interface PhoneReceiver {
  readonly address: string;
  readonly port: number;
  subjects(): SubjectState[];
  /** Packets that could not be read. `foreign`: of another version of the protocol, or of something else altogether. */
  rejected(): { readonly foreign: number; readonly malformed: number };
  /** Closes the socket; nothing is called once it has resolved. May be called again. */
  disarm(): Promise<void>;
}

/**
 * Arms capture: listens for Live Link Face (version 6) until disarmed.
 * @throws MimesisError `port_in_use` where another program listens at the port, `io` where the system refuses otherwise
 */
export async function armPhoneReceiver(options: PhoneReceiverOptions): Promise<PhoneReceiver> {
  const { port = LIVE_LINK_FACE_PORT, address = '0.0.0.0', clock = systemClock, onFrame, onFailed } = options;
  const socket = await openSocket(port, address);
  const closed = new Promise<void>((resolve) => socket.once('close', resolve));
  const decode = createLiveLinkFaceDecoder();
  const frame = createCaptureFrame();
  const subjects = new SubjectTable(options.onStatus);
  const rejected = { foreign: 0, malformed: 0 };
  let isArmed = true;

  const take = (packet: Uint8Array, sender: RemoteInfo): void => {
    const outcome = decode(packet, frame);
    if (outcome === 'foreign' || outcome === 'malformed') {
      rejected[outcome] += 1;
      return;
    }
    const id = subjects.heard(frame, sender, clock.nowSeconds());
    if (outcome === 'frame') onFrame(frame, id);
  };
  const stopExpiry = clock.every(EXPIRY_SECONDS, () => subjects.expire(clock.nowSeconds()));
  const disarm = async (): Promise<void> => {
    if (isArmed) {
      isArmed = false;
      stopExpiry();
      socket.off('message', take).close();
    }
    await closed;
  };

  socket.on('message', take);
  socket.on('error', (error) => {
    void disarm().then(() =>
      onFailed(new MimesisError('io', `Capture has stopped: ${error.message}.`, { cause: error })),
    );
  });
  const bound = socket.address();
  return {
    address: bound.address,
    port: bound.port,
    subjects: () => subjects.list(clock.nowSeconds()),
    rejected: () => ({ ...rejected }),
    disarm,
  };
}

async function openSocket(port: number, address: string): Promise<Socket> {
  const socket = createSocket('udp4');
  try {
    socket.bind(port, address);
    await once(socket, 'listening');
    return socket;
  } catch (cause) {
    socket.close();
    if (cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE') {
      throw new MimesisError('port_in_use', `Another program listens for phones at UDP port ${port}.`, {
        remedy: 'Close it (Unreal with Live Link is one), or choose another port here and in the phone.',
        cause,
      });
    }
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new MimesisError('io', `UDP port ${port} cannot be opened: ${reason}.`, { cause });
  }
}

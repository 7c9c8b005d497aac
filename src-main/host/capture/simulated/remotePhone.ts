import { createOscReader, encodeOscMessage } from '#shared/capture/index.ts';
import { openUdpSocket } from '../sources/udpSocket.ts';

/** What a simulated phone was told, in words such as `RecordStart HOUSE 3`. */
type HeardCommand = string;

export interface RemotePhoneOptions {
  /** Of this computer. */
  readonly address: string;
  /** UDP; 0 takes any free one. */
  readonly port: number;
  /** Charge, 0..1. */
  readonly battery?: number;
  /** Position in `THERMAL_STATES`. */
  readonly heat?: number;
  readonly onCommand?: (command: HeardCommand) => void;
}

export interface RemotePhone {
  readonly port: number;
  close(): Promise<void>;
}

/** The app writes this whatever the time. */
const TIMECODE = '00:00:00.000';

/**
 * Takes commands as Live Link Face does over OSC, and answers to where it was told to. Of the commands that need an
 * iPhone, only those are confirmed that the app confirms.
 * @throws MimesisError `port_in_use` or `io`
 */
export async function openRemotePhone(options: RemotePhoneOptions): Promise<RemotePhone> {
  const { address, port, battery = 0.8, heat = 0, onCommand } = options;
  const socket = await openUdpSocket(port, address);
  const reader = createOscReader();
  let target: { readonly address: string; readonly port: number } | undefined;
  let files = '';
  const answer = (...message: Parameters<typeof encodeOscMessage>): void => {
    if (target) socket.send(encodeOscMessage(...message), target.port, target.address, () => {});
  };
  const obey = (command: string, text: string, number: number): void => {
    switch (command) {
      case '/OSCSetSendTarget':
        target = { address: text, port: number };
        answer('/OSCSetSendTargetConfirm');
        break;
      case '/BatteryQuery':
        answer('/Battery', [{ type: 'f', value: battery }]);
        break;
      case '/ThermalsQuery':
        answer('/Thermals', [{ type: 'i', value: heat }]);
        break;
      case '/RecordStart':
        files = `/${text}_${number}`;
        answer('/RecordStartConfirm', [{ type: 's', value: TIMECODE }]);
        break;
      case '/RecordStop':
        answer(
          '/RecordStopConfirm',
          [TIMECODE, `${files}.csv`, `${files}.mov`].map((value) => ({ type: 's', value })),
        );
        break;
      default:
    }
  };
  socket.on('message', (packet: Uint8Array) => {
    reader.read(packet, (message) => {
      const count = message.argumentCount;
      const [text, number] = [message.textAt(0) ?? '', message.numberAt(1)];
      const told = [text, number].slice(0, count).join(' ');
      onCommand?.(`${message.address.slice(1)}${told && ` ${told}`}`);
      obey(message.address, text, number);
    });
  });
  return {
    port: socket.address().port,
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  };
}

import {
  type CaptureSettings,
  type CaptureSocket,
  NETWORK_PROTOCOLS,
  type NetworkProtocol,
} from '#shared/contract/index.ts';
import { Checkbox, PortField } from '../ui/index.ts';
import { configureCapture } from './captureStore.ts';
import { SocketState } from './SocketState.tsx';
import { words } from './words.ts';

interface ProtocolsProps {
  readonly settings: CaptureSettings;
  readonly sockets: readonly CaptureSocket[];
}

/** What is listened to while capture is armed, at which ports, and what came there that could not be read. */
export function Protocols({ settings, sockets }: ProtocolsProps) {
  return (
    <ul className="capture-protocols">
      {NETWORK_PROTOCOLS.map((protocol) => (
        <Protocol
          key={protocol}
          protocol={protocol}
          settings={settings}
          socket={sockets.find((socket) => socket.protocol === protocol && socket.transport === 'udp')}
        />
      ))}
    </ul>
  );
}

interface ProtocolProps {
  readonly protocol: NetworkProtocol;
  readonly settings: CaptureSettings;
  readonly socket: CaptureSocket | undefined;
}

function Protocol({ protocol, settings, socket }: ProtocolProps) {
  const { listen } = settings;
  const name = words.protocols[protocol];
  const set = (change: Partial<(typeof listen)[NetworkProtocol]>): void =>
    configureCapture({ ...settings, listen: { ...listen, [protocol]: { ...listen[protocol], ...change } } });
  return (
    <li>
      <Checkbox checked={listen[protocol].isOn} onChange={(isOn) => set({ isOn })}>
        {name}
      </Checkbox>
      <PortField label={words.portOf(name)} port={listen[protocol].port} onChange={(port) => set({ port })} />
      {socket && <SocketState socket={socket} />}
    </li>
  );
}

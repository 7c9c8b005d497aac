import { X } from 'lucide-react';
import { useState } from 'react';
import type { AskedPhone, CaptureSettings, CaptureSocket } from '#shared/contract/index.ts';
import { IconButton, Select } from '../ui/index.ts';
import { configureCapture } from './captureStore.ts';
import { PlaceForm } from './PlaceForm.tsx';
import { SocketState } from './SocketState.tsx';
import { words } from './words.ts';

interface AskedPhonesProps {
  readonly settings: CaptureSettings;
  readonly sockets: readonly CaptureSocket[];
}

/** Apps, each over the transports that it has. */
const WAYS = [
  { protocol: 'ifacialmocap', transport: 'udp' },
  { protocol: 'ifacialmocap', transport: 'tcp' },
  { protocol: 'facemotion3d', transport: 'udp' },
  { protocol: 'facemotion3d', transport: 'tcp' },
  { protocol: 'vtube_studio', transport: 'udp' },
] as const satisfies readonly Pick<AskedPhone, 'protocol' | 'transport'>[];
const keyOf = ({ protocol, transport }: (typeof WAYS)[number]) => `${protocol} ${transport}` as const;

/** Phones that send only once they are asked, by their address. */
export function AskedPhones({ settings, sockets }: AskedPhonesProps) {
  const [way, setWay] = useState<(typeof WAYS)[number]>(WAYS[0]);
  const { phones } = settings;
  return (
    <>
      <p className="capture-hint">{words.askedHint}</p>
      <ul className="capture-asked">
        {phones.map((phone) => (
          <li key={`${phone.protocol} ${phone.address}`}>
            <span>{words.way(phone)}</span>
            <span>{phone.port === undefined ? phone.address : `${phone.address}:${phone.port}`}</span>
            <IconButton
              label={words.forget(phone.address)}
              icon={<X />}
              onClick={() =>
                configureCapture({ ...settings, phones: phones.filter((each) => each !== phone) })
              }
            />
          </li>
        ))}
      </ul>
      {sockets.map(
        (socket) => socket.transport === 'tcp' && <SocketState key={socket.port} socket={socket} />,
      )}
      <PlaceForm
        label={words.phoneAddress}
        add={words.ask}
        isNew={({ address }) =>
          !phones.some((phone) => phone.protocol === way.protocol && phone.address === address)
        }
        onAdd={(place) => configureCapture({ ...settings, phones: [...phones, { ...way, ...place }] })}
      >
        <Select
          label={words.askedApp}
          value={keyOf(way)}
          options={WAYS.map((each) => ({ value: keyOf(each), label: words.way(each) }))}
          onChange={(key) => setWay(WAYS.find((each) => keyOf(each) === key) ?? way)}
        />
      </PlaceForm>
    </>
  );
}

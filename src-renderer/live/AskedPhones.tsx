import { X } from 'lucide-react';
import { useState } from 'react';
import { ASKED_PROTOCOLS, type AskedProtocol, type CaptureSettings } from '#shared/contract/index.ts';
import { Button, IconButton, Select } from '../ui/index.ts';
import { configureCapture } from './captureStore.ts';
import { readPlace } from './place.ts';
import { words } from './words.ts';

/** Phones that send only once they are asked, by their address. */
export function AskedPhones({ settings }: { readonly settings: CaptureSettings }) {
  const [protocol, setProtocol] = useState<AskedProtocol>('ifacialmocap');
  const [text, setText] = useState('');
  const { phones } = settings;
  const place = readPlace(text);
  const isNew = !phones.some((phone) => phone.protocol === protocol && phone.address === place?.address);
  return (
    <>
      <p className="capture-hint">{words.askedHint}</p>
      <ul className="capture-asked">
        {phones.map((phone) => (
          <li key={`${phone.protocol} ${phone.address}`}>
            <span>{words.protocols[phone.protocol]}</span>
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
      <form
        className="capture-ask"
        onSubmit={(event) => {
          event.preventDefault();
          if (!place) return;
          configureCapture({ ...settings, phones: [...phones, { protocol, ...place }] });
          setText('');
        }}
      >
        <Select
          label={words.askedApp}
          value={protocol}
          options={ASKED_PROTOCOLS.map((value) => ({ value, label: words.protocols[value] }))}
          onChange={setProtocol}
        />
        <input
          className="capture-field"
          aria-label={words.phoneAddress}
          placeholder={words.addressExample}
          value={text}
          onChange={(event) => setText(event.target.value.trim())}
        />
        <Button disabled={!place || !isNew}>{words.ask}</Button>
      </form>
    </>
  );
}

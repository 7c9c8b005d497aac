import { X } from 'lucide-react';
import { useState } from 'react';
import { ASKED_PROTOCOLS, type AskedProtocol, type CaptureSettings } from '#shared/contract/index.ts';
import { Button, IconButton, Select } from '../ui/index.ts';
import { configureCapture } from './captureStore.ts';
import { words } from './words.ts';

const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.|$)){4}$/;

/** Phones that send only once they are asked, by their address. */
export function AskedPhones({ settings }: { readonly settings: CaptureSettings }) {
  const [protocol, setProtocol] = useState<AskedProtocol>('ifacialmocap');
  const [address, setAddress] = useState('');
  const { phones } = settings;
  const isNew = !phones.some((phone) => phone.protocol === protocol && phone.address === address);
  return (
    <>
      <p className="capture-hint">{words.askedHint}</p>
      <ul className="capture-asked">
        {phones.map((phone) => (
          <li key={`${phone.protocol} ${phone.address}`}>
            <span>{words.protocols[phone.protocol]}</span>
            <span>{phone.address}</span>
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
          configureCapture({ ...settings, phones: [...phones, { protocol, address }] });
          setAddress('');
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
          value={address}
          onChange={(event) => setAddress(event.target.value.trim())}
        />
        <Button disabled={!IPV4.test(address) || !isNew}>{words.ask}</Button>
      </form>
    </>
  );
}

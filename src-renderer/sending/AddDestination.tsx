import { useState } from 'react';
import { type Destination, SENDING_PROTOCOLS } from '#shared/contract/index.ts';
import { Button, Select } from '../ui/index.ts';
import { readPlace, USUAL_PORTS } from './place.ts';
import { words } from './words.ts';

type Choice = Pick<Destination, 'protocol' | 'what' | 'framesPerSecond'>;

const FIRST_CHOICE: Choice = { protocol: 'live_link_face', what: 'performance', framesPerSecond: 60 };
const THIS_COMPUTER = '127.0.0.1';
const RATES = [24, 25, 30, 50, 60, 120].map((rate) => ({ value: String(rate), label: words.frames(rate) }));
const MAX_SUBJECT_LENGTH = 60;

/** Asks for another place to send to. It is on as soon as it is there. */
export function AddDestination({ onAdd }: { readonly onAdd: (destination: Destination) => void }) {
  const [choice, setChoice] = useState(FIRST_CHOICE);
  const [address, setAddress] = useState(THIS_COMPUTER);
  const [port, setPort] = useState('');
  const [subject, setSubject] = useState(words.defaultSubject);
  const place = readPlace({ address, port }, choice.protocol);
  const isNamed = choice.protocol === 'live_link_face' && choice.what === 'performance';
  const name = subject.trim();
  return (
    <form
      className="sending-add"
      onSubmit={(event) => {
        event.preventDefault();
        if (!place) return;
        onAdd({
          id: crypto.randomUUID(),
          isOn: true,
          ...choice,
          ...place,
          subject: name || words.defaultSubject,
        });
        setPort('');
      }}
    >
      <Select
        label={words.protocol}
        value={choice.protocol}
        options={SENDING_PROTOCOLS.map((value) => ({ value, label: words.protocols[value] }))}
        onChange={(protocol) => setChoice({ ...choice, protocol })}
      />
      <Select
        label={words.whatToSend}
        value={choice.what}
        options={(['performance', 'subjects'] as const).map((value) => ({ value, label: words.what[value] }))}
        onChange={(what) => setChoice({ ...choice, what })}
      />
      <input
        className="sending-field"
        aria-label={words.address}
        aria-invalid={place === undefined}
        value={address}
        onChange={(event) => setAddress(event.target.value)}
      />
      <input
        className="sending-field sending-port"
        aria-label={words.port}
        inputMode="numeric"
        maxLength={5}
        placeholder={String(USUAL_PORTS[choice.protocol])}
        value={port}
        onChange={(event) => setPort(event.target.value)}
      />
      {isNamed && (
        <label className="sending-name">
          <span>{words.subject}</span>
          <input
            className="sending-field"
            placeholder={words.defaultSubject}
            maxLength={MAX_SUBJECT_LENGTH}
            value={subject}
            onChange={(event) => setSubject(event.target.value)}
          />
        </label>
      )}
      <Select
        label={words.framesPerSecond}
        value={String(choice.framesPerSecond)}
        options={RATES}
        onChange={(rate) => setChoice({ ...choice, framesPerSecond: Number(rate) })}
      />
      <Button disabled={!place}>{words.add}</Button>
    </form>
  );
}

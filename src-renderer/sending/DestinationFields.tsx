import {
  DESTINATION_CONTENTS,
  type Destination,
  MAX_SENT_NAME_LENGTH,
  SENDING_PROTOCOLS,
} from '#shared/contract/index.ts';
import { EditedText, PortField, readName, Select } from '../ui/index.ts';
import { isNamed, readAddress, withProtocol } from './destination.ts';
import { words } from './words.ts';

const RATES = [24, 25, 30, 50, 60, 120].map((rate) => ({ value: String(rate), label: words.frames(rate) }));
const MAX_ADDRESS_LENGTH = '255.255.255.255'.length;

interface DestinationFieldsProps {
  readonly destination: Destination;
  readonly onChange: (destination: Destination) => void;
}

/** All that is set of a destination. Each change holds at once. */
export function DestinationFields({ destination, onChange }: DestinationFieldsProps) {
  const { protocol, what, address, port, subject, framesPerSecond } = destination;
  return (
    <div className="sending-fields">
      <Select
        label={words.protocol}
        value={protocol}
        options={SENDING_PROTOCOLS.map((value) => ({ value, label: words.protocols[value] }))}
        onChange={(chosen) => onChange(withProtocol(destination, chosen))}
      />
      <Select
        label={words.whatToSend}
        value={what}
        options={DESTINATION_CONTENTS.map((value) => ({ value, label: words.what[value] }))}
        onChange={(chosen) => onChange({ ...destination, what: chosen })}
      />
      <EditedText
        label={words.address}
        value={address}
        maxLength={MAX_ADDRESS_LENGTH}
        read={readAddress}
        onChange={(next) => onChange({ ...destination, address: next })}
      />
      <PortField
        label={words.port}
        port={port}
        onChange={(next) => onChange({ ...destination, port: next })}
      />
      {isNamed(destination) && (
        <div className="sending-name">
          <span aria-hidden="true">{words.subject}</span>
          <EditedText
            label={words.subject}
            value={subject}
            maxLength={MAX_SENT_NAME_LENGTH}
            read={readName}
            onChange={(next) => onChange({ ...destination, subject: next })}
          />
        </div>
      )}
      <Select
        label={words.framesPerSecond}
        value={String(framesPerSecond)}
        options={RATES}
        onChange={(rate) => onChange({ ...destination, framesPerSecond: Number(rate) })}
      />
    </div>
  );
}

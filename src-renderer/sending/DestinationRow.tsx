import { Pencil, X } from 'lucide-react';
import type { Destination, DestinationState } from '#shared/contract/index.ts';
import { Checkbox, IconButton, problemText } from '../ui/index.ts';
import { DestinationFields } from './DestinationFields.tsx';
import { isNamed } from './destination.ts';
import { words } from './words.ts';

interface DestinationRowProps {
  readonly destination: Destination;
  /** How it goes; nothing while it is off. */
  readonly state: DestinationState | undefined;
  readonly isEdited: boolean;
  readonly onEdit: (isEdited: boolean) => void;
  readonly onChange: (destination: Destination) => void;
  readonly onRemove: () => void;
}

/** A place that is sent to, what it is sent, and how that goes. */
export function DestinationRow(props: DestinationRowProps) {
  const { destination, state, isEdited, onEdit, onChange, onRemove } = props;
  const place = words.place(destination);
  return (
    <li>
      <Checkbox checked={destination.isOn} onChange={(isOn) => onChange({ ...destination, isOn })}>
        <span className="sending-place">
          <span>{words.protocols[destination.protocol]}</span> <code>{place}</code>
        </span>
      </Checkbox>
      <IconButton
        label={words.edit(place)}
        icon={<Pencil />}
        pressed={isEdited}
        onClick={() => onEdit(!isEdited)}
      />
      <IconButton label={words.remove(place)} icon={<X />} onClick={onRemove} />
      {isEdited ? (
        <DestinationFields destination={destination} onChange={onChange} />
      ) : (
        <p>{words.sent(destination, isNamed(destination))}</p>
      )}
      {state && <State state={state} what={destination.what} />}
    </li>
  );
}

function State({ state, what }: { readonly state: DestinationState; readonly what: Destination['what'] }) {
  const { problem, packetsPerSecond } = state;
  if (problem) return <p className="sending-warning">{problemText(problem)}</p>;
  return <p>{packetsPerSecond > 0 ? words.rate(packetsPerSecond) : words.nothing[what]}</p>;
}

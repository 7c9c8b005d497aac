import { X } from 'lucide-react';
import type { Destination, DestinationState } from '#shared/contract/index.ts';
import { Checkbox, IconButton } from '../ui/index.ts';
import { words } from './words.ts';

interface DestinationRowProps {
  readonly destination: Destination;
  /** Undefined while it is off. */
  readonly state: DestinationState | undefined;
  readonly onSwitch: (isOn: boolean) => void;
  readonly onRemove: () => void;
}

/** A place that is sent to, what it is sent, and how that goes. */
export function DestinationRow({ destination, state, onSwitch, onRemove }: DestinationRowProps) {
  const place = words.place(destination);
  return (
    <li>
      <Checkbox checked={destination.isOn} onChange={onSwitch}>
        <span className="sending-protocol">{words.protocols[destination.protocol]}</span>
        <code>{place}</code>
      </Checkbox>
      <IconButton label={words.remove(place)} icon={<X />} onClick={onRemove} />
      <p>{words.sent(destination)}</p>
      {state && <State state={state} what={destination.what} />}
    </li>
  );
}

function State({ state, what }: { readonly state: DestinationState; readonly what: Destination['what'] }) {
  const { problem, packetsPerSecond } = state;
  if (problem) {
    return <p className="sending-warning">{`${problem.message} ${problem.remedy ?? ''}`}</p>;
  }
  return <p>{packetsPerSecond > 0 ? words.rate(packetsPerSecond) : words.nothing[what]}</p>;
}

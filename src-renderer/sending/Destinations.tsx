import { AddDestination } from './AddDestination.tsx';
import { DestinationRow } from './DestinationRow.tsx';
import './sending.css';
import { sendTo, useSending } from './sendingStore.ts';
import { words } from './words.ts';

/** Where faces and bodies are sent on to: each can be switched off and on, and says how it goes. */
export function Destinations() {
  const sending = useSending((state) => state.sending);
  if (!sending) return null;
  const { destinations } = sending.settings;
  return (
    <>
      <p className="sending-hint">{words.hint}</p>
      <ul className="sending-list">
        {destinations.map((destination) => (
          <DestinationRow
            key={destination.id}
            destination={destination}
            state={sending.states.find(({ id }) => id === destination.id)}
            onSwitch={(isOn) =>
              sendTo(destinations.map((each) => (each === destination ? { ...each, isOn } : each)))
            }
            onRemove={() => sendTo(destinations.filter((each) => each !== destination))}
          />
        ))}
      </ul>
      <AddDestination onAdd={(added) => sendTo([...destinations, added])} />
    </>
  );
}

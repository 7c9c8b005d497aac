import { useState } from 'react';
import { MAX_DESTINATIONS } from '#shared/contract/index.ts';
import { Button } from '../ui/index.ts';
import { DestinationRow } from './DestinationRow.tsx';
import { newDestination } from './destination.ts';
import './sending.css';
import { sendTo, useSending } from './sendingStore.ts';
import { words } from './words.ts';

/** Where faces and bodies are sent on to: each can be switched off and on, changed, and says how it goes. */
export function Destinations() {
  const sending = useSending((state) => state.sending);
  const [editedId, setEditedId] = useState<string>();
  if (!sending) return null;
  const { destinations } = sending.settings;
  const add = (): void => {
    const added = newDestination();
    sendTo([...destinations, added]);
    setEditedId(added.id);
  };
  return (
    <>
      <p className="sending-hint">{words.hint}</p>
      <ul className="sending-list">
        {destinations.map((destination) => (
          <DestinationRow
            key={destination.id}
            destination={destination}
            state={sending.states.find(({ id }) => id === destination.id)}
            isEdited={destination.id === editedId}
            onEdit={(isEdited) => setEditedId(isEdited ? destination.id : undefined)}
            onChange={(changed) =>
              sendTo(destinations.map((each) => (each.id === changed.id ? changed : each)))
            }
            onRemove={() => sendTo(destinations.filter(({ id }) => id !== destination.id))}
          />
        ))}
      </ul>
      <Button disabled={destinations.length >= MAX_DESTINATIONS} onClick={add}>
        {words.add}
      </Button>
    </>
  );
}

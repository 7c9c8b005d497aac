import { type ReactNode, useState } from 'react';
import { Button, TextField } from '../ui/index.ts';
import { type Place, readPlace } from './place.ts';
import { words } from './words.ts';

/** The longest IPv4 address and port. */
const MAX_LENGTH = '255.255.255.255:65535'.length;

interface PlaceFormProps {
  /** Whose place it is, for screen readers. */
  readonly label: string;
  readonly add: string;
  readonly example?: string;
  readonly isNew: (place: Place) => boolean;
  readonly onAdd: (place: Place) => void;
  /** What else is asked for. */
  readonly children?: ReactNode;
}

/** Asks for the place of another phone. */
export function PlaceForm({ label, add, example, isNew, onAdd, children }: PlaceFormProps) {
  const [text, setText] = useState('');
  const place = readPlace(text);
  const canAdd = place !== undefined && isNew(place);
  return (
    <form
      className="capture-place"
      onSubmit={(event) => {
        event.preventDefault();
        if (!canAdd) return;
        onAdd(place);
        setText('');
      }}
    >
      {children}
      <TextField
        label={label}
        placeholder={example ?? words.addressExample}
        value={text}
        maxLength={MAX_LENGTH}
        onChange={(typed) => setText(typed.trim())}
      />
      <Button disabled={!canAdd}>{add}</Button>
    </form>
  );
}

import { useState } from 'react';
import { type MappingRow, namesIn } from './mappingRows.ts';
import { words } from './words.ts';

interface MappingFieldProps {
  readonly row: MappingRow;
  /** All morph targets of the file. */
  readonly names: readonly string[];
  /** Of the datalist that offers them. */
  readonly listId: string;
  readonly onChange: (names: readonly string[]) => void;
}

/** The morph targets that a target drives, as a text that is taken when the field is left or Enter is pressed. */
export function MappingField({ row, names, listId, onChange }: MappingFieldProps) {
  const shown = row.names.join(', ');
  const [text, setText] = useState(shown);
  const unknown = namesIn(text).find((name) => !names.includes(name));
  const take = (field: HTMLInputElement): void => {
    field.setCustomValidity(unknown === undefined ? '' : words.mapping.unknown(unknown));
    if (field.reportValidity() && text !== shown) onChange(namesIn(text));
  };
  return (
    <input
      list={listId}
      value={text}
      placeholder={words.mapping.none}
      autoComplete="off"
      spellCheck={false}
      aria-label={words.mapping.of(row.target)}
      aria-invalid={unknown !== undefined}
      data-edited={row.isEdited || undefined}
      title={row.isEdited ? words.mapping.edited : undefined}
      onChange={({ target }) => {
        target.setCustomValidity('');
        setText(target.value);
      }}
      // A name that the file does not have is dropped: reporting it would not let the field be left.
      onBlur={({ target }) => (unknown === undefined ? take(target) : setText(shown))}
      onKeyDown={({ key, currentTarget }) => {
        if (key === 'Enter') take(currentTarget);
      }}
    />
  );
}

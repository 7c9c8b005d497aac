import { useState } from 'react';
import { type MappingRow, namesIn } from './mappingRows.ts';
import { words } from './words.ts';

interface MappingFieldProps {
  readonly row: MappingRow;
  /** Why a name cannot be taken, in words; undefined where it can. */
  readonly problemOf: (name: string) => string | undefined;
  /** Of the datalist that offers them. */
  readonly listId: string;
  readonly onChange: (names: readonly string[]) => void;
}

/** The morph targets that a target drives, as a text that is taken when the field is left or Enter is pressed. */
export function MappingField({ row, problemOf, listId, onChange }: MappingFieldProps) {
  const shown = row.names.join(', ');
  const [text, setText] = useState(shown);
  const [problem = ''] = namesIn(text).flatMap((name) => problemOf(name) ?? []);
  const take = (field: HTMLInputElement): void => {
    field.setCustomValidity(problem);
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
      aria-invalid={problem !== ''}
      data-edited={row.isEdited || undefined}
      title={row.isEdited ? words.mapping.edited : undefined}
      onChange={({ target }) => {
        target.setCustomValidity('');
        setText(target.value);
      }}
      // A name that cannot be taken is dropped: reporting it would not let the field be left.
      onBlur={({ target }) => (problem === '' ? take(target) : setText(shown))}
      onKeyDown={({ key, currentTarget }) => {
        if (key === 'Enter') take(currentTarget);
      }}
    />
  );
}

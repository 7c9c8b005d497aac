import { useId, useMemo, useRef, useState } from 'react';
import type { OpenedAvatar } from '#shared/contract/index.ts';
import { type MorphMappings, recogniseFace } from '#shared/face/index.ts';
import { Button, SearchField, showProblem, useVisibleRows } from '../ui/index.ts';
import { configureAvatar } from './avatarsStore.ts';
import { MappingField } from './MappingField.tsx';
import './mappingEditor.css';
import { holderOf, mappingRows, withEdit } from './mappingRows.ts';
import { morphNamesOf } from './morphNames.ts';
import { words } from './words.ts';

/** Height of a row in CSS pixels, as in `mappingEditor.css`. */
const ROW_HEIGHT = 32;
const MAX_SEARCH_LENGTH = 64;

interface MappingEditorProps {
  readonly opened: OpenedAvatar;
  /** As they are being edited. */
  readonly mappings: MorphMappings;
  readonly isChanged: boolean;
  readonly onEdit: (mappings: MorphMappings) => void;
}

/** Which morph targets of the file each target of the profile drives, to be changed and saved. */
export function MappingEditor({ opened, mappings, isChanged, onEdit }: MappingEditorProps) {
  const { avatar, config } = opened;
  const names = useMemo(() => morphNamesOf(opened).sort(), [opened]);
  const choices = useMemo(() => names.map((name) => <option key={name} value={name} />), [names]);
  const recognised = useMemo(() => recogniseFace(names, config.profile), [names, config.profile]);
  const [search, setSearch] = useState('');
  const rows = useMemo(() => mappingRows(recognised, mappings, search), [recognised, mappings, search]);
  const scroller = useRef<HTMLDivElement>(null);
  const { first, end } = useVisibleRows(scroller, rows.length, ROW_HEIGHT);
  const listId = useId();
  const problemOf = (target: string, name: string): string | undefined => {
    if (!names.includes(name)) return words.mapping.unknown(name);
    const holder = holderOf(mappings, target, name);
    return holder === undefined ? undefined : words.mapping.taken(name, holder);
  };
  const save = (): void => {
    const morphMappings = Object.fromEntries(
      Object.entries(mappings).map(([target, to]) => [target, [...to]]),
    );
    configureAvatar({ id: avatar.id, morphMappings }).catch(showProblem);
  };
  return (
    <div className="avatars-mapping">
      <SearchField
        label={words.mapping.search}
        value={search}
        maxLength={MAX_SEARCH_LENGTH}
        onChange={setSearch}
      />
      <div ref={scroller} className="avatars-mapping-scroller">
        <table
          aria-label={words.mapping.table}
          aria-rowcount={rows.length}
          style={{ height: rows.length * ROW_HEIGHT }}
        >
          <tbody>
            {rows.slice(first, end).map((row, i) => (
              <tr
                key={row.target}
                aria-rowindex={first + i + 1}
                data-missing={row.isMissing || undefined}
                style={{ top: (first + i) * ROW_HEIGHT }}
              >
                <th scope="row" title={row.target}>
                  {row.target}
                </th>
                <td>
                  <MappingField
                    key={row.names.join()}
                    row={row}
                    problemOf={(name) => problemOf(row.target, name)}
                    listId={listId}
                    onChange={(chosen) => onEdit(withEdit(recognised, mappings, row.target, chosen))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {rows.length === 0 && <p className="avatars-mapping-empty">{words.mapping.notFound}</p>}
      </div>
      <datalist id={listId}>{choices}</datalist>
      <div className="avatars-mapping-buttons">
        <Button disabled={Object.keys(mappings).length === 0} onClick={() => onEdit({})}>
          {words.mapping.reset}
        </Button>
        <Button variant="primary" disabled={!isChanged} onClick={save}>
          {words.mapping.save}
        </Button>
      </div>
    </div>
  );
}

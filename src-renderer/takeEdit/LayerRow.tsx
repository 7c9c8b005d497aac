import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { EditLayer } from '#shared/contract/index.ts';
import type { RecordedTake } from '#shared/formats/index.ts';
import { IconButton } from '../ui/index.ts';
import { changeLayer, moveLayer, removeLayer, showLayer } from './editStore.ts';
import { LayerSettings } from './LayerSettings.tsx';
import { words } from './words.ts';

interface LayerRowProps {
  readonly take: RecordedTake;
  readonly layer: EditLayer;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly isShown: boolean;
}

/** One layer: what it does and to what; shown, its settings. Alt and the arrow keys move it, Delete removes it. */
export function LayerRow({ take, layer, isFirst, isLast, isShown }: LayerRowProps) {
  const { id, kind, isOn, channels, range } = layer;
  const name = words.kind[kind];
  const press = (event: KeyboardEvent): void => {
    const places = event.altKey ? { ArrowUp: -1, ArrowDown: 1 }[event.key] : undefined;
    if (places === undefined && event.key !== 'Delete') return;
    event.preventDefault();
    if (places === undefined) removeFocused(event.currentTarget, id);
    else moveLayer(id, places);
  };
  return (
    <li className="edit-layer" data-off={!isOn}>
      <div className="edit-layer-head">
        <input
          type="checkbox"
          aria-label={words.isOn(name)}
          checked={isOn}
          onChange={(event) => changeLayer('on', { ...layer, isOn: event.target.checked })}
        />
        <button
          type="button"
          className="edit-layer-name"
          aria-expanded={isShown}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Delete"
          onClick={() => showLayer(isShown ? undefined : id)}
          onKeyDown={press}
        >
          <strong>{name}</strong>
          <span>{range ? words.range(range.fromSeconds, range.toSeconds) : words.wholeTake}</span>
          <span className="edit-layer-channels" title={channels.join(', ')}>
            {words.channels(channels)}
          </span>
        </button>
        <IconButton
          label={words.earlier(name)}
          icon={<ArrowUp />}
          disabled={isFirst}
          onClick={() => moveLayer(id, -1)}
        />
        <IconButton
          label={words.later(name)}
          icon={<ArrowDown />}
          disabled={isLast}
          onClick={() => moveLayer(id, 1)}
        />
        <IconButton label={words.remove(name)} icon={<Trash2 />} onClick={() => removeLayer(id)} />
      </div>
      {isShown && <LayerSettings take={take} layer={layer} />}
    </li>
  );
}

/** Removes the layer that has the keyboard, and leaves it to the layer beside. */
function removeFocused(button: Element, id: string): void {
  const row = button.closest('li');
  const beside = row?.nextElementSibling ?? row?.previousElementSibling;
  beside?.querySelector<HTMLElement>('.edit-layer-name')?.focus();
  removeLayer(id);
}

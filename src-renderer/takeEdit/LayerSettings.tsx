import { useEffect, useRef } from 'react';
import type { EditLayer } from '#shared/contract/index.ts';
import type { RecordedTake } from '#shared/formats/index.ts';
import { Button } from '../ui/index.ts';
import { changeLayer, editOf, useTakeEdit } from './editStore.ts';
import { ParameterRow } from './ParameterRow.tsx';
import { edgeOf, parametersOf, strengthOf } from './parameters.ts';
import { placedAsChosen } from './placedAsChosen.ts';
import { useEditSelection } from './useEditSelection.ts';
import { useFigures } from './useFigures.ts';
import { words } from './words.ts';

/** What a layer is set to, and what it does. */
export function LayerSettings({ take, layer }: { readonly take: RecordedTake; readonly layer: EditLayer }) {
  const edit = useTakeEdit(editOf);
  const selection = useEditSelection();
  const figures = useFigures(take, edit, layer);
  const moved = selection && placedAsChosen(layer, selection);
  const edge = edgeOf(layer);
  const settings = useRef<HTMLDivElement>(null);
  useEffect(() => {
    settings.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={settings} className="edit-settings">
      <p className="edit-quiet">{words.about[layer.kind]}</p>
      {[...parametersOf(layer), strengthOf(layer), ...(edge ? [edge] : [])].map((parameter) => (
        <ParameterRow key={parameter.name} parameter={parameter} />
      ))}
      <div className="edit-buttons">
        <Button disabled={moved === undefined} onClick={() => moved && changeLayer('place', moved)}>
          {words.takeSelection}
        </Button>
        {layer.range && (
          <Button onClick={() => changeLayer('place', { ...layer, range: null })}>
            {words.wholeTakeButton}
          </Button>
        )}
      </div>
      <p className="edit-figures" role="status">
        {figures ?? words.measuring}
      </p>
    </div>
  );
}

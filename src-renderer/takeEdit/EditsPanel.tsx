import { Redo2, SlidersHorizontal, Undo2 } from 'lucide-react';
import { EmptyState, IconButton, problemText } from '../ui/index.ts';
import { editOf, redoEdit, undoEdit, useTakeEdit } from './editStore.ts';
import { LayerRow } from './LayerRow.tsx';
import { NewLayer } from './NewLayer.tsx';
import './takeEdit.css';
import { words } from './words.ts';

/** The layers that change the open take. */
export function EditsPanel() {
  const take = useTakeEdit((state) => state.open?.take);
  const layers = useTakeEdit((state) => editOf(state).layers.length);
  const problem = useTakeEdit((state) => state.problem);
  const canUndo = useTakeEdit((state) => state.history.past.length > 0);
  const canRedo = useTakeEdit((state) => state.history.future.length > 0);
  // While it is read, the player tells how far that is.
  if (!take) return null;
  if (take.subjects.length === 0) {
    return <EmptyState icon={<SlidersHorizontal />} title={words.nobody} hint={words.nobodyHint} />;
  }
  return (
    <div className="edit-panel">
      <div className="edit-bar">
        <p className="edit-quiet">{words.count(layers)}</p>
        <IconButton
          label={words.undo}
          icon={<Undo2 />}
          shortcut="Control+Z"
          disabled={!canUndo}
          onClick={undoEdit}
        />
        <IconButton
          label={words.redo}
          icon={<Redo2 />}
          shortcut="Control+Shift+Z"
          disabled={!canRedo}
          onClick={redoEdit}
        />
      </div>
      <div className="edit-scroll">
        {problem && (
          <p className="edit-problem" role="alert">
            {problemText(problem)}
          </p>
        )}
        <NewLayer take={take} />
        <Layers />
      </div>
    </div>
  );
}

function Layers() {
  const take = useTakeEdit((state) => state.open?.take);
  const { layers } = useTakeEdit(editOf);
  const shown = useTakeEdit((state) => state.shownLayer);
  if (!take) return null;
  if (layers.length === 0) return <p className="edit-quiet edit-none">{words.none}</p>;
  return (
    <ol className="edit-layers" aria-label={words.layers}>
      {layers.map((layer, place) => (
        <LayerRow
          key={layer.id}
          take={take}
          layer={layer}
          isFirst={place === 0}
          isLast={place === layers.length - 1}
          isShown={layer.id === shown}
        />
      ))}
    </ol>
  );
}

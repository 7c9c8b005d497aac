import type { TakeView } from '#shared/contract/index.ts';
import { rowAt } from '../lists/index.ts';
import { RowGrid } from '../ui/index.ts';
import { openTake } from './openedTake.ts';
import { TakeCells } from './TakeCells.tsx';
import './takeGrid.css';
import { changeTake, trashTake } from './takeActions.ts';
import { selectTake, showTakes, useTakes } from './takesStore.ts';
import { words } from './words.ts';

/** Height of a row in CSS pixels. */
const ROW_HEIGHT = 68;

/** The rows of the list. Keys 0 to 5 rate a take, also while one is played; Delete throws it away, Enter opens it. */
export function TakeGrid() {
  const list = useTakes((state) => state.list);
  const selectedId = useTakes((state) => state.selected?.id);
  return (
    <RowGrid<TakeView>
      label={words.title}
      name="takes"
      total={list.total}
      rowHeight={ROW_HEIGHT}
      rowAt={(index) => rowAt(list, index)}
      selectedId={selectedId}
      cells={(take) => <TakeCells take={take} />}
      onVisible={showTakes}
      onSelect={selectTake}
      onOpen={({ id, trashedAt }) => {
        if (trashedAt === null) openTake(id);
      }}
      onKey={(event, take) => {
        const isRating = /^[0-5]$/.test(event.key);
        if (!isRating && event.key !== 'Delete') return;
        // These keys mean something to the player as well.
        event.preventDefault();
        if (take.trashedAt !== null) return;
        if (isRating) void changeTake(take.id, { rating: Number(event.key) });
        else void trashTake(take);
      }}
    />
  );
}

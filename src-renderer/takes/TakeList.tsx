import { Clapperboard, SearchX, Trash2, TriangleAlert } from 'lucide-react';
import { Button, EmptyState, problemText, Spinner } from '../ui/index.ts';
import { TakeGrid } from './TakeGrid.tsx';
import { ALL_TAKES, filterTakes, refreshTakes, useTakes } from './takesStore.ts';
import { words } from './words.ts';

/** The list of takes, or what stands in its place. */
export function TakeList() {
  const total = useTakes((state) => state.list.total);
  const listFilter = useTakes((state) => state.listFilter);
  const failure = useTakes((state) => state.failure);
  // Another filter begins at the top, with other takes at the same places.
  if (total > 0) return <TakeGrid key={JSON.stringify(listFilter)} />;
  if (failure !== undefined) {
    return (
      <EmptyState
        icon={<TriangleAlert />}
        title={words.unreadable.title}
        hint={problemText(failure)}
        action={<Button onClick={refreshTakes}>{words.unreadable.again}</Button>}
      />
    );
  }
  if (!listFilter) return <Spinner label={words.rowLoading} />;
  const { search, tag, minRating, inTrash } = listFilter;
  if (search !== '' || tag !== null || minRating > 0) {
    const { order, descending } = listFilter;
    return (
      <EmptyState
        icon={<SearchX />}
        title={words.nothingFound}
        hint={words.nothingFoundHint}
        action={
          <Button onClick={() => filterTakes({ ...ALL_TAKES, order, descending, inTrash })}>
            {words.showAll}
          </Button>
        }
      />
    );
  }
  return inTrash ? (
    <EmptyState icon={<Trash2 />} title={words.trash.none} hint={words.trash.noneHint} />
  ) : (
    <EmptyState icon={<Clapperboard />} title={words.none} hint={words.noneHint} />
  );
}

import { Clapperboard } from 'lucide-react';
import { Button, EmptyState, SearchField, Spinner } from '../ui/index.ts';
import { TakeRow } from './TakeRow.tsx';
import './takes.css';
import { restoreTake, searchTakes, useTakes } from './takesStore.ts';
import { words } from './words.ts';

/** The takes of the workspace: looked for, rated, thrown away and taken back. */
export function TakesPanel() {
  const { takes, total, search, trashed } = useTakes();
  if (!takes) return <Spinner label={words.title} />;
  return (
    <div className="takes-panel">
      <div className="takes-search">
        <SearchField label={words.search} value={search} maxLength={200} onChange={searchTakes} />
      </div>
      {trashed && (
        <p className="takes-trashed" role="status">
          <span>{words.trashed(trashed.name)}</span>
          <Button onClick={() => void restoreTake()}>{words.undo}</Button>
        </p>
      )}
      {takes.length === 0 && (
        <EmptyState
          icon={<Clapperboard />}
          title={search === '' ? words.none : words.nothingFound}
          hint={words.noneHint}
        />
      )}
      <ul className="takes-list" aria-label={words.title}>
        {takes.map((take) => (
          <TakeRow key={take.id} take={take} />
        ))}
      </ul>
      {total > takes.length && <p className="takes-more">{words.more(total - takes.length)}</p>}
    </div>
  );
}

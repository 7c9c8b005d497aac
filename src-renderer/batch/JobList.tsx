import { ListVideo, SearchX, TriangleAlert } from 'lucide-react';
import { toErrorInfo } from '#shared/contract/index.ts';
import { Button, EmptyState, Spinner } from '../ui/index.ts';
import { JobGrid } from './JobGrid.tsx';
import { ALL_JOBS, filterJobs, refresh, useJobs } from './jobsStore.ts';
import { words } from './words.ts';

interface JobListProps {
  readonly selectedId: string | undefined;
  readonly onSelect: (jobId: string) => void;
  readonly onOpen: (jobId: string) => void;
  readonly onAdd: () => void;
}

/** The list of jobs, or what stands in its place. */
export function JobList({ onAdd, ...grid }: JobListProps) {
  const total = useJobs((state) => state.list.total);
  const listFilter = useJobs((state) => state.listFilter);
  const failure = useJobs((state) => state.failure);
  // Another filter begins at the top, with other jobs at the same places.
  if (total > 0) return <JobGrid key={`${listFilter?.status} ${listFilter?.search}`} {...grid} />;
  if (failure !== undefined) {
    return (
      <EmptyState
        icon={<TriangleAlert />}
        title={words.unreadable.title}
        hint={toErrorInfo(failure).message}
        action={<Button onClick={() => void refresh()}>{words.unreadable.again}</Button>}
      />
    );
  }
  if (!listFilter) return <Spinner label={words.loading} />;
  if (listFilter.search === '' && listFilter.status === null) {
    return (
      <EmptyState
        icon={<ListVideo />}
        title={words.empty.title}
        hint={words.empty.hint}
        action={<Button onClick={onAdd}>{words.add.open}</Button>}
      />
    );
  }
  return (
    <EmptyState
      icon={<SearchX />}
      title={words.notFound.title}
      hint={listFilter.search === '' ? words.notFound.state : words.notFound.search(listFilter.search)}
      action={<Button onClick={() => filterJobs(ALL_JOBS)}>{words.notFound.showAll}</Button>}
    />
  );
}

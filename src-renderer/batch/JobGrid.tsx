import type { JobView } from '#shared/contract/index.ts';
import { rowAt } from '../lists/index.ts';
import { RowGrid } from '../ui/index.ts';
import { JobCells } from './JobCells.tsx';
import './jobGrid.css';
import { showPlaces, useJobs } from './jobsStore.ts';
import { words } from './words.ts';

interface JobGridProps {
  readonly selectedId: string | undefined;
  readonly onSelect: (jobId: string) => void;
  readonly onOpen: (jobId: string) => void;
}

/** Height of a row in CSS pixels. */
const ROW_HEIGHT = 44;

/** The rows of the list. */
export function JobGrid({ selectedId, onSelect, onOpen }: JobGridProps) {
  const list = useJobs((state) => state.list);
  return (
    <RowGrid<JobView>
      label={words.list}
      name="batch"
      total={list.total}
      rowHeight={ROW_HEIGHT}
      rowAt={(index) => rowAt(list, index)}
      selectedId={selectedId}
      cells={(job) => <JobCells job={job} />}
      onVisible={showPlaces}
      onSelect={({ id }) => onSelect(id)}
      onOpen={({ id }) => onOpen(id)}
    />
  );
}

import { type JobStatus, jobStatusSchema, MAX_SEARCH_LENGTH } from '#shared/contract/index.ts';
import { type Option, SearchField, Select } from '../ui/index.ts';
import './jobFilterBar.css';
import { filterJobs, useJobs } from './jobsStore.ts';
import { words } from './words.ts';

const ALL = 'all';
type Choice = JobStatus | typeof ALL;

/** Limits the list by state and by text. */
export function JobFilterBar() {
  const counts = useJobs((state) => state.workspace?.counts);
  const { status, search } = useJobs((state) => state.filter);
  const total = counts && Object.values(counts).reduce((sum, count) => sum + count, 0);
  const options: Option<Choice>[] = [
    { value: ALL, label: words.all, count: total },
    ...jobStatusSchema.options.map((value) => ({
      value,
      label: words.status[value],
      count: counts?.[value],
    })),
  ];
  return (
    <div className="batch-filter">
      <Select
        label={words.filter}
        value={status ?? ALL}
        options={options}
        onChange={(value) => filterJobs({ status: value === ALL ? null : value })}
      />
      <SearchField
        label={words.search}
        value={search}
        maxLength={MAX_SEARCH_LENGTH}
        onChange={(text) => filterJobs({ search: text })}
      />
    </div>
  );
}

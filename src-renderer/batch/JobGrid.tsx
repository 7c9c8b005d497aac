import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from 'react';
import { useVisibleRows } from '../ui/index.ts';
import { JobRow } from './JobRow.tsx';
import './jobGrid.css';
import { jobAt } from './jobPages.ts';
import { showPlaces, useJobs } from './jobsStore.ts';
import { movedRow, ROW_HEIGHT, scrolledTo } from './visibleRows.ts';
import { words } from './words.ts';

interface JobGridProps {
  readonly selectedId: string | undefined;
  readonly onSelect: (jobId: string) => void;
  readonly onOpen: (jobId: string) => void;
}

const rowId = (index: number): string => `batch-row-${index}`;

/** The rows of the list; however many there are, only those in sight are in the page. */
export function JobGrid({ selectedId, onSelect, onOpen }: JobGridProps) {
  const list = useJobs((state) => state.list);
  const scroller = useRef<HTMLDivElement>(null);
  const { first, end } = useVisibleRows(scroller, list.total, ROW_HEIGHT);
  /** Where the keyboard is. */
  const [active, setActive] = useState(-1);
  /** A row that was gone to before its job was there. */
  const wanted = useRef(-1);
  const activeJob = jobAt(list, active);

  useEffect(() => showPlaces(first, end - 1), [first, end]);
  useEffect(() => {
    if (wanted.current !== active || !activeJob) return;
    wanted.current = -1;
    onSelect(activeJob.id);
  }, [active, activeJob, onSelect]);

  const goTo = (row: number): void => {
    const element = scroller.current;
    element?.scrollTo(0, scrolledTo(row, element.scrollTop, element.clientHeight));
    const job = jobAt(list, row);
    wanted.current = job ? -1 : row;
    setActive(row);
    if (job) onSelect(job.id);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && activeJob) onOpen(activeJob.id);
    const row = movedRow(event.key, active, list.total, scroller.current?.clientHeight ?? 0);
    if (row === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    goTo(row);
  };
  const jobUnder = (event: MouseEvent): number => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null;
    return Number(row?.dataset['index'] ?? -1);
  };
  const rows = Array.from({ length: Math.max(0, Math.min(end, list.total) - first) }, (_, i) => first + i);
  return (
    <div ref={scroller} className="batch-scroller">
      {/* The grid keeps the focus and names its active row: rows come and go as it scrolls. */}
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: in HTML a grid is a table with this role
        role="grid"
        tabIndex={0}
        className="batch-grid"
        data-pane-target
        aria-label={words.list}
        aria-rowcount={list.total}
        aria-activedescendant={active >= first && active < end ? rowId(active) : undefined}
        style={{ height: list.total * ROW_HEIGHT }}
        onKeyDown={press}
        onClick={(event) => {
          const row = jobUnder(event);
          if (row >= 0) goTo(row);
        }}
        onDoubleClick={(event) => {
          const job = jobAt(list, jobUnder(event));
          if (job) onOpen(job.id);
        }}
      >
        <tbody>
          {rows.map((index) => {
            const job = jobAt(list, index);
            return (
              <JobRow
                key={index}
                id={rowId(index)}
                job={job}
                index={index}
                isActive={index === active}
                isSelected={job !== undefined && job.id === selectedId}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { IconButton, Panel } from '../ui/index.ts';
import { AddDialog } from './AddDialog.tsx';
import { BatchFooter } from './BatchFooter.tsx';
import { DropOverlay } from './DropOverlay.tsx';
import { JobFilterBar } from './JobFilterBar.tsx';
import { JobList } from './JobList.tsx';
import { words } from './words.ts';

interface JobsPanelProps {
  readonly selectedId: string | undefined;
  /** Called as the selection moves, with every step of the keyboard. */
  readonly onSelect: (jobId: string) => void;
  /** Called for a job that is to be looked at now: by Enter or a double click. */
  readonly onOpen: (jobId: string) => void;
}

/** The workspace's clips: what is tracked, what waits, what failed. Takes dropped files from the whole window. */
export function JobsPanel({ selectedId, onSelect, onOpen }: JobsPanelProps) {
  const [isAdding, setAdding] = useState(false);
  const openDialog = (): void => setAdding(true);
  return (
    <Panel
      title={words.title}
      actions={<IconButton label={words.add.open} icon={<Plus />} onClick={openDialog} />}
    >
      <JobFilterBar />
      <JobList selectedId={selectedId} onSelect={onSelect} onOpen={onOpen} onAdd={openDialog} />
      <BatchFooter />
      <AddDialog open={isAdding} onClose={() => setAdding(false)} />
      <DropOverlay />
    </Panel>
  );
}

import { useEffect } from 'react';
import { TakeDetails } from './details/index.ts';
import { ImportBar } from './ImportBar.tsx';
import { NoticeBar } from './NoticeBar.tsx';
import { TakeFilters } from './TakeFilters.tsx';
import { TakeList } from './TakeList.tsx';
import { TrashBar } from './TrashBar.tsx';
import './takesPanel.css';
import { beginTakes, useTakes } from './takesStore.ts';
import { useTakeDrop } from './useTakeDrop.ts';
import { words } from './words.ts';

/** The takes of the workspace: looked through, told about, thrown away and taken back, brought in and out. */
export function TakesPanel() {
  const selected = useTakes((state) => state.selected);
  const inTrash = useTakes((state) => state.filter.inTrash);
  const { isHovering, ...drop } = useTakeDrop();
  useEffect(beginTakes, []);
  return (
    <section
      className="takes-panel"
      aria-label={words.title}
      data-hovering={isHovering || undefined}
      {...drop}
    >
      <TakeFilters />
      {inTrash && <TrashBar />}
      <ImportBar />
      <NoticeBar />
      <TakeList />
      {selected && <TakeDetails key={selected.id} take={selected} />}
      {isHovering && <p className="takes-drop">{words.dropHere}</p>}
    </section>
  );
}

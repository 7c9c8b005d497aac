import { useState } from 'react';
import { Button, QuestionDialog } from '../ui/index.ts';
import { emptyTrash } from './takeActions.ts';
import { useTakes } from './takesStore.ts';
import { words } from './words.ts';

/** What the trash holds, and emptying it. */
export function TrashBar() {
  const total = useTakes(({ list, listFilter }) => (listFilter?.inTrash ? list.total : 0));
  const isLimited = useTakes(
    ({ filter }) => filter.search !== '' || filter.minRating > 0 || filter.tag !== null,
  );
  const [isAsking, setAsking] = useState(false);
  return (
    <div className="takes-bar">
      <span>{words.trash.holds(total)}</span>
      {/* Of a list that is limited it would delete more than is seen. */}
      <Button disabled={total === 0 || isLimited} onClick={() => setAsking(true)}>
        {words.trash.empty}
      </Button>
      {isAsking && (
        <QuestionDialog
          question={words.trash.emptyQuestion(total)}
          onConfirm={() => void emptyTrash()}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}

import { Button, Section } from '../ui/index.ts';
import { isReady, trimOf, trimTake, useTakeEdit } from './editStore.ts';
import { words } from './words.ts';

/** What of the take is shown and exported. */
export function TrimSection() {
  const trim = useTakeEdit(trimOf);
  const range = useTakeEdit((state) => state.selection.range);
  const canChange = useTakeEdit(isReady);
  return (
    <Section title={words.trim}>
      <p className="edit-quiet">
        {trim ? words.trimmed(trim.startSeconds, trim.endSeconds) : words.notTrimmed}
      </p>
      <div className="edit-buttons">
        <Button
          disabled={!canChange || !range}
          onClick={() => range && trimTake({ startSeconds: range.fromSeconds, endSeconds: range.toSeconds })}
        >
          {words.trimToSelection}
        </Button>
        <Button disabled={!canChange || !trim} onClick={() => trimTake(null)}>
          {words.untrim}
        </Button>
      </div>
    </Section>
  );
}

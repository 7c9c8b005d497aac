import { MAX_EDIT_LAYERS } from '#shared/contract/index.ts';
import type { RecordedTake } from '#shared/formats/index.ts';
import { LAYER_KINDS } from '#shared/takeEdit/index.ts';
import { Button } from '../ui/index.ts';
import { addLayer, editOf, isReady, useTakeEdit } from './editStore.ts';
import { useEditSelection } from './useEditSelection.ts';
import { words } from './words.ts';

/** Adds layers for what is chosen of the take. */
export function NewLayer({ take }: { readonly take: RecordedTake }) {
  const selection = useEditSelection();
  const canAdd = useTakeEdit((state) => isReady(state) && editOf(state).layers.length < MAX_EDIT_LAYERS);
  if (!selection) return null;
  const { subject, channels, range } = selection;
  const name = take.subjects.find(({ description }) => description.number === subject)?.description.subject;
  return (
    <section className="edit-new" aria-label={words.add}>
      <p className="edit-quiet">
        {words.chosen(
          name ?? '',
          channels.length === 0 ? words.noChannels : words.channels(channels),
          range ? words.range(range.fromSeconds, range.toSeconds) : words.wholeTake,
        )}
      </p>
      <div className="edit-buttons">
        {LAYER_KINDS.map((kind) => (
          <Button
            key={kind}
            disabled={!canAdd || (channels.length === 0 && kind !== 'blinks')}
            onClick={() => addLayer(kind, selection)}
          >
            {words.kind[kind]}
          </Button>
        ))}
      </div>
    </section>
  );
}

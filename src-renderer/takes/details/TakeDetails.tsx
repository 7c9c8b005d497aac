import { Play, RotateCcw, Trash2, X } from 'lucide-react';
import { useState } from 'react';
import { TAKE_CONTENTS, TAKE_FORMATS, type TakeContent, type TakeView } from '#shared/contract/index.ts';
import { Button, EditedText, IconButton, QuestionDialog, readName, Section, Select } from '../../ui/index.ts';
import { openTake } from '../openedTake.ts';
import { RatingField } from '../Rating.tsx';
import { changeTake, exportTake, purgeTake, restoreTake, trashTake } from '../takeActions.ts';
import { selectTake } from '../takesStore.ts';
import { words } from '../words.ts';
import { Facts } from './Facts.tsx';
import { Tags } from './Tags.tsx';
import './takeDetails.css';
import { Trim } from './Trim.tsx';

/** All that is known of a take, and what people say of it, to be changed. */
export function TakeDetails({ take }: { readonly take: TakeView }) {
  const { id, name, notes, rating, trashedAt } = take;
  return (
    <section className="takes-details" aria-label={words.details.title(name)}>
      <div className="takes-details-head">
        <EditedText
          label={words.details.name}
          value={name}
          maxLength={200}
          read={readName}
          onChange={(text) => void changeTake(id, { name: text })}
        />
        <IconButton label={words.details.close} icon={<X />} onClick={() => selectTake(undefined)} />
      </div>
      {trashedAt === null ? <TakeActions take={take} /> : <TrashedActions take={take} />}
      <RatingField rating={rating} onRate={(stars) => void changeTake(id, { rating: stars })} />
      <Tags take={take} />
      <EditedText
        label={words.details.notes}
        value={notes}
        maxLength={10_000}
        isLong
        onChange={(text) => void changeTake(id, { notes: text })}
      />
      <Trim take={take} />
      <Section title={words.details.facts}>
        <Facts take={take} />
      </Section>
    </section>
  );
}

function TakeActions({ take }: { readonly take: TakeView }) {
  const [content, setContent] = useState<TakeContent>('played');
  return (
    <div className="takes-actions">
      <Button variant="primary" onClick={() => openTake(take.id)}>
        <Play />
        {words.details.open}
      </Button>
      <span className="takes-export">
        {words.export}
        <Select
          label={words.contentLabel}
          value={content}
          options={TAKE_CONTENTS.map((value) => ({ value, label: words.contents[value] }))}
          onChange={setContent}
        />
        {TAKE_FORMATS.map((format) => (
          <button
            key={format}
            type="button"
            className="ui-button"
            title={words.formatHints[format]}
            onClick={() => void exportTake(take, format, content)}
          >
            {words.formats[format]}
          </button>
        ))}
      </span>
      <IconButton label={words.trash.put} icon={<Trash2 />} onClick={() => void trashTake(take)} />
    </div>
  );
}

function TrashedActions({ take: { id, name } }: { readonly take: TakeView }) {
  const [isAsking, setAsking] = useState(false);
  return (
    <div className="takes-actions">
      <Button onClick={() => void restoreTake(id)}>
        <RotateCcw />
        {words.trash.restore}
      </Button>
      <Button onClick={() => setAsking(true)}>{words.trash.purge}</Button>
      {isAsking && (
        <QuestionDialog
          question={words.trash.purgeQuestion(name)}
          onConfirm={() => void purgeTake(id)}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}

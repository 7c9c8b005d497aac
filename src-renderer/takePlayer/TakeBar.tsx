import { BookmarkMinus, BookmarkPlus, Maximize2, Scissors, X, ZoomIn, ZoomOut } from 'lucide-react';
import { Button, IconButton, Select } from '../ui/index.ts';
import { useDeck } from './deck.ts';
import { closeTake } from './openTake.ts';
import { chooseSubject, useTakeSelection } from './selection.ts';
import { useTake } from './takeStore.ts';
import { goToMarker } from './timeline/markers.ts';
import { showWhole, zoom } from './timeline/viewStore.ts';
import { isTrimDue, trimToPoints } from './trim.ts';
import { words } from './words.ts';

/** How much nearer a press of a button or key goes. */
export const ZOOM_STEP = 1.5;

/** The open take's name, whom of it one sees, and what can be done with all of it. */
export function TakeBar() {
  const name = useTake(({ opened }) => opened?.take.name);
  return (
    <div className="take-bar">
      <h2 className="take-name" title={name}>
        {name ?? words.opening}
      </h2>
      <SubjectChoice />
      <div className="take-bar-buttons">
        <TrimButton />
        <MarkerButtons />
        <IconButton
          label={words.timeline.farther}
          icon={<ZoomOut />}
          shortcut="-"
          onClick={() => zoom(ZOOM_STEP)}
        />
        <IconButton
          label={words.timeline.nearer}
          icon={<ZoomIn />}
          shortcut="+"
          onClick={() => zoom(1 / ZOOM_STEP)}
        />
        <IconButton label={words.timeline.whole} icon={<Maximize2 />} shortcut="0" onClick={showWhole} />
        <IconButton label={words.close} icon={<X />} onClick={closeTake} />
      </div>
    </div>
  );
}

function SubjectChoice() {
  const subjects = useTake(({ recorded }) => recorded?.subjects);
  const subject = useTakeSelection((state) => state.subject);
  if (!subjects || subject === undefined) return subjects ? <span>{words.nobody}</span> : null;
  return (
    <Select
      label={words.subject}
      value={String(subject)}
      options={subjects.map(({ description }) => ({
        value: String(description.number),
        label: description.subject,
      }))}
      onChange={(number) => chooseSubject(Number(number))}
    />
  );
}

function TrimButton() {
  const take = useTake(({ opened }) => opened?.take);
  const marks = useDeck((state) => state.marks);
  const hasFrames = useDeck(({ timing }) => timing.times.length > 0);
  const isMarked = marks.in !== undefined || marks.out !== undefined;
  const isDue = take !== undefined && hasFrames && isTrimDue(take);
  return (
    <Button disabled={!isDue} onClick={() => void trimToPoints()}>
      <Scissors />
      <span className="take-trim-text">{isDue && !isMarked ? words.untrim : words.trim}</span>
    </Button>
  );
}

function MarkerButtons() {
  const hasMarkers = useTake(({ recorded }) => (recorded?.markers.length ?? 0) > 0);
  if (!hasMarkers) return null;
  return (
    <span className="take-marker-buttons">
      <IconButton
        label={words.timeline.previousMarker}
        icon={<BookmarkMinus />}
        shortcut="["
        onClick={() => goToMarker(-1)}
      />
      <IconButton
        label={words.timeline.nextMarker}
        icon={<BookmarkPlus />}
        shortcut="]"
        onClick={() => goToMarker(1)}
      />
    </span>
  );
}

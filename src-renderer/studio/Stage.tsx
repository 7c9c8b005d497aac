import { useMemo } from 'react';
import { createPhoneSource, showSubject, useCapture } from '../live/index.ts';
import { createPlayerSource, VideoPane } from '../player/index.ts';
import { Panel, SegmentedControl, Select } from '../ui/index.ts';
import { Viewport } from '../viewport/index.ts';
import { Pane } from './Pane.tsx';
import './stage.css';
import { words } from './words.ts';

/** The middle of the window: the video, and beside it the figure that moves as the person in it does. */
export function Stage() {
  return (
    <div className="studio-stage">
      <Pane name="video" label={words.panes.video}>
        <VideoPane />
      </Pane>
      <Pane name="figure" label={words.panes.figure}>
        <Figure />
      </Pane>
    </div>
  );
}

function Figure() {
  const id = useCapture((state) => state.shown.id);
  const name = useCapture(({ capture }) => capture?.subjects.find((each) => each.id === id)?.subject);
  const source = useMemo(() => (id === undefined ? createPlayerSource() : createPhoneSource(id)), [id]);
  const label = words.figureOf(name === undefined ? words.clip : words.phone(name));
  return (
    <Panel title={words.figure} actions={<SourceSwitch shownId={id} />}>
      <Viewport source={source} label={label} />
    </Panel>
  );
}

/** The figure's choices in sight at once; more of them open as a list. */
const MAX_SEGMENTS = 2;
const CLIP = 'clip';

function SourceSwitch({ shownId }: { readonly shownId: number | undefined }) {
  const subjects = useCapture((state) => state.capture?.subjects) ?? [];
  if (subjects.length === 0) return null;
  const Choice = subjects.length < MAX_SEGMENTS ? SegmentedControl : Select;
  return (
    <Choice
      label={words.source}
      value={shownId === undefined ? CLIP : String(shownId)}
      options={[
        { value: CLIP, label: words.clip },
        ...subjects.map(({ id, subject }) => ({ value: String(id), label: words.phone(subject) })),
      ]}
      onChange={(value) => showSubject(value === CLIP ? undefined : Number(value))}
    />
  );
}

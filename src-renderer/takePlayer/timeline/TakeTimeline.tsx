import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { RecordedTake } from '#shared/formats/index.ts';
import { transportWords } from '../../playback/index.ts';
import { ChannelList } from '../channels/ChannelList.tsx';
import { useDeck } from '../deck.ts';
import { useTakeSelection } from '../selection.ts';
import { subjectOf } from '../takeStore.ts';
import { words } from '../words.ts';
import { LaneNames } from './LaneNames.tsx';
import { layOut } from './lanes.ts';
import { MarkerLane } from './MarkerLane.tsx';
import './timeline.css';
import { usePlayhead } from './usePlayhead.ts';
import { usePointer } from './usePointer.ts';
import { useTimelineCanvas } from './useTimelineCanvas.ts';
import { ViewBar } from './ViewBar.tsx';

interface TakeTimelineProps {
  readonly take: RecordedTake;
  /** Gets the slider, for which the deck's keys are meant. */
  readonly ref: RefObject<HTMLDivElement | null>;
}

/** The take in time: ruler, markers, gaps, sound, and the curves of the chosen channels. */
export function TakeTimeline({ take, ref }: TakeTimelineProps) {
  const hasSound = take.media.some(({ description }) => description.kind === 'audio');
  const { scroller, height } = useScroller();
  const lanes = useMemo(
    () => layOut(take.subjects.length, hasSound, height),
    [take.subjects.length, hasSound, height],
  );
  return (
    <div className="take-timeline">
      <div className="take-names">
        <LaneNames take={take} lanes={lanes} />
        <div className="take-channels-place" style={{ paddingTop: lanes.curves.top }}>
          <ChannelList />
        </div>
      </div>
      <div className="take-lanes-column">
        <div ref={scroller} className="take-lanes-scroll">
          <Lanes key={take.header.takeId} take={take} lanes={lanes} ref={ref} />
        </div>
        <ViewBar />
      </div>
    </div>
  );
}

function Lanes({ take, lanes, ref }: TakeTimelineProps & { readonly lanes: ReturnType<typeof layOut> }) {
  const frames = useDeck(({ timing }) => timing.times.length);
  const canvas = useTimelineCanvas(lanes);
  const mark = usePlayhead(ref);
  usePointer(ref);
  useEffect(() => {
    // Whoever has opened the take wants to play it, but does not lose what is being typed.
    if (!document.activeElement?.matches('input, textarea')) ref.current?.focus();
  }, [ref]);
  return (
    <div className="take-lanes" style={{ minHeight: lanes.curves.top + lanes.curves.height }}>
      <div
        ref={ref}
        id="take-lanes"
        className="take-slider"
        data-pane-target
        role="slider"
        tabIndex={0}
        aria-label={transportWords.position}
        aria-valuemin={1}
        aria-valuemax={Math.max(1, frames)}
        aria-valuenow={1}
      >
        <canvas ref={canvas} />
        <div ref={mark} className="take-playhead" />
      </div>
      <MarkerLane lane={lanes.markers} markers={take.markers} />
      <Hint take={take} />
    </div>
  );
}

/** Why no curve is seen. */
function Hint({ take }: { readonly take: RecordedTake }) {
  const number = useTakeSelection((state) => state.subject);
  const isNoneChosen = useTakeSelection(({ channels }) => channels.length === 0);
  const subject = subjectOf({ recorded: take }, number);
  const text =
    subject && subject.channels.length === 0
      ? words.channels.noFace
      : isNoneChosen
        ? words.channels.noneChosen
        : undefined;
  return text === undefined ? null : <p className="take-hint">{text}</p>;
}

/** What the lanes scroll in, and how high it is in CSS pixels. */
function useScroller(): { scroller: RefObject<HTMLDivElement | null>; height: number } {
  const scroller = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState(0);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setHeight(element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { scroller, height };
}

import type { PointerEvent, RefObject } from 'react';
import { CHANNEL_NAMES } from '#shared/body/index.ts';
import { frameAt } from '#shared/formats/index.ts';
import { transportWords } from '../../playback/index.ts';
import { ChannelDot } from '../ChannelDot.tsx';
import { deck, useDeck } from '../deck.ts';
import { words } from '../words.ts';
import { MarkedRange } from './MarkedRange.tsx';
import './timeline.css';
import { useLanes } from './useLanes.ts';
import { usePlayheadMark } from './usePlayheadMark.ts';

/**
 * The clip in time: ruler, presence lanes, in and out point, playhead. It is a slider whose values are the frames.
 *
 * @param ref gets the slider, for which the player's keys are meant
 */
export function Timeline({ ref }: { readonly ref: RefObject<HTMLDivElement | null> }) {
  const frames = useDeck(({ timing }) => timing.times.length);
  const lanes = useLanes();
  const mark = usePlayheadMark(ref);
  return (
    <div className="player-timeline">
      <ul className="player-lane-names">
        {CHANNEL_NAMES.map((name) => (
          <li key={name}>
            <ChannelDot name={name} />
            {words.channels[name]}
          </li>
        ))}
      </ul>
      <div
        ref={ref}
        className="player-lanes"
        data-pane-target
        role="slider"
        tabIndex={frames > 0 ? 0 : -1}
        aria-label={transportWords.position}
        aria-disabled={frames === 0}
        aria-valuemin={1}
        aria-valuemax={Math.max(1, frames)}
        aria-valuenow={1}
        onPointerDown={beginScrub}
        onPointerMove={scrub}
      >
        <canvas ref={lanes} />
        <MarkedRange />
        <div ref={mark} className="player-playhead" hidden={frames === 0} />
      </div>
    </div>
  );
}

function beginScrub(event: PointerEvent<HTMLDivElement>): void {
  if (event.button !== 0) return;
  event.currentTarget.setPointerCapture(event.pointerId);
  deck.pause();
  scrub(event);
}

function scrub({ currentTarget, clientX, pointerId }: PointerEvent<HTMLDivElement>): void {
  if (!currentTarget.hasPointerCapture(pointerId)) return;
  const { left, width } = currentTarget.getBoundingClientRect();
  const { times, endSeconds } = deck.state.getState().timing;
  deck.seek(frameAt(times, ((clientX - left) / width) * endSeconds));
}

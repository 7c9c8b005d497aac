import {
  ArrowLeftToLine,
  ArrowRightToLine,
  ChevronLeft,
  ChevronRight,
  Pause,
  Play,
  Repeat,
  SkipBack,
  SkipForward,
  X,
} from 'lucide-react';
import { useRef } from 'react';
import { IconButton, Select } from '../../ui/index.ts';
import { deck, SPEEDS, useDeck } from '../clock/index.ts';
import { useShortcuts } from '../keys/useShortcuts.ts';
import { Timeline } from '../timeline/Timeline.tsx';
import { words } from '../words.ts';
import { Position } from './Position.tsx';
import './transport.css';

const SPEED_OPTIONS = SPEEDS.map((speed) => ({
  value: String(speed),
  label: words.transport.speedOf(speed),
}));

/** Plays the open clip: buttons, position, and the clip in time. Its keys work anywhere in the window. */
export function Transport() {
  const timeline = useRef<HTMLDivElement>(null);
  useShortcuts(timeline);
  return (
    <section className="player-transport" aria-label={words.transport.label}>
      <div className="player-controls">
        <Position />
        <PlayButtons />
        <RangeButtons />
      </div>
      <Timeline ref={timeline} />
    </section>
  );
}

function PlayButtons() {
  const isPlaying = useDeck(({ direction }) => direction !== 0);
  const disabled = useDeck(({ timing }) => timing.times.length === 0);
  const { back, end, forward, pause, play, start } = words.transport;
  return (
    <div className="player-buttons">
      <IconButton
        label={start}
        icon={<SkipBack />}
        shortcut="Home"
        disabled={disabled}
        onClick={() => deck.seek(0)}
      />
      <IconButton
        label={back}
        icon={<ChevronLeft />}
        shortcut="ArrowLeft"
        disabled={disabled}
        onClick={() => deck.step(-1)}
      />
      <IconButton
        label={isPlaying ? pause : play}
        icon={isPlaying ? <Pause /> : <Play />}
        shortcut="Space"
        disabled={disabled}
        onClick={() => deck.toggle()}
      />
      <IconButton
        label={forward}
        icon={<ChevronRight />}
        shortcut="ArrowRight"
        disabled={disabled}
        onClick={() => deck.step(1)}
      />
      <IconButton
        label={end}
        icon={<SkipForward />}
        shortcut="End"
        disabled={disabled}
        onClick={() => deck.seek(deck.state.getState().timing.times.length - 1)}
      />
    </div>
  );
}

function RangeButtons() {
  const disabled = useDeck(({ timing }) => timing.times.length === 0);
  const isLooping = useDeck((state) => state.isLooping);
  const isMarked = useDeck(({ marks }) => marks.in !== undefined || marks.out !== undefined);
  const speed = useDeck((state) => state.speed);
  const { clearMarks, loop, markIn, markOut } = words.transport;
  return (
    <div className="player-buttons" data-end="true">
      <IconButton
        label={markIn}
        icon={<ArrowLeftToLine />}
        shortcut="I"
        disabled={disabled}
        onClick={() => deck.markIn()}
      />
      <IconButton
        label={markOut}
        icon={<ArrowRightToLine />}
        shortcut="O"
        disabled={disabled}
        onClick={() => deck.markOut()}
      />
      <IconButton
        label={clearMarks}
        icon={<X />}
        shortcut="X"
        disabled={!isMarked}
        onClick={() => deck.clearMarks()}
      />
      <IconButton label={loop} icon={<Repeat />} pressed={isLooping} onClick={() => deck.toggleLoop()} />
      <Select
        label={words.transport.speed}
        value={String(speed)}
        options={SPEED_OPTIONS}
        onChange={(chosen) => deck.setSpeed(Number(chosen))}
      />
    </div>
  );
}

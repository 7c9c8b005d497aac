import { ArrowLeftToLine, ArrowRightToLine, Repeat, X } from 'lucide-react';
import { IconButton, Select } from '../../ui/index.ts';
import { type Deck, SPEEDS, useDeckState } from '../clock/index.ts';
import { words } from '../words.ts';

const SPEED_OPTIONS = SPEEDS.map((speed) => ({ value: String(speed), label: words.speedOf(speed) }));

/** In and out point, loop, and speed. */
export function RangeButtons({ deck }: { readonly deck: Deck }) {
  const disabled = useDeckState(deck, ({ timing }) => timing.times.length === 0);
  const isLooping = useDeckState(deck, (state) => state.isLooping);
  const isMarked = useDeckState(deck, ({ marks }) => marks.in !== undefined || marks.out !== undefined);
  const speed = useDeckState(deck, (state) => state.speed);
  const { clearMarks, loop, markIn, markOut } = words;
  return (
    <div className="playback-buttons" data-end="true">
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
        label={words.speed}
        value={String(speed)}
        options={SPEED_OPTIONS}
        onChange={(chosen) => deck.setSpeed(Number(chosen))}
      />
    </div>
  );
}

import { ChevronLeft, ChevronRight, Pause, Play, SkipBack, SkipForward } from 'lucide-react';
import { IconButton } from '../../ui/index.ts';
import { type Deck, useDeckState } from '../clock/index.ts';
import { words } from '../words.ts';

/** Rest, play, and step. */
export function PlayButtons({ deck }: { readonly deck: Deck }) {
  const isPlaying = useDeckState(deck, ({ direction }) => direction !== 0);
  const disabled = useDeckState(deck, ({ timing }) => timing.times.length === 0);
  const { back, end, forward, pause, play, start } = words;
  return (
    <div className="playback-buttons">
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
        onClick={() => deck.seek(Number.MAX_SAFE_INTEGER)}
      />
    </div>
  );
}

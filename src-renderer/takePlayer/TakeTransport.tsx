import { TriangleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Controls, type KeyPress, transportWords, useShortcuts } from '../playback/index.ts';
import { Button, EmptyState, ProgressBar, problemText } from '../ui/index.ts';
import { deck } from './deck.ts';
import { missingOf } from './missing.ts';
import { closeTake } from './openTake.ts';
import { TakeSound } from './soundAndVideo/TakeSound.tsx';
import { TakeBar, ZOOM_STEP } from './TakeBar.tsx';
import './takePlayer.css';
import { useTake } from './takeStore.ts';
import { goToMarker } from './timeline/markers.ts';
import { TakeTimeline } from './timeline/TakeTimeline.tsx';
import { page, showWhole, zoom } from './timeline/viewStore.ts';
import { words } from './words.ts';

const KEYS: Readonly<Record<string, () => void>> = {
  '+': () => zoom(1 / ZOOM_STEP),
  '=': () => zoom(1 / ZOOM_STEP),
  '-': () => zoom(ZOOM_STEP),
  '0': showWhole,
  '[': () => goToMarker(-1),
  ']': () => goToMarker(1),
  PageUp: () => page(-1),
  PageDown: () => page(1),
};

const ownKeys = ({ key, ctrlKey, altKey, metaKey }: KeyPress): (() => void) | undefined =>
  ctrlKey || altKey || metaKey ? undefined : KEYS[key];

/** Plays the open take: buttons, position, and the take in time. Its keys work anywhere in the window. */
export function TakeTransport() {
  const slider = useRef<HTMLDivElement>(null);
  useShortcuts(deck, slider, ownKeys);
  // What nobody sees does not play on.
  useEffect(() => () => deck.pause(), []);
  return (
    <section className="take-transport" aria-label={transportWords.label}>
      <TakeBar />
      <Controls deck={deck} />
      <Content slider={slider} />
      <TakeSound />
    </section>
  );
}

function Content({ slider }: { readonly slider: React.RefObject<HTMLDivElement | null> }) {
  const { error, opened, progress, recorded } = useTake();
  if (error) {
    return (
      <EmptyState
        icon={<TriangleAlert />}
        title={words.notOpened}
        hint={problemText(error)}
        action={<Button onClick={closeTake}>{words.close}</Button>}
      />
    );
  }
  if (!opened || !recorded) {
    return (
      <div className="take-reading" role="status">
        {words.reading.label}
        <ProgressBar label={words.reading.label} value={progress} />
      </div>
    );
  }
  const missing = missingOf(opened, recorded);
  return (
    <>
      {missing.length > 0 && (
        <p className="take-missing" role="status">
          <TriangleAlert />
          <span>{missing.join(' ')}</span>
        </p>
      )}
      <TakeTimeline take={recorded} ref={slider} />
    </>
  );
}

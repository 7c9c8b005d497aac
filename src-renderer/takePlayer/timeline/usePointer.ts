import { type RefObject, useEffect } from 'react';
import { frameAt } from '#shared/formats/index.ts';
import { deck } from '../deck.ts';
import { page, useView, zoom } from './viewStore.ts';

/** How much farther a wheel's step of 100 goes. */
const WHEEL_ZOOM = 1.25;
/** Browsers tell a pinch as a wheel with Ctrl, in smaller steps. */
const PINCH_ZOOM = 3;

/** Scrubs, pans and zooms the timeline by pointer, wheel and pinch. */
export function usePointer(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const lanes = ref.current;
    if (!lanes) return;
    const listening = new AbortController();
    const { signal } = listening;
    lanes.addEventListener('pointerdown', (event) => press(lanes, event), { signal });
    lanes.addEventListener('wheel', (event) => turn(lanes, event), { signal, passive: false });
    return () => listening.abort();
  }, [ref]);
}

function secondsAt(lanes: HTMLElement, clientX: number): number {
  const { left, width } = lanes.getBoundingClientRect();
  const { fromSeconds, toSeconds } = useView.getState();
  return fromSeconds + ((clientX - left) / width) * (toSeconds - fromSeconds);
}

function press(lanes: HTMLElement, event: PointerEvent): void {
  const isPan = event.button === 1 || (event.button === 0 && event.altKey);
  if (event.button !== 0 && !isPan) return;
  if (isPan) event.preventDefault();
  else deck.pause();
  lanes.setPointerCapture(event.pointerId);
  const released = new AbortController();
  const { signal } = released;
  let lastX = event.clientX;
  const move = ({ clientX }: { readonly clientX: number }): void => {
    if (isPan) page((lastX - clientX) / lanes.clientWidth);
    else scrubTo(secondsAt(lanes, clientX));
    lastX = clientX;
  };
  if (!isPan) move(event);
  lanes.addEventListener('pointermove', move, { signal });
  if (event.shiftKey && !isPan) {
    beginRange();
    lanes.addEventListener('pointermove', () => deck.markOut(), { signal });
  }
  lanes.addEventListener('lostpointercapture', () => released.abort(), { signal });
}

function scrubTo(seconds: number): void {
  deck.seek(frameAt(deck.state.getState().timing.times, seconds));
}

/** A drag with Shift sets in and out point. */
function beginRange(): void {
  deck.clearMarks();
  deck.markIn();
}

function turn(lanes: HTMLElement, event: WheelEvent): void {
  event.preventDefault();
  const { deltaX, deltaY, deltaMode, ctrlKey, shiftKey, clientX } = event;
  const unit = deltaMode === WheelEvent.DOM_DELTA_LINE ? 30 : 1;
  const across = shiftKey && deltaX === 0 ? deltaY : deltaX;
  if (Math.abs(across) > Math.abs(shiftKey ? 0 : deltaY)) page((across * unit) / lanes.clientWidth);
  else zoom(WHEEL_ZOOM ** ((deltaY * unit * (ctrlKey ? PINCH_ZOOM : 1)) / 100), secondsAt(lanes, clientX));
}

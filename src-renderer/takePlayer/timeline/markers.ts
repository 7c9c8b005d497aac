import type { TakeMarker } from '#shared/formats/index.ts';
import { frameAt } from '#shared/formats/index.ts';
import { deck } from '../deck.ts';
import { useTake } from '../takeStore.ts';

/** Goes to a moment of the take, and rests there. */
export function goTo(seconds: number): void {
  deck.pause();
  deck.seek(frameAt(deck.state.getState().timing.times, seconds));
}

/** Goes to the marker before or behind the playhead, if there is one. */
export function goToMarker(direction: 1 | -1): void {
  const { times } = deck.state.getState().timing;
  const frameOf = ({ timeSeconds }: TakeMarker): number => frameAt(times, timeSeconds);
  const markers = useTake.getState().recorded?.markers ?? [];
  const { cursor } = deck.playhead;
  const marker =
    direction > 0
      ? markers.find((each) => frameOf(each) > cursor)
      : markers.findLast((each) => frameOf(each) < cursor);
  if (marker) goTo(marker.timeSeconds);
}

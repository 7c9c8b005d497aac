import { create } from 'zustand';
import type { TimeSpan } from '../../playback/index.ts';
import { deck } from '../deck.ts';
import { movedView, viewWith, wholeView, zoomedView } from './view.ts';

/** What is seen of the open take. */
export const useView = create<TimeSpan>(() => wholeView(0));

const endSeconds = (): number => deck.state.getState().timing.endSeconds;

export function showWhole(): void {
  useView.setState(wholeView(endSeconds()));
}

/** @param factor below 1 for nearer; @param aroundSeconds stays where it is seen, at first the playhead */
export function zoom(factor: number, aroundSeconds = deck.seconds): void {
  useView.setState((view) =>
    zoomedView(viewWith(view, aroundSeconds, endSeconds()), factor, aroundSeconds, endSeconds()),
  );
}

/** @param pages how far, times what is seen; negative: back */
export function page(pages: number): void {
  useView.setState((view) => movedView(view, pages * (view.toSeconds - view.fromSeconds), endSeconds()));
}

deck.playhead.subscribe(() => {
  const view = useView.getState();
  const seconds = deck.state.getState().timing.times[deck.playhead.cursor] ?? 0;
  const next = viewWith(view, seconds, endSeconds());
  if (next !== view) useView.setState(next);
});

/** Shows what begins at a moment, as near as now. */
export function showFrom(seconds: number): void {
  useView.setState((view) => movedView(view, seconds - view.fromSeconds, endSeconds()));
}

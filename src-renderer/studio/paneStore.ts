import { create } from 'zustand';
import { clampSize, type PaneSizes, readPaneSizes, type Side, type SizedPane } from './paneSizes.ts';

/** A window narrower than this, in CSS pixels, starts without the inspector. */
const ROOM_FOR_INSPECTOR = 1200;
const STORED_AS = 'mimesis.panes';

/** Sizes of the panes, kept for the next start. */
export const usePaneSizes = create<PaneSizes>(() => {
  const sizes = readPaneSizes(localStorage.getItem(STORED_AS));
  return { ...sizes, isInspectorOpen: sizes.isInspectorOpen ?? innerWidth >= ROOM_FOR_INSPECTOR };
});

export function resizePane(pane: SizedPane, pixels: number): void {
  keep({ [pane]: clampSize(pane, pixels) });
}

export function toggleInspector(): void {
  keep({ isInspectorOpen: usePaneSizes.getState().isInspectorOpen !== true });
}

/** Shows one of the right side's views. */
export function openSide(side: Side): void {
  keep({ side });
}

function keep(change: Partial<PaneSizes>): void {
  usePaneSizes.setState(change);
  localStorage.setItem(STORED_AS, JSON.stringify(usePaneSizes.getState()));
}

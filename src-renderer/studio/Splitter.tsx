import type { KeyboardEvent, PointerEvent } from 'react';
import { PANE_LIMITS, type SizedPane } from './paneSizes.ts';
import { resizePane, usePaneSizes } from './paneStore.ts';
import './splitter.css';
import { words } from './words.ts';

/** For each pane the way in which its edge is moved to make it larger. */
const GROWS = {
  left: { key: 'ArrowRight', x: 1, y: 0 },
  right: { key: 'ArrowLeft', x: -1, y: 0 },
  phones: { key: 'ArrowUp', x: 0, y: -1 },
  take: { key: 'ArrowUp', x: 0, y: -1 },
} as const;
const SHRINK_KEYS = {
  left: 'ArrowLeft',
  right: 'ArrowRight',
  phones: 'ArrowDown',
  take: 'ArrowDown',
} as const;

const KEY_STEP = 16;

/** The edge of a pane: drag it, move it with the arrow keys, or click twice for the size at first. */
export function Splitter({ pane }: { readonly pane: SizedPane }) {
  const size = usePaneSizes((sizes) => sizes[pane]);
  const { min, max, initial } = PANE_LIMITS[pane];
  const grows = GROWS[pane];
  const drag = (down: PointerEvent<HTMLElement>): void => {
    const edge = down.currentTarget;
    edge.setPointerCapture(down.pointerId);
    edge.onpointermove = (move) =>
      resizePane(
        pane,
        size + (move.clientX - down.clientX) * grows.x + (move.clientY - down.clientY) * grows.y,
      );
    edge.onlostpointercapture = () => {
      edge.onpointermove = null;
    };
  };
  const press = (event: KeyboardEvent): void => {
    const target = {
      [grows.key]: size + KEY_STEP,
      [SHRINK_KEYS[pane]]: size - KEY_STEP,
      Home: min,
      End: max,
    }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    resizePane(pane, target);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved; ARIA's window splitter can
    <div
      role="separator"
      tabIndex={0}
      className="studio-splitter"
      aria-label={words.splitters[pane]}
      aria-orientation={grows.x === 0 ? 'horizontal' : 'vertical'}
      aria-valuenow={size}
      aria-valuemin={min}
      aria-valuemax={max}
      onPointerDown={drag}
      onKeyDown={press}
      onDoubleClick={() => resizePane(pane, initial)}
    />
  );
}

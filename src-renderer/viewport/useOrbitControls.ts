import { type RefObject, useEffect } from 'react';
import type { Stage } from './stage/stage.ts';

const RADIANS_A_PIXEL = 0.008;
const KEY_TURN = 0.18;
const KEY_ZOOM = 1.15;
/** Zoom a wheel's notch: about 100 pixels in every browser. */
const ZOOM_A_PIXEL = 0.0012;
const MAX_WHEEL_PIXELS = 120;

/** Actions of keys, by `KeyboardEvent.key`. */
const KEYS: Readonly<Record<string, (orbit: Stage['orbit']) => void>> = {
  ArrowLeft: (orbit) => orbit.turn(-KEY_TURN, 0),
  ArrowRight: (orbit) => orbit.turn(KEY_TURN, 0),
  ArrowUp: (orbit) => orbit.turn(0, KEY_TURN),
  ArrowDown: (orbit) => orbit.turn(0, -KEY_TURN),
  '+': (orbit) => orbit.approach(KEY_ZOOM),
  '=': (orbit) => orbit.approach(KEY_ZOOM),
  '-': (orbit) => orbit.approach(1 / KEY_ZOOM),
  Home: (orbit) => orbit.reset(),
  '0': (orbit) => orbit.reset(),
};

/** Lets mouse, wheel and keys move the camera of the stage in a host element. */
export function useOrbitControls(
  host: RefObject<HTMLElement | null>,
  stage: RefObject<Stage | undefined>,
): void {
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const ending = new AbortController();
    const options = { signal: ending.signal };
    element.addEventListener(
      'pointerdown',
      (event) => {
        if (event.button === 0) element.setPointerCapture(event.pointerId);
      },
      options,
    );
    element.addEventListener(
      'pointermove',
      (event) => {
        const orbit = stage.current?.orbit;
        if (!orbit || !element.hasPointerCapture(event.pointerId)) return;
        orbit.turn(-event.movementX * RADIANS_A_PIXEL, event.movementY * RADIANS_A_PIXEL);
        orbit.arrive();
      },
      options,
    );
    element.addEventListener(
      'wheel',
      (event) => {
        event.preventDefault();
        const pixels = Math.min(MAX_WHEEL_PIXELS, Math.max(-MAX_WHEEL_PIXELS, event.deltaY));
        stage.current?.orbit.approach(Math.exp(-pixels * ZOOM_A_PIXEL));
      },
      { ...options, passive: false },
    );
    element.addEventListener(
      'keydown',
      (event) => {
        const action = KEYS[event.key];
        const orbit = stage.current?.orbit;
        if (!action || !orbit || event.ctrlKey || event.metaKey || event.altKey) return;
        action(orbit);
        if (matchMedia('(prefers-reduced-motion: reduce)').matches) orbit.arrive();
        // The player listens to some of these keys too; here they are for the figure.
        event.preventDefault();
        event.stopPropagation();
      },
      options,
    );
    return () => ending.abort();
  }, [host, stage]);
}

import { type RefObject, useEffect } from 'react';
import type { CameraMove } from './stage/messages.ts';
import type { RemoteStage } from './stage/remoteStage.ts';

const RADIANS_A_PIXEL = 0.008;
const KEY_TURN = 0.18;
const KEY_ZOOM = 1.15;
/** Zoom a wheel's notch: about 100 pixels in every browser. */
const ZOOM_A_PIXEL = 0.0012;
const MAX_WHEEL_PIXELS = 120;

const turn = (yaw: number, pitch: number): CameraMove => ({ kind: 'turn', yaw, pitch });
const approach = (factor: number): CameraMove => ({ kind: 'approach', factor });

/** What keys do, by `KeyboardEvent.key`. */
const KEYS: Readonly<Record<string, CameraMove>> = {
  ArrowLeft: turn(-KEY_TURN, 0),
  ArrowRight: turn(KEY_TURN, 0),
  ArrowUp: turn(0, KEY_TURN),
  ArrowDown: turn(0, -KEY_TURN),
  '+': approach(KEY_ZOOM),
  '=': approach(KEY_ZOOM),
  '-': approach(1 / KEY_ZOOM),
  Home: { kind: 'reset' },
  '0': { kind: 'reset' },
};

/** Lets mouse, wheel and keys move the camera of the stage in a host element. */
export function useOrbitControls(
  host: RefObject<HTMLElement | null>,
  stage: RefObject<RemoteStage | undefined>,
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
        if (!element.hasPointerCapture(event.pointerId)) return;
        stage.current?.move(turn(-event.movementX * RADIANS_A_PIXEL, event.movementY * RADIANS_A_PIXEL));
        stage.current?.move({ kind: 'arrive' });
      },
      options,
    );
    element.addEventListener(
      'wheel',
      (event) => {
        event.preventDefault();
        const pixels = Math.min(MAX_WHEEL_PIXELS, Math.max(-MAX_WHEEL_PIXELS, event.deltaY));
        stage.current?.move(approach(Math.exp(-pixels * ZOOM_A_PIXEL)));
      },
      { ...options, passive: false },
    );
    element.addEventListener(
      'keydown',
      (event) => {
        const move = KEYS[event.key];
        if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
        stage.current?.move(move);
        if (matchMedia('(prefers-reduced-motion: reduce)').matches) stage.current?.move({ kind: 'arrive' });
        // The player listens to some of these keys too; here they are for the avatar.
        event.preventDefault();
        event.stopPropagation();
      },
      options,
    );
    return () => ending.abort();
  }, [host, stage]);
}

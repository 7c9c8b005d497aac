import { useEffect, useRef } from 'react';
import { CAPTURE_CHANNELS } from '#shared/capture/index.ts';
import { onGlance } from '../ui/index.ts';
import { frameOf, frameVersion } from './liveFrames.ts';

/** Channels that show at a glance that a face is alive. */
const SHOWN = [
  'jawOpen',
  'browInnerUp',
  'mouthSmileLeft',
  'mouthSmileRight',
  'eyeBlinkLeft',
  'eyeBlinkRight',
] as const;
const SHOWN_INDICES = SHOWN.map((name) => CAPTURE_CHANNELS.indexOf(name));

/**
 * Some of a face's channels, past React, as bars that the compositor moves. Meter elements, laid out and painted with
 * every picture, would hold up the faces themselves.
 */
export function FaceMeters({ subjectId }: { readonly subjectId: number }) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const bars = list.current?.querySelectorAll<HTMLElement>('[role=meter]') ?? [];
    let drawn = -1;
    const draw = (): void => {
      if (frameVersion(subjectId) === drawn) return;
      drawn = frameVersion(subjectId);
      const frame = frameOf(subjectId);
      const channels = frame?.faceFound ? frame.channels : undefined;
      for (let i = 0; i < bars.length; i++) {
        const bar = bars[i];
        if (bar) fill(bar, Math.min(1, Math.max(0, channels?.[SHOWN_INDICES[i] ?? -1] ?? 0)));
      }
    };
    return onGlance(draw);
  }, [subjectId]);
  return (
    <div ref={list} className="live-meters">
      {SHOWN.map((name) => (
        <div key={name}>
          <span aria-hidden="true">{name}</span>
          {/* biome-ignore lint/a11y/useSemanticElements: a meter element is what held up the faces */}
          <div
            className="live-meter"
            role="meter"
            aria-label={name}
            aria-valuemin={0}
            aria-valuemax={1}
            aria-valuenow={0}
          >
            <div />
          </div>
        </div>
      ))}
    </div>
  );
}

function fill(bar: HTMLElement, value: number): void {
  if (bar.firstElementChild instanceof HTMLElement) {
    bar.firstElementChild.style.transform = `scaleX(${value})`;
  }
  // A screen reader is told of every tenth.
  const now = value.toFixed(1);
  if (bar.ariaValueNow !== now) bar.ariaValueNow = now;
}

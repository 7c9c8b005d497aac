import { useEffect, useRef, useState } from 'react';
import { onGlance } from '../../ui/index.ts';
import { words } from '../words.ts';
import './sound.css';
import { FLOOR_DB, soundLevel } from './soundLevel.ts';

/** How loud the microphone is, past React; says when it is too loud, and when nothing is heard. */
export function LevelMeter() {
  const bar = useRef<HTMLDivElement>(null);
  const [isClipped, setClipped] = useState(false);
  const [isSilent, setSilent] = useState(false);
  useEffect(
    () =>
      onGlance(() => {
        const now = performance.now();
        if (bar.current) show(bar.current, soundLevel.decibels(now));
        setClipped(soundLevel.isClipped(now));
        setSilent(soundLevel.isSilent(now));
      }),
    [],
  );
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a meter element, laid out anew with each value, holds up the faces */}
      <div
        ref={bar}
        className="sound-meter"
        role="meter"
        aria-label={words.level}
        aria-valuemin={FLOOR_DB}
        aria-valuemax={0}
        aria-valuenow={FLOOR_DB}
        data-clipped={isClipped || undefined}
      >
        <div />
      </div>
      {(isClipped || isSilent) && (
        <p className="sound-warning" role="status">
          {isClipped ? words.clipped : words.silent}
        </p>
      )}
    </>
  );
}

function show(bar: HTMLElement, decibels: number): void {
  if (bar.firstElementChild instanceof HTMLElement) {
    bar.firstElementChild.style.transform = `scaleX(${decibels / FLOOR_DB})`;
  }
  const now = String(Math.round(decibels / 6) * 6);
  if (bar.ariaValueNow === now) return;
  bar.ariaValueNow = now;
  bar.ariaValueText = words.decibels(decibels);
}

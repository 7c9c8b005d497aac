import { useEffect, useRef } from 'react';
import { barsHeight, Drawing } from './drawing/index.ts';
import { GLANCES_PER_TELLING, onGlanceAt } from './glance.ts';
import './liveBars.css';

interface LiveBarsProps {
  readonly labels: readonly string[];
  /** Writes a level for each label, 0..1; asked at every glance. Returns whether any is new. */
  readonly read: (into: Float32Array) => boolean;
}

/** Bars that move all the time, under their labels. They are drawn; a screen reader is told of every tenth, and seldom. */
export function LiveBars({ labels, read }: LiveBarsProps) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const meters = element.querySelectorAll<HTMLElement>('[role=meter]');
    const levels = new Float32Array(labels.length);
    const drawing = new Drawing(element);
    drawing.show({ kind: 'bars', labels, levels });
    const stop = onGlanceAt(element, (glance) => {
      if (read(levels)) drawing.show({ kind: 'bars', labels, levels });
      if (glance % GLANCES_PER_TELLING === 0) tell(meters, levels);
    });
    return () => {
      stop();
      drawing.dispose();
    };
  }, [labels, read]);
  return (
    <div ref={host} className="ui-live-bars" style={{ height: barsHeight(labels.length) }}>
      {labels.map((label) => (
        // biome-ignore lint/a11y/useSemanticElements: a meter element would be laid out and painted
        <div
          key={label}
          className="ui-visually-hidden"
          role="meter"
          aria-label={label}
          aria-valuemin={0}
          aria-valuemax={1}
          aria-valuenow={0}
        />
      ))}
    </div>
  );
}

function tell(meters: NodeListOf<HTMLElement>, levels: Float32Array): void {
  for (const [i, meter] of meters.entries()) {
    const now = (levels[i] ?? 0).toFixed(1);
    if (meter.ariaValueNow !== now) meter.ariaValueNow = now;
  }
}

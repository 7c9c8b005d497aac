import { useEffect, useRef } from 'react';
import { Drawing } from './drawing/index.ts';
import { GLANCES_PER_TELLING, onGlanceAt } from './glance.ts';
import './liveText.css';

interface LiveTextProps {
  /** What it says now; asked at every glance. */
  readonly read: () => string;
  /** The most characters that it has, digits as a rule. */
  readonly length: number;
}

/** A short text that changes all the time, such as a running timecode. It is drawn, and told seldom. */
export function LiveText({ read, length }: LiveTextProps) {
  const host = useRef<HTMLSpanElement>(null);
  const told = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const drawing = new Drawing(element);
    let drawn: string | undefined;
    const stop = onGlanceAt(element, (glance) => {
      const text = read();
      if (glance % GLANCES_PER_TELLING === 0 && told.current) told.current.textContent = text;
      if (text === drawn) return;
      drawn = text;
      drawing.show({ kind: 'text', text });
    });
    return () => {
      stop();
      drawing.dispose();
    };
  }, [read]);
  return (
    <span ref={host} className="ui-live-text" style={{ width: `${length}ch` }}>
      <span ref={told} className="ui-visually-hidden" />
    </span>
  );
}

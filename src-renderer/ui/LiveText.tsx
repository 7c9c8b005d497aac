import { useEffect, useRef } from 'react';
import { onGlance } from './glance.ts';
import './liveText.css';
import { watchPixels } from './watchPixels.ts';

interface LiveTextProps {
  /** What it says now; asked at every glance. */
  readonly read: () => string;
  /** The most characters that it has, digits as a rule. */
  readonly length: number;
}

/** A screen reader and whoever searches the page are told so seldom. */
const GLANCES_PER_TELLING = 5;

/**
 * A short text that changes all the time, such as a running timecode. It is drawn: a text of the page's own would have the
 * whole page laid out anew at every change.
 */
export function LiveText({ read, length }: LiveTextProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const told = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const drawing = canvas.current;
    const context = drawing?.getContext('2d');
    if (!drawing || !context) return;
    let drawn = '';
    let ratio = 1;
    let look = lookOf(drawing);
    const draw = (glance: number): void => {
      const text = read();
      const isTelling = glance % GLANCES_PER_TELLING === 0;
      if (isTelling) {
        if (told.current) told.current.textContent = text;
        // The theme may have changed.
        look = lookOf(drawing);
      }
      if (text === drawn && !isTelling) return;
      drawn = text;
      paint(context, text, look, ratio);
    };
    const stopWatching = watchPixels(drawing, (pixelRatio) => {
      ratio = pixelRatio;
      paint(context, drawn, look, ratio);
    });
    const stop = onGlance(draw);
    return () => {
      stop();
      stopWatching();
    };
  }, [read]);
  return (
    <span className="ui-live-text" style={{ width: `${length}ch` }}>
      <canvas ref={canvas} />
      <span ref={told} className="ui-visually-hidden" />
    </span>
  );
}

interface Look {
  readonly color: string;
  readonly size: number;
  readonly font: string;
}

function lookOf(canvas: HTMLCanvasElement): Look {
  const { color, fontSize, fontFamily, fontWeight } = getComputedStyle(canvas);
  return { color, size: Number.parseFloat(fontSize), font: `${fontWeight} SIZE ${fontFamily}` };
}

function paint(context: CanvasRenderingContext2D, text: string, look: Look, ratio: number): void {
  const { width, height } = context.canvas;
  context.clearRect(0, 0, width, height);
  context.font = look.font.replace('SIZE', `${look.size * ratio}px`);
  context.fillStyle = look.color;
  context.textBaseline = 'middle';
  // A canvas knows no tabular digits: each is given the same room, so that nothing trembles.
  const room = context.measureText('0').width;
  let x = 0;
  for (const character of text) {
    const own = context.measureText(character).width;
    const isDigit = character >= '0' && character <= '9';
    context.fillText(character, isDigit ? x + (room - own) / 2 : x, height / 2);
    x += isDigit ? room : own;
  }
}

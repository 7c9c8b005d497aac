import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { useRig } from '../performer/index.ts';
import { EMOTION_PLACES, emotionsAt, onPad, type PadPlace, placeOf } from './emotionSpace.ts';
import { setEmotions, settingsOf, useFace } from './faceStore.ts';
import { words } from './words.ts';

const KEY_STEP = 0.08;
const KEYS: Readonly<Record<string, PadPlace>> = {
  ArrowLeft: { x: -KEY_STEP, y: 0 },
  ArrowRight: { x: KEY_STEP, y: 0 },
  ArrowUp: { x: 0, y: KEY_STEP },
  ArrowDown: { x: 0, y: -KEY_STEP },
};
const percent = (value: number): string => `${50 + 46 * value}%`;
const at = ({ x, y }: PadPlace) => ({ left: percent(x), top: percent(-y) });

/** A field between unpleasant and pleasant, calm and excited, on which a mixture of emotions is chosen with one move. */
export function EmotionPad() {
  const set = useFace((state) => settingsOf(state).emotions);
  const known = useRig(({ rig }) => rig.emotion.names);
  // A user's own emotion has no place on the pad, and one of a preset that is gone shows no more.
  const emotions = Object.fromEntries(
    Object.entries(set).filter(([name]) => Object.hasOwn(EMOTION_PLACES, name) && known.includes(name)),
  );
  const pad = useRef<HTMLDivElement>(null);
  /** Where the user went, for as long as nothing else has changed the emotions: many places show the same few. */
  const [gone, setGone] = useState<{ readonly to: PadPlace; readonly shows: string }>();
  const place = gone?.shows === mixText(emotions) ? gone.to : placeOf(emotions);
  const go = (to: PadPlace): void => {
    const mix = emotionsAt(onPad(to));
    const shown = Object.fromEntries(Object.entries(mix).filter(([name]) => known.includes(name)));
    setGone({ to: onPad(to), shows: mixText(shown) });
    setEmotions('pad', mix);
  };
  const point = (event: PointerEvent): void => {
    if (!pad.current?.hasPointerCapture(event.pointerId)) return;
    const { left, top, width, height } = pad.current.getBoundingClientRect();
    const across = (event.clientX - left) / width;
    const down = (event.clientY - top) / height;
    go({ x: (across - 0.5) / 0.46, y: (0.5 - down) / 0.46 });
  };
  const press = (event: KeyboardEvent): void => {
    const step = KEYS[event.key];
    if (event.key !== 'Home' && !step) return;
    event.preventDefault();
    go(step ? { x: place.x + step.x, y: place.y + step.y } : { x: 0, y: 0 });
  };
  const strongest = Math.max(0, ...Object.values(emotions));
  return (
    <div
      ref={pad}
      className="face-pad"
      role="slider"
      tabIndex={0}
      aria-label={words.pad}
      aria-valuemin={0}
      aria-valuemax={1}
      aria-valuenow={strongest}
      aria-valuetext={mixText(emotions)}
      onPointerDown={(event) => {
        pad.current?.setPointerCapture(event.pointerId);
        point(event);
      }}
      onPointerMove={point}
      onDoubleClick={() => go({ x: 0, y: 0 })}
      onKeyDown={press}
    >
      {Object.entries(EMOTION_PLACES).map(([name, its]) => (
        <span key={name} className="face-pad-emotion" style={at(its)} aria-hidden="true">
          {words.emotion(name)}
        </span>
      ))}
      <span className="face-pad-handle" style={at(place)} aria-hidden="true" />
    </div>
  );
}

function mixText(emotions: Readonly<Record<string, number>>): string {
  const mix = Object.entries(emotions)
    .filter(([, weight]) => weight >= 0.05)
    .sort(([, a], [, b]) => b - a)
    .map(([name, weight]) => `${words.emotion(name)} ${Math.round(weight * 100)} %`);
  return mix.length === 0 ? words.noEmotion : mix.join(', ');
}

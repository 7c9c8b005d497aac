import { Headphones, X } from 'lucide-react';
import { IconButton, Slider } from '../ui/index.ts';
import { setTarget, settingsOf, toggleSolo, useFace } from './faceStore.ts';
import { words } from './words.ts';

interface TargetRowProps {
  readonly name: string;
  /** In CSS pixels from the top of the list. */
  readonly top: number;
}

/** One morph target: its live weight, and a slider that takes it over. */
export function TargetRow({ name, top }: TargetRowProps) {
  const weight = useFace((state) => settingsOf(state).manual[name]);
  const isSolo = useFace((state) => state.solo.has(name));
  return (
    <li
      className="face-target"
      style={{ transform: `translateY(${top}px)` }}
      data-held={weight !== undefined}
    >
      <span className="face-target-name" title={name}>
        {name}
      </span>
      <div className="face-sliders">
        <Slider label={name} value={weight ?? 0} onChange={(next) => setTarget(name, next)} />
        <div className="face-meter" aria-hidden="true">
          <div data-meter={name} />
        </div>
      </div>
      <span className="face-row-value" data-live={name} />
      <IconButton
        label={words.solo(name)}
        icon={<Headphones />}
        pressed={isSolo}
        onClick={() => toggleSolo(name)}
      />
      <IconButton
        label={words.releaseOne(name)}
        icon={<X />}
        disabled={weight === undefined}
        onClick={() => setTarget(name, undefined)}
      />
    </li>
  );
}

import { useCallback, useRef } from 'react';
import { performer, useRig } from '../performer/index.ts';
import { useMeters, useVisibleRows } from '../ui/index.ts';
import { TargetRow } from './TargetRow.tsx';
import { words } from './words.ts';

/** Height of a row in CSS pixels, as in `face.css`. */
const ROW_HEIGHT = 30;

/** However many targets there are, only those in sight are in the page. */
export function TargetList({ targets }: { readonly targets: readonly string[] }) {
  const scroller = useRef<HTMLDivElement>(null);
  const { first, end } = useVisibleRows(scroller, targets.length, ROW_HEIGHT);
  const all = useRig(({ rig }) => rig.targets);
  const levelOf = useCallback((name: string) => performer.weights[all.indexOf(name)] ?? 0, [all]);
  const list = useMeters(levelOf);
  return (
    <div ref={scroller} className="face-targets">
      <ul ref={list} aria-label={words.targets} style={{ height: targets.length * ROW_HEIGHT }}>
        {targets.slice(first, end).map((name, i) => (
          <TargetRow key={name} name={name} top={(first + i) * ROW_HEIGHT} />
        ))}
      </ul>
    </div>
  );
}

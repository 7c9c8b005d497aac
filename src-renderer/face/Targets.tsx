import { FlipHorizontal2, RotateCcw } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { performer, useRig } from '../performer/index.ts';
import { Checkbox, EmptyState, IconButton, SearchField } from '../ui/index.ts';
import { releaseTargets, settingsOf, toggleMirror, useFace } from './faceStore.ts';
import { searchTargets } from './searchTargets.ts';
import { TargetList } from './TargetList.tsx';
import { words } from './words.ts';

const LONGEST_SEARCH = 64;

/** Every morph target of the avatar as a slider, with what it does now. */
export function Targets() {
  const [search, setSearch] = useState('');
  const [isOnlyMoving, setOnlyMoving] = useState(false);
  const isMirrored = useFace((state) => state.isMirrored);
  const manual = useFace((state) => settingsOf(state).manual);
  const targets = useRig(({ rig }) => rig.targets);
  const second = useSeconds(isOnlyMoving);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is at work is looked at anew with each second
  const shown = useMemo(() => {
    const found = searchTargets(targets, search);
    if (!isOnlyMoving) return found;
    return found.filter(
      (name) => manual[name] !== undefined || (performer.weights[targets.indexOf(name)] ?? 0) > 0.01,
    );
  }, [targets, search, isOnlyMoving, manual, second]);
  return (
    <>
      <div className="face-targets-bar">
        <SearchField label={words.search} value={search} maxLength={LONGEST_SEARCH} onChange={setSearch} />
        <IconButton
          label={words.mirror}
          icon={<FlipHorizontal2 />}
          pressed={isMirrored}
          onClick={toggleMirror}
        />
        <IconButton label={words.release} icon={<RotateCcw />} onClick={releaseTargets} />
      </div>
      <Checkbox checked={isOnlyMoving} onChange={setOnlyMoving}>
        {words.onlyMoving}
      </Checkbox>
      <p className="face-count" role="status">
        {words.count(shown.length, targets.length)}
      </p>
      {shown.length === 0 ? <EmptyState title={words.noTargets} hint="" /> : <TargetList targets={shown} />}
    </>
  );
}

/** Counts seconds while it is wanted. */
function useSeconds(isWanted: boolean): number {
  const [second, setSecond] = useState(0);
  useEffect(() => {
    if (!isWanted) return;
    const timer = setInterval(() => setSecond((before) => before + 1), 1000);
    return () => clearInterval(timer);
  }, [isWanted]);
  return second;
}

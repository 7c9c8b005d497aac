import { FlipHorizontal2, RotateCcw } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useRig } from '../performer/index.ts';
import { Checkbox, EmptyState, IconButton, SearchField } from '../ui/index.ts';
import { releaseTargets, toggleMirror, useFace } from './faceStore.ts';
import { searchTargets } from './searchTargets.ts';
import { TargetList } from './TargetList.tsx';
import { useTargetsAtWork } from './useTargetsAtWork.ts';
import { words } from './words.ts';

const LONGEST_SEARCH = 64;

/** Every morph target of the avatar as a slider, with what it does now. */
export function Targets() {
  const [search, setSearch] = useState('');
  const [isOnlyMoving, setOnlyMoving] = useState(false);
  const isMirrored = useFace((state) => state.isMirrored);
  const targets = useRig(({ rig }) => rig.targets);
  const atWork = useTargetsAtWork(targets, isOnlyMoving);
  const listed = isOnlyMoving ? atWork : targets;
  const shown = useMemo(() => searchTargets(listed, search), [listed, search]);
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
      {/* What is at work changes all the time, and is not read out. */}
      <p className="face-count" aria-live={isOnlyMoving ? 'off' : 'polite'}>
        {words.count(shown.length, targets.length)}
      </p>
      {shown.length === 0 ? <EmptyState title={words.noTargets} hint="" /> : <TargetList targets={shown} />}
    </>
  );
}

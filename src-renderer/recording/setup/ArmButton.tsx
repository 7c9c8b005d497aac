import { Circle, CircleDot } from 'lucide-react';
import { partsSentBy, type SubjectView } from '#shared/contract/index.ts';
import { IconButton } from '../../ui/index.ts';
import { words } from '../words.ts';
import './setup.css';
import { armedPartsOf } from './partsOf.ts';
import { armParts, useSetup } from './setupStore.ts';

/** Records a subject with the next take, or leaves it out. */
export function ArmButton({ subject }: { readonly subject: SubjectView }) {
  const isArmed = useSetup((state) => armedPartsOf(state.arming, subject).length > 0);
  return (
    <span className="setup-arm" data-armed={isArmed || undefined}>
      <IconButton
        label={words.arm(subject.subject)}
        icon={isArmed ? <CircleDot /> : <Circle />}
        pressed={isArmed}
        onClick={() => armParts(subject, isArmed ? [] : partsSentBy(subject.protocol))}
      />
    </span>
  );
}

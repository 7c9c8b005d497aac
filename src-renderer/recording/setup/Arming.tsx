import { partsSentBy, type SubjectView } from '#shared/contract/index.ts';
import { Checkbox } from '../../ui/index.ts';
import { words } from '../words.ts';
import './setup.css';
import { armedPartsOf } from './partsOf.ts';
import { armParts, useSetup } from './setupStore.ts';

/** Chooses of each subject what is recorded. */
export function Arming({ subjects }: { readonly subjects: readonly SubjectView[] }) {
  return (
    <>
      {subjects.map((subject) => (
        <SubjectParts key={subject.id} subject={subject} />
      ))}
      <p className="setup-hint">{subjects.length === 0 ? words.nobody : words.everything}</p>
    </>
  );
}

function SubjectParts({ subject }: { readonly subject: SubjectView }) {
  const armed = armedPartsOf(
    useSetup((state) => state.arming),
    subject,
  );
  const parts = partsSentBy(subject.protocol);
  return (
    <fieldset className="setup-parts" aria-label={words.partsOf(subject.subject)}>
      <Checkbox checked={armed.length > 0} onChange={(isArmed) => armParts(subject, isArmed ? parts : [])}>
        <span className="setup-subject">{subject.subject}</span>
      </Checkbox>
      <div>
        {parts.map((part) => (
          <Checkbox
            key={part}
            checked={armed.includes(part)}
            onChange={(isArmed) =>
              armParts(
                subject,
                parts.filter((each) => (each === part ? isArmed : armed.includes(each))),
              )
            }
          >
            {words.parts[part]}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
}
